import type { Message } from './schemas/message.schema.js';

const PREVIEW_LENGTH = 160;
const HOUR_MS = 3_600_000;

/** How long after a customer's message a platform lets us write freely (inbox.md 1b, Meta's policies). */
const WINDOW_MS: Readonly<Partial<Record<string, number>>> = {
  facebook: 24 * HOUR_MS,
  instagram: 24 * HOUR_MS,
  whatsapp: 24 * HOUR_MS,
};

/**
 * What a message says of its conversation, as one update that a newer message's update never undoes. It is derived:
 * applying it again changes nothing.
 */
export function summaryUpdate(message: Message): {
  filter: Record<string, unknown>;
  update: Record<string, unknown>[];
} {
  const filter = { _id: message.conversation_id, last_seq: { $lt: message.seq } };
  const set = { ...placeOf(message), ...(message.visibility === 'public' ? publicSummary(message) : {}) };
  return { filter, update: [{ $set: set }] };
}

function placeOf(message: Message): Record<string, unknown> {
  return { last_seq: message.seq, inbound_count: message.inbound_count, updated_at: '$$NOW' };
}

function publicSummary(message: Message): Record<string, unknown> {
  const common = {
    last_message: { $literal: lastMessage(message) },
    last_activity_at: { $max: ['$last_activity_at', message.created_at] },
  };
  if (message.direction === 'inbound') return { ...common, ...inboundSummary(message) };
  return { ...common, ...outboundSummary(message) };
}

/** A customer's message opens the conversation, starts the waiting clock and the reply window. */
function inboundSummary(message: Message): Record<string, unknown> {
  const windowMs = WINDOW_MS[message.platform];
  const expiresAt = windowMs === undefined ? undefined : new Date(message.sent_at.getTime() + windowMs);
  return {
    last_inbound_at: { $max: ['$last_inbound_at', message.sent_at] },
    waiting_since: { $ifNull: ['$waiting_since', message.sent_at] },
    status: { $cond: [{ $in: ['$status', ['snoozed', 'resolved']] }, 'open', '$status'] },
    snoozed_until: null,
    episode: { $cond: [{ $eq: ['$status', 'resolved'] }, { $add: ['$episode', 1] }, '$episode'] },
    ...(expiresAt
      ? {
          reply_window: {
            $cond: [
              { $gt: ['$reply_window.expires_at', expiresAt] },
              '$reply_window',
              { expires_at: expiresAt, kind: 'standard' },
            ],
          },
        }
      : {}),
  };
}

/** A person's answer, also one from the phone, ends the waiting and takes the conversation from any bot. */
function outboundSummary({ author }: Message): Record<string, unknown> {
  if (author.kind !== 'user' && author.kind !== 'phone') return {};
  return {
    waiting_since: null,
    owner: { kind: 'human', id: { $literal: author.id }, epoch: { $add: ['$owner.epoch', 1] } },
  };
}

function lastMessage(message: Message): Record<string, unknown> {
  const { _id, seq, content, role, direction, status, sent_at } = message;
  const [attachment] = message.attachments;
  const preview = content.slice(0, PREVIEW_LENGTH);
  return { _id, seq, content: preview, role, direction, status, attachment_type: attachment?.type ?? null, sent_at };
}
