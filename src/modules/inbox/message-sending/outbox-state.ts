import type { Message, Outbox, SendAttempt } from '../message-log/index.js';
import { knownIds } from './message-pieces.js';
import type { SendFailure } from './message-sender.js';

/** Nothing stays queued for longer: then it is failed with a reason, and a person may retry. */
export const GIVE_UP_AFTER_MS = 110_000;
/** Pauses between tries, each drawn between half and the whole of it. */
const BACKOFF_MS = [2_000, 5_000, 10_000, 20_000, 30_000] as const;
/** After an unknown outcome we wait this long for the provider's echo or receipt before sending again. */
export const RECONCILE_MS = 8_000;
/** Where sending again could show the message twice, we wait so long for the echo, and then leave it to a person. */
export const CONFIRM_WITHIN_MS = 30_000;
/** While stored news of the customer waits to be applied, a try of unknown outcome is looked at again after this. */
export const NEWS_PAUSE_MS = 2_000;

/** A message whose channel has to be connected again is looked at so often, in case nobody told that it was. */
const CHANNEL_PAUSE_MS = 60_000;

/** A message that was just stored belongs to the request that stored it; longer than a call may take. */
const FRESH_LEASE_MS = 15_000;

/** The outbox of a message that is sent at once; its first attempt is on record before the call is made. */
export function freshOutbox(now: Date): Outbox {
  return {
    due_at: new Date(now.getTime() + FRESH_LEASE_MS),
    give_up_at: new Date(now.getTime() + GIVE_UP_AFTER_MS),
    attempts: [{ at: now, outcome: 'pending' }],
  };
}

/** A failed message that is to be sent again: earlier tries stay on record. */
export function renewedOutbox({ attempts }: Outbox, now: Date): Outbox {
  return { ...freshOutbox(now), attempts: [...attempts, { at: now, outcome: 'pending' }] };
}

/**
 * The ids of the pieces that need not be sent again. Where the platform took all of them and then failed the message, it
 * spoke of the last piece unless it named another.
 */
export function idsToKeep(message: Message): (string | null)[] | undefined {
  const ids = knownIds(message);
  if (ids.length === 0) return undefined;
  const isAllOut = message.outbox?.attempts.at(-1)?.outcome === 'sent' && !ids.includes(null);
  return isAllOut ? ids.with(-1, null) : ids;
}

/**
 * Status and error of a message that the platform says it has. Its word that it could not deliver counts more, whichever
 * of the two is heard first; such a failure is told from our own by the try, which we have not given up.
 */
export function takenByPlatform(): Record<string, unknown> {
  const lastOutcome = { $arrayElemAt: ['$outbox.attempts.outcome', -1] };
  const isOpen = { $in: [lastOutcome, ['pending', 'calling', 'sent']] };
  const isRefused = { $and: [{ $eq: ['$status', 'failed'] }, isOpen] };
  const isBelow = { $and: [{ $in: ['$status', ['queued', 'failed']] }, { $not: [isRefused] }] };
  return { status: { $cond: [isBelow, 'sent', '$status'] }, error: { $cond: [isRefused, '$error', null] } };
}

/**
 * True when a process may have died in the call of the last try. Where a part may be sent again, its try is on record
 * before and saves a write; where not, `calling` is written first, and what is only `pending` was never called.
 */
export function wasInterrupted({ attempts }: Outbox, isRepeatable: boolean): boolean {
  const outcome = attempts.at(-1)?.outcome;
  return outcome === 'calling' || (isRepeatable && outcome === 'pending');
}

/** The tries that were made; the last may only be meant to be. */
export function withoutPending(attempts: readonly SendAttempt[]): SendAttempt[] {
  return attempts.filter(({ outcome }) => outcome !== 'pending');
}

/** The tries with one more that is under way; a pending one is that one. */
export function beginAttempt(attempts: readonly SendAttempt[], now: Date): SendAttempt[] {
  return [...withoutPending(attempts), { at: now, outcome: 'calling' }];
}

/** True when nobody knows whether the last try arrived. */
export function isUncertain({ attempts }: Outbox): boolean {
  return attempts.at(-1)?.outcome === 'unknown';
}

/** The outbox of a message that waits for its channel to be connected again; the time in which to give up begins then. */
export function waitingForChannel({ attempts, ...outbox }: Outbox, now: Date): Outbox {
  const due_at = new Date(now.getTime() + CHANNEL_PAUSE_MS);
  const give_up_at = new Date(due_at.getTime() + GIVE_UP_AFTER_MS);
  return { ...outbox, attempts: withoutPending(attempts), due_at, give_up_at };
}

/** True when a try of the message may have arrived, or is on its way. */
export function mayBeOut({ attempts }: Outbox): boolean {
  return attempts.some(({ outcome }) => outcome !== 'failed');
}

/** Replaces the try that is under way by its outcome. */
export function closeAttempt(
  attempts: readonly SendAttempt[],
  outcome: SendAttempt['outcome'],
  code?: string,
): SendAttempt[] {
  const at = attempts.at(-1)?.at ?? new Date();
  return [...attempts.slice(0, -1), { at, outcome, ...(code ? { code } : {}) }];
}

/** How long to listen for the provider's word after a try of unknown outcome, milliseconds. */
export function confirmationWaitMs(isRepeatable: boolean): number {
  return isRepeatable ? RECONCILE_MS : CONFIRM_WITHIN_MS;
}

/**
 * When to look at it again after a failure, or null when it is final.
 * @param confirmationMs how long to listen after an unknown outcome, milliseconds
 */
export function nextTry(
  outbox: Outbox,
  failure: SendFailure,
  confirmationMs: number,
  now: Date,
  random = Math.random(),
): Date | null {
  if (!failure.retryable) return null;
  const step = BACKOFF_MS[Math.min(outbox.attempts.length, BACKOFF_MS.length) - 1] ?? BACKOFF_MS[0];
  const backoff = step * (0.5 + random / 2);
  const least = failure.outcome === 'unknown' ? confirmationMs : (failure.retryAfterMs ?? 0);
  const at = new Date(now.getTime() + Math.max(backoff, least));
  return at < outbox.give_up_at ? at : null;
}

/** Refuses the write of a process that lost its lane to a later holder. */
export function heldBy(fence: number): Record<string, unknown> {
  return { $or: [{ 'outbox.fence': { $lte: fence } }, { 'outbox.fence': { $exists: false } }] };
}

/**
 * What settled or unsettled state an update writes; `fence` refuses a process that lost its lane meanwhile.
 * @param condition what else must hold
 */
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
