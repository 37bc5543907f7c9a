import type { Draft } from '../core.types.js';
import { handOff } from '../drafts.js';
import { chooseSlot, search } from '../rules/slots.js';
import { continueTopic } from '../rules/topics.js';
import { type ArgsOf, TOOL_ARGS, type ToolName } from '../tools.js';
import { type Turn, useTool, type Work } from '../turn.js';
import { NOTHING_KNOWN } from '../dialogue.js';
import type { ModelToolCall } from './model.types.js';

/** What the model gets back, or the draft that ends the turn. */
export type ToolRun =
  | { readonly kind: 'result'; readonly value: unknown }
  | { readonly kind: 'invalid'; readonly message: string }
  | { readonly kind: 'end'; readonly draft: Draft };

const result = (value: unknown): ToolRun => ({ kind: 'result', value });
const invalid = (message: string): ToolRun => ({ kind: 'invalid', message });
const end = (draft: Draft): ToolRun => ({ kind: 'end', draft });

const isTool = (name: string): name is ToolName => Object.hasOwn(TOOL_ARGS, name);

/**
 * Runs a tool that the model has called. Nothing is booked, moved or cancelled here: a call that wants it becomes the question that the customer
 * has to answer.
 */
export function* runTool(turn: Turn, call: ModelToolCall, allowed: readonly ToolName[]): Work<ToolRun> {
  if (!isTool(call.name) || !allowed.includes(call.name)) return invalid(`There is no tool ${call.name}`);
  const args = TOOL_ARGS[call.name].safeParse(jsonOf(call.args));
  if (!args.success) return invalid('The arguments do not fit the schema');
  const unknown = unknownAlias(turn, args.data);
  if (unknown) return invalid(`There is no ${unknown}`);
  const run = yield* runKnown(turn, { name: call.name, args: args.data } as KnownCall);
  turn.calls.push({ name: `model:${call.name}`, args: args.data, code: run.kind });
  return run;
}

type KnownCall = { [Name in ToolName]: { readonly name: Name; readonly args: ArgsOf<Name> } }[ToolName];

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** An alias that this turn has not given out, for instance one of another customer. */
function unknownAlias(turn: Turn, args: object): string | null {
  const known: Readonly<Record<string, readonly { readonly alias: string }[]>> = {
    service: turn.facts.services,
    pet: turn.facts.pets,
    appointment: turn.facts.appointments,
    offer: turn.dialogue.offers,
  };
  const wrong = Object.entries(args).find(([name, alias]) => {
    const items = Object.hasOwn(known, name) ? known[name] : undefined;
    return items !== undefined && alias !== null && !items.some((item) => item.alias === alias);
  });
  return wrong ? `${wrong[0]} ${String(wrong[1])}` : null;
}

function* runKnown(turn: Turn, call: KnownCall): Work<ToolRun> {
  switch (call.name) {
    case 'get_business_info':
      return result({ company: turn.facts.company, opening: turn.facts.opening });
    case 'list_services':
      return result(turn.facts.services);
    case 'list_pets':
      return result(turn.facts.pets);
    case 'list_my_bookings':
      return result(turn.facts.appointments);
    case 'handoff':
      turn.summary = call.args.summary;
      return end(handOff(turn, 'model_asked'));
    case 'upsert_pet_fact': {
      turn.hasProgress = true;
      return result(yield* useTool(turn, call.name, call.args));
    }
    case 'find_slots':
      return yield* findSlots(turn, call.args);
    case 'hold_slot':
    case 'confirm_booking':
      return yield* choose(turn, 'book', null, call.args.offer);
    case 'move_booking':
      return yield* choose(turn, 'move', call.args.appointment, call.args.offer);
    case 'cancel_booking':
      turn.update({ topic: 'cancel', known: { ...NOTHING_KNOWN, appointment: call.args.appointment }, pending: null });
      return end(yield* continueTopic(turn));
  }
}

function* findSlots(turn: Turn, args: ArgsOf<'find_slots'>): Work<ToolRun> {
  const { service, pet, appointment } = args;
  if (service === null && appointment === null) return invalid('Ask the customer for the service first');
  if (appointment === null && turn.service(service)?.is_bookable !== true)
    return invalid('Only staff book this service');
  if (turn.appointment(appointment)?.may_move === false) return invalid('Only staff move this appointment');
  const needsPet = appointment === null && pet === null && turn.facts.pets.length > 1;
  if (needsPet) return invalid('Ask the customer for the pet first');
  const topic = appointment === null ? 'book' : 'move';
  const only = turn.facts.pets.length === 1 ? (turn.facts.pets[0]?.alias ?? null) : null;
  turn.update({ topic, known: { ...args, pet: pet ?? only }, offers: [], pending: null, asked: 'slot' });
  const from = args.from < turn.today ? turn.today : args.from;
  const found = yield* search(turn, { ...turn.dialogue.known, from, to: args.to < from ? from : args.to });
  if (!found.ok) return result({ error: found.code });
  turn.update({ offers: found.value });
  turn.hasProgress = true;
  return result(
    found.value.map(({ alias, starts_at }) => ({ alias, day: turn.day(starts_at), time: turn.time(starts_at) })),
  );
}

/** Only a time of the search for the same purpose: a time for a bath may not fit another appointment. */
function* choose(turn: Turn, topic: 'book' | 'move', appointment: string | null, alias: string): Work<ToolRun> {
  const { dialogue } = turn;
  const slot = dialogue.offers.find((offer) => offer.alias === alias);
  if (!slot || dialogue.topic !== topic || dialogue.known.appointment !== appointment) {
    return invalid('Call find_slots for this first');
  }
  return end(yield* chooseSlot(turn, slot));
}
