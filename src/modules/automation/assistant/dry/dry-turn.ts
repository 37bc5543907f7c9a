import {
  type Effect,
  MEDICAL_FIELDS,
  type Outcome,
  step,
  type StepResult,
  type ToolCall,
  type ToolOutcome,
  type TurnFacts,
  type TurnState,
} from '../../assistant-core/index.js';
import type { ConversationAliases, StoredOffer } from '../../assistant-facts/index.js';

export type EndedTurn = Extract<StepResult, { done: true }>;

/** Runs a turn of the core to its end. */
export async function runTurn(start: TurnState, outcomeOf: (effect: Effect) => Promise<Outcome>): Promise<EndedTurn> {
  let result = step(start, { kind: 'start' });
  while (!result.done) result = step(result.state, await outcomeOf(result.effect));
  return result;
}

/** Every tool except the search, which only reads. */
export type WritingCall = Exclude<ToolCall, { readonly name: 'find_slots' }>;

/** What the customer of a dry turn knows. */
export interface DryContext {
  readonly facts: TurnFacts;
  readonly aliases: ConversationAliases;
  readonly offers: readonly StoredOffer[];
}

/** What a tool answers when it succeeds; nothing is done. */
export function pretended(call: WritingCall, context: DryContext): ToolOutcome {
  switch (call.name) {
    case 'upsert_pet_fact': {
      const status = MEDICAL_FIELDS.includes(call.args.field) ? 'for_approval' : 'saved';
      return { ok: true, value: { status } };
    }
    case 'hold_slot':
      return offerOf(context, call.args.offer) ? { ok: true, value: { price: null, notes: [] } } : EXPIRED;
    case 'confirm_booking':
      return booked(context, call.args.offer);
    case 'move_booking':
      return moved(context, call.args.appointment, call.args.offer);
    case 'cancel_booking':
      return cancelled(context, call.args.appointment);
  }
}

const EXPIRED: ToolOutcome = { ok: false, code: 'OFFER_EXPIRED', message: 'The offered time is not stored any more' };
const UNKNOWN: ToolOutcome = { ok: false, code: 'UNKNOWN_ALIAS', message: 'The customer has no such appointment' };

function offerOf({ offers }: DryContext, alias: string): StoredOffer | undefined {
  return offers.find((offer) => offer.alias === alias);
}

function booked(context: DryContext, alias: string): ToolOutcome {
  const { facts, aliases } = context;
  const offer = offerOf(context, alias);
  if (!offer) return EXPIRED;
  const place = (ids: readonly string[], id: string | null): number => (id === null ? 0 : ids.indexOf(id) + 1);
  const service = facts.services.find((one) => one.alias === `s${place(aliases.services, offer.service_id)}`);
  const pet = facts.pets.find((one) => one.alias === `p${place(aliases.pets, offer.pet_id)}`);
  const starts_at = offer.starts_at.toISOString();
  return { ok: true, value: { service: service?.name ?? '', pet: pet?.name ?? null, starts_at, status: 'booked' } };
}

function moved(context: DryContext, appointment: string, alias: string): ToolOutcome {
  const own = context.facts.appointments.find((one) => one.alias === appointment);
  const offer = offerOf(context, alias);
  if (!own) return UNKNOWN;
  if (!offer) return EXPIRED;
  const starts_at = offer.starts_at.toISOString();
  return { ok: true, value: { service: own.service, pet: own.pet?.name ?? null, starts_at, status: 'booked' } };
}

function cancelled({ facts }: DryContext, alias: string): ToolOutcome {
  const own = facts.appointments.find((one) => one.alias === alias);
  if (!own) return UNKNOWN;
  return { ok: true, value: { service: own.service, pet: own.pet?.name ?? null, starts_at: own.starts_at } };
}
