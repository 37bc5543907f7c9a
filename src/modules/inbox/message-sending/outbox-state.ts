import type { Message, Outbox, SendAttempt } from '../message-log/index.js';
import { knownIds } from './message-pieces.js';
import type { SendFailure } from './message-sender.js';
import { CHANNEL_DISCONNECTED, isLimitCode } from './send-failures.js';

/** A message that is queued for longer fails, and a person may retry it. */
export const GIVE_UP_AFTER_MS = 110_000;
/** Pauses between tries; each is drawn between half and the whole. */
const BACKOFF_MS = [2_000, 5_000, 10_000, 20_000, 30_000] as const;
/** For a provider that detects repetitions: the wait for an echo or a receipt before a repetition. */
export const RECONCILE_MS = 8_000;
/** For other providers: the wait for an echo before a person has to look. */
export const CONFIRM_WITHIN_MS = 30_000;
/** The pause while stored events of the customer are not applied. */
export const NEWS_PAUSE_MS = 2_000;

/** The pause while the channel has to be connected again, in case the event was lost. */
const CHANNEL_PAUSE_MS = 60_000;

/** Until then only the request that stored the message sends it; longer than a call may take. */
const FIRST_DUE_AFTER_MS = 15_000;

/** The first attempt is stored before the call. */
export function freshOutbox(now: Date): Outbox {
  return {
    due_at: new Date(now.getTime() + FIRST_DUE_AFTER_MS),
    give_up_at: new Date(now.getTime() + GIVE_UP_AFTER_MS),
    attempts: [{ at: now, outcome: 'pending' }],
  };
}

/** Keeps the earlier attempts. */
export function renewedOutbox({ attempts }: Outbox, now: Date): Outbox {
  return { ...freshOutbox(now), attempts: [...attempts, { at: now, outcome: 'pending' }] };
}

/**
 * Pieces that are not sent again. If the platform took all pieces and then failed the message, it meant the last
 * piece unless it named another.
 */
export function idsToKeep(message: Message): (string | null)[] | undefined {
  const ids = knownIds(message);
  if (ids.length === 0) return undefined;
  const isAllOut = message.outbox?.attempts.at(-1)?.outcome === 'sent' && !ids.includes(null);
  return isAllOut ? ids.with(-1, null) : ids;
}

/**
 * Status and error after an acknowledgement. A report that the platform could not deliver counts more, in any order;
 * our own failures are told from it by the attempt.
 */
export function takenByPlatform(): Record<string, unknown> {
  const lastOutcome = { $arrayElemAt: ['$outbox.attempts.outcome', -1] };
  const isOpen = { $in: [lastOutcome, ['pending', 'calling', 'sent']] };
  const isRefused = { $and: [{ $eq: ['$status', 'failed'] }, isOpen] };
  const isBelow = { $and: [{ $in: ['$status', ['queued', 'failed']] }, { $not: [isRefused] }] };
  return { status: { $cond: [isBelow, 'sent', '$status'] }, error: { $cond: [isRefused, '$error', null] } };
}

/**
 * A process may have died in the last call. For repeatable senders the attempt is stored as `pending` before; for
 * others `calling` is written first, so `pending` was never called.
 */
export function wasInterrupted({ attempts }: Outbox, isRepeatable: boolean): boolean {
  const outcome = attempts.at(-1)?.outcome;
  return outcome === 'calling' || (isRepeatable && outcome === 'pending');
}

export function withoutPending(attempts: readonly SendAttempt[]): SendAttempt[] {
  return attempts.filter(({ outcome }) => outcome !== 'pending');
}

/** Adds an attempt that is under way, in place of a pending one. */
export function beginAttempt(attempts: readonly SendAttempt[], now: Date): SendAttempt[] {
  return [...withoutPending(attempts), { at: now, outcome: 'calling' }];
}

export function isUncertain({ attempts }: Outbox): boolean {
  return attempts.at(-1)?.outcome === 'unknown';
}

/** The time until it is given up begins when the channel is connected. */
export function waitingForChannel({ attempts, ...outbox }: Outbox, now: Date): Outbox {
  const due_at = new Date(now.getTime() + CHANNEL_PAUSE_MS);
  const give_up_at = new Date(due_at.getTime() + GIVE_UP_AFTER_MS);
  return { ...outbox, attempts: withoutPending(attempts), due_at, give_up_at };
}

/** The time to give up is counted from the end of the wait. */
export function waitingForLimit({ attempts, ...outbox }: Outbox, due_at: Date): Outbox {
  const give_up_at = new Date(due_at.getTime() + GIVE_UP_AFTER_MS);
  return { ...outbox, attempts: withoutPending(attempts), due_at, give_up_at };
}

/** The number of last attempts in a row that ended at a limit. */
export function limitedTries({ attempts }: Outbox): number {
  const isLimited = ({ code }: SendAttempt): boolean => code !== undefined && isLimitCode(code);
  return attempts.length - 1 - attempts.findLastIndex((attempt) => !isLimited(attempt));
}

export function waitsForLimit({ error, outbox }: Message): boolean {
  return error !== null && isLimitCode(error.code) && outbox?.due_at !== undefined;
}

/** Whether it waits for its channel or for a limit. Such a message is not given up. */
export function isHeldBack(message: Message): boolean {
  const { error, outbox } = message;
  return waitsForLimit(message) || (error?.code === CHANNEL_DISCONNECTED.code && outbox?.due_at !== undefined);
}

/** The times of a message behind a waiting one. Behind a message that is held back, it is not given up, either. */
export function waitBehind(ahead: Message): Partial<Pick<Outbox, 'due_at' | 'give_up_at'>> {
  const { due_at, give_up_at } = ahead.outbox ?? {};
  return { ...(due_at && { due_at }), ...(give_up_at && isHeldBack(ahead) && { give_up_at }) };
}

/** An attempt may have arrived or is under way. */
export function mayBeOut({ attempts }: Outbox): boolean {
  return attempts.some(({ outcome }) => outcome !== 'failed');
}

export function closeAttempt(
  attempts: readonly SendAttempt[],
  outcome: SendAttempt['outcome'],
  code?: string,
): SendAttempt[] {
  const at = attempts.at(-1)?.at ?? new Date();
  return [...attempts.slice(0, -1), { at, outcome, ...(code ? { code } : {}) }];
}

export function confirmationWaitMs(isRepeatable: boolean): number {
  return isRepeatable ? RECONCILE_MS : CONFIRM_WITHIN_MS;
}

/** Null when the failure is final. @param confirmationMs the wait after an unknown outcome, milliseconds */
export function nextTry(
  outbox: Outbox,
  failure: SendFailure,
  confirmationMs: number,
  now: Date,
  random = Math.random(),
): Date | null {
  if (failure.class === 'permanent') return null;
  const step = BACKOFF_MS[Math.min(outbox.attempts.length, BACKOFF_MS.length) - 1] ?? BACKOFF_MS[0];
  const backoff = step * (0.5 + random / 2);
  const least = failure.outcome === 'unknown' ? confirmationMs : (failure.retryAfterMs ?? 0);
  const at = new Date(now.getTime() + Math.max(backoff, least));
  return at < outbox.give_up_at ? at : null;
}

/** Refuses a write under an older lease. */
export function heldBy(fence: number): Record<string, unknown> {
  return { $or: [{ 'outbox.fence': { $lte: fence } }, { 'outbox.fence': { $exists: false } }] };
}

/** @param fence refuses a write under an older lease @param condition further conditions */
export function outboxUpdate(
  message: Pick<Message, '_id'>,
  fence: number,
  set: Record<string, unknown>,
  outbox: Outbox,
  condition: Record<string, unknown> = {},
): { filter: Record<string, unknown>; update: Record<string, unknown>[] } {
  const filter = { ...condition, _id: message._id, ...heldBy(fence) };
  const update = [
    { $set: { ...set, updated_at: '$$NOW' } },
    { $unset: 'outbox' },
    { $set: { outbox: { $literal: { ...outbox, fence } } } },
  ];
  return { filter, update };
}
