import { toObjectId } from '../../../../core/tenancy/index.js';
import type { DirectoryChannel } from '../../channels/index.js';
import type { InboundEvent, InboundOutcome } from '../../messages/index.js';
import type { EventOutcome } from '../inbound-events.repository.js';
import {
  CHANGE_PARK_MS,
  CHANGE_RETRIES_PER_AGE,
  HOLDING_ATTEMPTS,
  MAX_ATTEMPTS,
  RETRY_BASE_MS,
  RETRY_CAP_MS,
  STATUS_PARK_MS,
  STATUS_RETRY_MS,
} from '../inbound-events.constants.js';
import { BLANK_ITEM, type InboundEventRecord } from '../schemas/inbound-event-record.schema.js';

const MAX_REASON_LENGTH = 300;
/** The key stays, so that a copy of the event is recognised. */
const BLANK = { item: BLANK_ITEM };

/** For an event that changes no message. */
export function withoutMessage({ _id }: InboundEventRecord, channel: DirectoryChannel): EventOutcome {
  return { _id, set: { ...accountOf(channel), ...BLANK, state: 'done', done_at: new Date() } };
}

export function crashedTooOften(
  { _id }: InboundEventRecord,
  channel: DirectoryChannel | undefined,
  now: Date,
): EventOutcome {
  const last_error = 'the process ended during every attempt';
  return { _id, set: { ...(channel ? accountOf(channel) : {}), state: 'parked', done_at: now, last_error } };
}

/** Kept until a company proves that it may have the event. */
export function unroutable({ _id }: InboundEventRecord): EventOutcome {
  return { _id, set: { state: 'unroutable', done_at: new Date(), last_error: 'no company held this account' } };
}

/** The company gave up the account before; only that company may replay the event. */
export function released({ _id }: InboundEventRecord): EventOutcome {
  const last_error = 'the account is not connected to this company any more';
  return { _id, set: { state: 'parked', done_at: new Date(), last_error } };
}

/** Meta may deliver these changes hours before their message. */
const CHANGES = new Set<InboundEvent['kind']>(['edit', 'deletion', 'reaction']);

/** An event waits if it came before its message, or before the answer to the send. It holds up no other event. */
export function afterOutcome(
  record: InboundEventRecord,
  { kind, outcome }: { kind: InboundEvent['kind']; outcome: InboundOutcome },
  channel: DirectoryChannel,
  now: Date,
): EventOutcome {
  const account = accountOf(channel);
  const age = now.getTime() - record.received_at.getTime();
  const isNew = age < (CHANGES.has(kind) ? CHANGE_PARK_MS : STATUS_PARK_MS);
  const isEarly = outcome === 'undecided' || (outcome === 'unknown_target' && isNew);
  if (isEarly) {
    const pause = Math.min(RETRY_CAP_MS, Math.max(STATUS_RETRY_MS, age / CHANGE_RETRIES_PER_AGE));
    const not_before = new Date(now.getTime() + pause);
    return { _id: record._id, set: { ...account, waiting: true, attempts: 0, not_before } };
  }
  const reason = outcome === 'unknown_target' ? { last_error: 'the message that it refers to is not here' } : {};
  return { _id: record._id, set: { ...account, ...BLANK, state: 'done', done_at: now, ...reason } };
}

/**
 * Tried again with growing pauses, then parked. Later events wait during the first tries only.
 * @param record as it was before this attempt
 */
export function afterFailure(
  record: InboundEventRecord,
  error: unknown,
  channel: DirectoryChannel | undefined,
  now: Date,
  random = Math.random(),
): EventOutcome {
  const last_error = (error instanceof Error ? error.message : String(error)).slice(0, MAX_REASON_LENGTH);
  const account = channel ? accountOf(channel) : {};
  const attempts = record.attempts + 1;
  if (attempts >= MAX_ATTEMPTS)
    return { _id: record._id, set: { ...account, state: 'parked', done_at: now, last_error } };
  const pause = Math.min(RETRY_CAP_MS, RETRY_BASE_MS * 2 ** (attempts - 1));
  const not_before = new Date(now.getTime() + pause * (0.9 + random / 5));
  const waiting = attempts > HOLDING_ATTEMPTS ? { waiting: true } : {};
  return { _id: record._id, set: { ...account, ...waiting, last_error, not_before } };
}

function accountOf({ scope, _id }: DirectoryChannel): Pick<InboundEventRecord, 'company_id' | 'channel_id'> {
  return { company_id: scope.companyId, channel_id: toObjectId(_id) };
}
