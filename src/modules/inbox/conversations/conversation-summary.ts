import type { Types } from 'mongoose';
import { NEXT_REVISION } from './conversation-update.js';
import { readByAfter } from './read-state.js';
import type { LastMessage } from './schemas/conversation.schema.js';

/** The effect of one message on its conversation. */
export interface MessageSummary {
  /** `person`: staff, also by phone; `machine`: a flow, a bot or the assistant. */
  kind: 'note' | 'customer' | 'person' | 'machine';
  seq: number;
  inbound_count: number;
  sent_at: Date;
  created_at: Date;
  /** Ignored for a note. */
  last_message: LastMessage;
  author_id: string | null;
  /** The end of the reply window, if this message opened it. */
  window_until: Date | null;
}

/** Shown while the message is the newest. */
export interface StatusSummary {
  kind: 'status';
  message_id: Types.ObjectId;
  status: string;
}

export type SummaryPatch = MessageSummary | StatusSummary;

type Expression = Record<string, unknown>;

const PATCH = 'summary_patch';

/**
 * One update for many rows, because a command costs more than a row. Patches may be repeated and applied in any
 * order: a late one adds what still holds and takes nothing back.
 * @param ids the rows that pass the update's filter
 * @param patches one for each row, in the same order
 */
export function summaryPipeline(ids: readonly Types.ObjectId[], patches: readonly SummaryPatch[]): Expression[] {
  const own = { $arrayElemAt: [{ $literal: patches }, { $indexOfArray: [{ $literal: ids }, '$_id'] }] };
  return [{ $set: { [PATCH]: own } }, { $set: rowFor(patches) }, { $unset: PATCH }];
}

const patch = (field: string): string => `$${PATCH}.${field}`;
const isKind = (...kinds: readonly SummaryPatch['kind'][]): Expression => ({ $in: [patch('kind'), kinds] });
const all = (...conditions: readonly Expression[]): Expression => ({ $and: conditions });

/** Keeps the field if the condition is false, also if it is missing. */
const when = (condition: Expression, value: unknown, field: string): Expression => ({
  $cond: [condition, value, `$${field}`],
});

/** Whether the message is newer than a field, which may be missing. */
const isAfter = (field: string): Expression => ({ $gt: [patch('seq'), { $ifNull: [`$${field}`, 0] }] });
const later = (field: string, value: string): Expression => ({ $max: [`$${field}`, patch(value)] });

const IS_MESSAGE = isKind('note', 'customer', 'person', 'machine');
const IS_PUBLIC = isKind('customer', 'person', 'machine');
const IS_CUSTOMER = isKind('customer');
const IS_PERSON = isKind('person');
const IS_NEW_CUSTOMER = all(IS_CUSTOMER, isAfter('last_inbound_seq'));
const REOPENS = all(IS_NEW_CUSTOMER, { $in: ['$status', ['snoozed', 'resolved']] });
const HAS_MORE_INBOUND = { $gt: [patch('inbound_count'), { $ifNull: ['$inbound_count', 0] }] };
const IS_NEWEST_ANSWER = all(IS_PERSON, isAfter('last_reply_seq'));
const IS_STATUS_OF_LAST = all(isKind('status'), { $eq: [patch('message_id'), '$last_message._id'] });

/** A customer's message starts the waiting clock; a person's answer stops it. */
const WAITING_SINCE = {
  $switch: {
    branches: [
      {
        case: all(IS_CUSTOMER, isAfter('last_reply_seq'), {
          $or: [isAfter('last_inbound_seq'), { $ne: ['$waiting_since', null] }],
        }),
        then: { $min: ['$waiting_since', patch('sent_at')] },
      },
      // A customer who wrote again after this answer still waits, so the clock keeps its time.
      { case: all(IS_NEWEST_ANSWER, isAfter('last_inbound_seq')), then: null },
    ],
    default: '$waiting_since',
  },
};

const LAST_MESSAGE = {
  $switch: {
    branches: [
      { case: all(IS_PUBLIC, isAfter('last_message.seq')), then: patch('last_message') },
      { case: IS_STATUS_OF_LAST, then: { $mergeObjects: ['$last_message', { status: patch('status') }] } },
    ],
    default: '$last_message',
  },
};

const OPENS_WINDOW = all(
  { $ne: [{ $ifNull: [patch('window_until'), null] }, null] },
  { $not: [{ $gt: ['$reply_window.expires_at', patch('window_until')] }] },
);

const OF_ANY = { last_message: LAST_MESSAGE };
const OF_MESSAGES = {
  last_seq: when(IS_MESSAGE, later('last_seq', 'seq'), 'last_seq'),
  inbound_count: when(IS_MESSAGE, later('inbound_count', 'inbound_count'), 'inbound_count'),
  read_by: when(all(IS_MESSAGE, HAS_MORE_INBOUND), readByAfter(patch('inbound_count')), 'read_by'),
  updated_at: when(IS_MESSAGE, '$$NOW', 'updated_at'),
  last_activity_at: when(IS_PUBLIC, later('last_activity_at', 'created_at'), 'last_activity_at'),
  waiting_since: WAITING_SINCE,
};
const OF_CUSTOMERS = {
  last_inbound_seq: when(IS_CUSTOMER, later('last_inbound_seq', 'seq'), 'last_inbound_seq'),
  last_inbound_at: when(IS_CUSTOMER, later('last_inbound_at', 'sent_at'), 'last_inbound_at'),
  status: when(REOPENS, 'open', 'status'),
  revision: when(REOPENS, NEXT_REVISION, 'revision'),
  snoozed_until: when(IS_NEW_CUSTOMER, null, 'snoozed_until'),
  episode: when(all(IS_NEW_CUSTOMER, { $eq: ['$status', 'resolved'] }), { $add: ['$episode', 1] }, 'episode'),
};
const OF_WINDOWS = {
  reply_window: when(OPENS_WINDOW, { expires_at: patch('window_until'), kind: 'standard' }, 'reply_window'),
};
const OF_PEOPLE = {
  last_reply_seq: when(IS_PERSON, later('last_reply_seq', 'seq'), 'last_reply_seq'),
  owner: when(
    IS_NEWEST_ANSWER,
    { kind: 'human', id: patch('author_id'), epoch: { $add: ['$owner.epoch', 1] }, since: patch('created_at') },
    'owner',
  ),
};

/** Only the fields that the patches can change, because the pipeline is most of the cost of a small batch. */
function rowFor(patches: readonly SummaryPatch[]): Expression {
  const messages = patches.filter((one) => one.kind !== 'status');
  return {
    ...OF_ANY,
    ...(messages.length > 0 && OF_MESSAGES),
    ...(messages.some(({ kind }) => kind === 'customer') && OF_CUSTOMERS),
    ...(messages.some(({ kind }) => kind === 'person') && OF_PEOPLE),
    ...(messages.some(({ window_until }) => window_until) && OF_WINDOWS),
  };
}
