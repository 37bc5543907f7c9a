import type { Message } from './schemas/message.schema.js';

const PREVIEW_LENGTH = 160;
const HOUR_MS = 3_600_000;

/** How long after a customer's message a platform lets us write freely (inbox.md 1b, Meta's policies). */
const WINDOW_MS: Readonly<Partial<Record<string, number>>> = {
  facebook: 24 * HOUR_MS,
  instagram: 24 * HOUR_MS,
  whatsapp: 24 * HOUR_MS,
};

type Expression = Record<string, unknown>;

/**
 * What a message says of its conversation, as one update that may be applied again, and in any order among the messages
 * of the conversation: two processes publish side by side, and a sweep makes good what a crash left. Whoever comes late
 * adds what still holds and takes nothing back.
 */
export function summaryUpdate(message: Message): { filter: Expression; update: Expression[] } {
  const set = { ...placeOf(message), ...(message.visibility === 'public' ? publicSummary(message) : {}) };
  return { filter: { _id: message.conversation_id }, update: [{ $set: set }] };
}

function placeOf({ seq, inbound_count }: Message): Expression {
  return {
    last_seq: { $max: ['$last_seq', seq] },
    inbound_count: { $max: ['$inbound_count', inbound_count] },
    updated_at: '$$NOW',
  };
}

function publicSummary(message: Message): Expression {
  const isNewest = isAfter(message.seq, '$last_message.seq');
  const common = {
    last_message: { $cond: [isNewest, { $literal: lastMessage(message) }, '$last_message'] },
    last_activity_at: { $max: ['$last_activity_at', message.created_at] },
  };
  if (message.direction === 'inbound') return { ...common, ...inboundSummary(message) };
  return { ...common, ...outboundSummary(message) };
}

/** A customer's message opens the conversation, starts the waiting clock and the reply window. */
function inboundSummary({ seq, sent_at, platform }: Message): Expression {
  const windowMs = WINDOW_MS[platform];
  const isNew = isAfter(seq, '$last_inbound_seq');
  const isClosed = { $in: ['$status', ['snoozed', 'resolved']] };
  return {
    last_inbound_seq: { $max: ['$last_inbound_seq', seq] },
    last_inbound_at: { $max: ['$last_inbound_at', sent_at] },
    waiting_since: {
      $cond: [
        { $and: [isAfter(seq, '$last_reply_seq'), { $or: [isNew, { $ne: ['$waiting_since', null] }] }] },
        { $min: ['$waiting_since', sent_at] },
        '$waiting_since',
      ],
    },
    status: { $cond: [{ $and: [isNew, isClosed] }, 'open', '$status'] },
    snoozed_until: { $cond: [isNew, null, '$snoozed_until'] },
    episode: { $cond: [{ $and: [isNew, { $eq: ['$status', 'resolved'] }] }, { $add: ['$episode', 1] }, '$episode'] },
    ...(windowMs === undefined ? {} : { reply_window: laterWindow(new Date(sent_at.getTime() + windowMs)) }),
  };
}

/** A person's answer, also one from the phone, ends the waiting and takes the conversation from any bot. */
function outboundSummary({ seq, author }: Message): Expression {
  if (author.kind !== 'user' && author.kind !== 'phone') return {};
  const isNewest = isAfter(seq, '$last_reply_seq');
  const owner = { kind: 'human', id: { $literal: author.id }, epoch: { $add: ['$owner.epoch', 1] } };
  return {
    last_reply_seq: { $max: ['$last_reply_seq', seq] },
    // Who wrote again after this answer waits still; since when exactly is not known any more, so the clock stays.
    waiting_since: { $cond: [{ $and: [isNewest, isAfter(seq, '$last_inbound_seq')] }, null, '$waiting_since'] },
    owner: { $cond: [isNewest, owner, '$owner'] },
  };
}

function laterWindow(expiresAt: Date): Expression {
  const window = { expires_at: expiresAt, kind: 'standard' };
  return { $cond: [{ $gt: ['$reply_window.expires_at', expiresAt] }, '$reply_window', window] };
}

/** True for a place behind the one in a field, which may be missing. */
function isAfter(seq: number, field: string): Expression {
  return { $gt: [seq, { $ifNull: [field, 0] }] };
}

function lastMessage(message: Message): Record<string, unknown> {
  const { _id, seq, content, role, direction, status, sent_at } = message;
  const [attachment] = message.attachments;
  const preview = content.slice(0, PREVIEW_LENGTH);
  return { _id, seq, content: preview, role, direction, status, attachment_type: attachment?.type ?? null, sent_at };
}
