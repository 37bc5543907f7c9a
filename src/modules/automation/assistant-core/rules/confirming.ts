import type { Draft, Evidence, Pending, Question } from '../core.types.js';
import { ask, joined, reply } from '../drafts.js';
import type { TextKey } from '../texts/texts.js';
import { type ToolResult, type Turn, useTool, type Work } from '../turn.js';
import { whatOf, whatOfAppointment } from './choices.js';

/** Asks the question that the customer has to agree to before anything is written. */
export function askToConfirm(turn: Turn, question: Question, notes: readonly string[] = []): Draft {
  const { kind, offer, appointment, service, pet, extra: told, asked_seq } = question;
  const own = turn.appointment(appointment);
  const open = { kind, offer, appointment, service, pet, extra: told, asked_seq };
  const pending = { ...open, asked_at: turn.facts.now, starts_at: own?.starts_at ?? null };
  const at = pending.offer?.starts_at ?? own?.starts_at;
  turn.update({ pending, asked: 'confirm' });
  const what = own ? whatOfAppointment(own) : whatOfPending(turn, pending);
  const extra = pending.extra === null ? '' : ` ${extraText(turn, pending.kind, pending.extra)}`;
  const values = {
    what,
    extra,
    day: at === undefined ? '' : turn.day(at),
    time: at === undefined ? '' : turn.time(at),
  };
  return ask(turn, joined([...notes, turn.say(QUESTIONS[pending.kind], values)]), [
    { id: `yes:${pending.asked_seq}`, label: turn.say('yes') },
    { id: `no:${pending.asked_seq}`, label: turn.say('no') },
  ]);
}

const QUESTIONS = { book: 'confirm_book', move: 'confirm_move', cancel: 'confirm_cancel' } as const;

function extraText(turn: Turn, kind: Pending['kind'], extra: string): string {
  return kind === 'book' ? turn.say('price_extra', { price: extra }) : turn.say('fee_extra', { fee: extra });
}

function whatOfPending(turn: Turn, { service, pet }: Question): string {
  return whatOf(turn.service(service)?.name ?? '', turn.pet(pet)?.name ?? null);
}

/**
 * Writes what the customer has confirmed, and says it with the date and time of the outcome. It is the only place that books, moves or
 * cancels; its caller has checked the answer to this question.
 */
export function* carryOut(turn: Turn, pending: Pending): Work<ToolResult<Draft>> {
  const result = yield* write(turn, pending);
  if (!result.ok) return result;
  const { service, pet, starts_at } = result.value;
  turn.evidence.push({ ...result.value });
  turn.close();
  turn.hasProgress = true;
  const values = { what: whatOf(service, pet), day: turn.day(starts_at), time: turn.time(starts_at) };
  return { ok: true, value: reply(turn.say(doneText(pending, result.value.kind), values)) };
}

function doneText({ kind }: Pending, proof: Evidence['kind']): TextKey {
  if (proof === 'requested') return kind === 'move' ? 'move_requested' : 'requested';
  return ({ book: 'booked', move: 'moved', cancel: 'cancelled' } as const)[kind];
}

function* write(turn: Turn, { kind, offer, appointment }: Pending): Work<ToolResult<Evidence>> {
  if (kind === 'book' && offer) {
    const booked = yield* useTool(turn, 'confirm_booking', { offer: offer.alias });
    if (booked.ok) turn.manageLink = booked.value.link ?? null;
    return proven(booked, (value) => ({ ...value, kind: value.status === 'booked' ? 'booked' : 'requested' }));
  }
  if (kind === 'move' && offer && appointment) {
    const moved = yield* useTool(turn, 'move_booking', { appointment, offer: offer.alias });
    if (moved.ok) turn.manageLink = moved.value.link ?? null;
    return proven(moved, (value) => ({ ...value, kind: value.status === 'booked' ? 'moved' : 'requested' }));
  }
  if (kind === 'cancel' && appointment) {
    const cancelled = yield* useTool(turn, 'cancel_booking', { appointment });
    return proven(cancelled, (value) => ({ ...value, kind: 'cancelled' }));
  }
  return { ok: false, code: 'OFFER_EXPIRED' };
}

function proven<Value>(result: ToolResult<Value>, proof: (value: Value) => Evidence): ToolResult<Evidence> {
  if (!result.ok) return result;
  const { kind, service, pet, starts_at } = proof(result.value);
  return { ok: true, value: { kind, service, pet, starts_at } };
}
