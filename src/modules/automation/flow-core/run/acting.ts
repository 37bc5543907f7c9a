import { type EffectOutcome, type FlowEffect, type Json, type StepResult } from '../core.types.js';
import type { ActionOf, NodeOf } from '../graph.js';
import { FillError, soleValue, type Sink, valueAt } from '../texts.js';
import { askForPet, petOf } from './choosing-pet.js';
import { end, ask, filled, leave, type Turn, valuesOf } from './turn.js';
import { LAST_HOLD, withVariable } from './variables.js';

type ActionTurn = Turn<NodeOf<'action'>>;

const DEFAULT_SLOTS = 3;

/** Runs an action inside the run, or asks for its effect. */
export function act(turn: ActionTurn): StepResult {
  const { data } = turn.node;
  if (data.action === 'set_variable') {
    const value = soleValue(data.value, valuesOf(turn)) ?? filled(turn, data.value);
    return save(turn, [[data.variable, value]], 'ok');
  }
  const effect = effectOf(turn);
  return typeof effect === 'string' ? leave(turn, 'error', effect) : ask(turn, effect, noteOf(effect));
}

/** An error code if a value that the action needs is missing. */
function effectOf(turn: ActionTurn): FlowEffect | string {
  const { data } = turn.node;
  switch (data.action) {
    case 'tag_customer':
      return { kind: 'tag', tag: data.tag };
    case 'untag_customer':
      return { kind: 'untag', tag: data.tag };
    case 'assign':
      return { kind: 'assign', user_id: data.user_id };
    case 'hand_off':
      return { kind: 'hand_off', reason: filled(turn, data.reason ?? '') };
    case 'start_flow':
      return { kind: 'start_flow', flow_id: data.flow_id };
    case 'api_call':
      return apiCall(turn, data);
    case 'find_slots': {
      const { service_id, limit = DEFAULT_SLOTS, from } = data;
      const first = from === undefined ? null : textIn(turn, `vars.${from}`);
      return { kind: 'find_slots', service_id, limit, from: first, pet_id: petOf(turn) };
    }
    case 'hold_slot':
      return holdSlot(turn, data);
    case 'confirm_booking': {
      const name = data.hold ?? LAST_HOLD;
      const hold_id = textIn(turn, `vars.${name}.hold_id`) ?? textIn(turn, `vars.${name}`);
      return hold_id === null ? 'NO_HOLD' : { kind: 'confirm_booking', hold_id };
    }
    case 'set_variable':
      return 'NO_EFFECT';
  }
}

function holdSlot(turn: ActionTurn, { service_id, slot }: ActionOf<'hold_slot'>): FlowEffect | string {
  const starts_at = textIn(turn, `vars.${slot}.starts_at`) ?? textIn(turn, `vars.${slot}`);
  if (starts_at === null) return 'NO_SLOT';
  const staff_id = textIn(turn, `vars.${slot}.staff_id`);
  return { kind: 'hold_slot', service_id, starts_at, staff_id, pet_id: petOf(turn) };
}

function apiCall(turn: ActionTurn, { method, url, headers = {}, body }: ActionOf<'api_call'>): FlowEffect | string {
  try {
    const filledHeaders = Object.entries(headers).map(
      ([name, value]) => [name, filled(turn, value, 'header')] as const,
    );
    return {
      kind: 'api_call',
      method,
      url: filled(turn, url, 'url'),
      headers: Object.fromEntries(filledHeaders),
      body: body === undefined ? null : filled(turn, body, sinkOfBody(headers)),
    };
  } catch (error) {
    if (error instanceof FillError) return error.code;
    throw error;
  }
}

function sinkOfBody(headers: Readonly<Record<string, string>>): Sink {
  const type =
    Object.entries(headers)
      .find(([name]) => name.toLowerCase() === 'content-type')?.[1]
      .toLowerCase() ?? 'json';
  if (type.includes('json')) return 'json';
  return type.includes('x-www-form-urlencoded') ? 'url' : 'text';
}

/** The text of a variable; null if it has none. */
function textIn(turn: ActionTurn, path: string): string | null {
  const value = valueAt({ vars: turn.state.vars }, path);
  return typeof value === 'string' && value !== '' ? value : null;
}

function noteOf(effect: FlowEffect): string | null {
  switch (effect.kind) {
    case 'tag':
    case 'untag':
      return effect.tag;
    case 'hand_off':
      return effect.reason || null;
    case 'api_call':
      // The query of a URL may hold personal data.
      return `${effect.method} ${effect.url.split('?')[0]}`;
    case 'hold_slot':
      return effect.starts_at;
    default:
      return null;
  }
}

/** Goes on after the effect. */
export function afterAction(turn: ActionTurn, outcome: EffectOutcome): StepResult {
  if (!outcome.ok) return outcome.pets?.length ? askForPet(turn, outcome.pets) : leave(turn, 'error', outcome.code);
  return goOn(withPet(turn, outcome.pet_id), outcome.value ?? null);
}

function goOn(turn: ActionTurn, value: Json): StepResult {
  const { data } = turn.node;
  switch (data.action) {
    case 'hand_off':
      return end(turn, ['handed_off', 'handed_off'], null, 'ok');
    case 'start_flow':
      return end(turn, ['done', 'started_another_flow'], null, 'ok');
    case 'find_slots':
      if (!Array.isArray(value) || value.length === 0) return leave(turn, 'error', 'NO_SLOTS');
      return save(turn, [[data.save_as, value]], 'ok');
    case 'hold_slot':
      return save(turn, [[LAST_HOLD, value], ...named(data.save_as, value)], 'ok');
    case 'confirm_booking':
      return save(withPet(turn, turn.state.pet?.id, true), named(data.save_as, value), 'ok');
    case 'api_call':
      return save(turn, named(data.save_as, value), 'ok');
    default:
      return leave(turn, 'ok');
  }
}

function withPet(turn: ActionTurn, id: string | undefined, isBooked = false): ActionTurn {
  if (id === undefined) return turn;
  return { ...turn, state: { ...turn.state, pet: { id, ...(isBooked && { is_booked: true as const }) } } };
}

function named(name: string | undefined, value: Json): [string, Json][] {
  return name === undefined ? [] : [[name, value]];
}

/** A value that is too large is an error of the action; too many values end the run. */
function save(turn: ActionTurn, values: readonly (readonly [string, Json])[], outlet: string): StepResult {
  let { vars } = turn.state;
  for (const [name, value] of values) {
    const stored = withVariable(vars, name, value);
    if ('vars' in stored) vars = stored.vars;
    else if (stored.refused === 'value') return leave(turn, 'error', 'VALUE_TOO_LARGE');
    else return end(turn, ['stopped', 'variables_too_large']);
  }
  return leave({ ...turn, state: { ...turn.state, vars } }, outlet);
}
