import type { Schemas } from '#web/lib/api/client.ts';
import { laterStatus } from '#web/features/conversations/conversation-merge.ts';

export type Message = Schemas['MessageDto'];
export type QuotedMessage = Schemas['QuotedMessageDto'];

/** A message that is being sent from this browser. It goes once a stored message with its `client_id` is there. */
export interface PendingMessage {
  client_id: string;
  /** Only this user's browser sends it. */
  user_id: string;
  conversation_id: string;
  contact_id: string;
  platform: Message['platform'];
  visibility: Message['visibility'];
  content: string;
  attachments: Schemas['AttachmentInputDto'][];
  quoted?: QuotedMessage | undefined;
  /** Sent instead of the content, which is only shown. */
  template?: Schemas['ChosenTemplateDto'] | undefined;
  created_at: string;
  last_seen_seq: number;
  /**
   * `waiting` = without an answer of the server, or behind an earlier message that waits; sent when the line is back.
   * `held` = not sent, because the part of the answer before it was not. `refused` = not sent until the user asks.
   */
  state: 'sending' | 'waiting' | 'held' | 'refused';
  /** Set where a long answer became several messages; parts count from 0. */
  answer?: { id: string; part: number };
  /** The stored part before this one, if it is not sent yet. `id` is null if the user has discarded it. */
  behind?: { id: string | null; outcome: 'open' | 'failed' } | undefined;
  error?: { code: string; message: string; details?: unknown } | undefined;
}

/** Adds messages to a thread, in any order and as often as they come: one entry each, its newest state. */
export function mergeMessages(messages: Message[], incoming: readonly Message[]): Message[] {
  const byId = new Map(messages.map((message) => [message._id, message]));
  for (const message of incoming) {
    const known = byId.get(message._id);
    byId.set(message._id, known ? newest(known, message) : message);
  }
  return [...byId.values()].sort((a, b) => a.seq - b.seq);
}

function newest(a: Message, b: Message): Message {
  const later = a.updated_at > b.updated_at ? a : b;
  const status = laterStatus(a.status, b.status);
  return later.status === status ? later : { ...later, status };
}

/** Sets the delivery state of one message; a state that is behind the known one changes nothing. */
export function applyStatus(
  messages: Message[],
  id: string,
  status: Message['status'],
  error: Message['error'] = null,
): Message[] {
  return messages.map((message) => {
    if (message._id !== id) return message;
    const next = laterStatus(message.status, status);
    // The reason why a queued message waits may change.
    const isKnown = next === message.status && (next !== 'queued' || error?.code === message.error?.code);
    if (isKnown) return message;
    return { ...message, status: next, error: next === 'failed' || next === 'queued' ? error : null };
  });
}

/** The quote of a message; undefined if the message was removed. */
export function quoteOf({ _id, seq, author, content, attachments, deleted_at }: Message): QuotedMessage | undefined {
  if (deleted_at !== null) return undefined;
  return { message_id: _id, seq, author, content, attachment_type: attachments[0]?.type ?? null };
}

/** The pending messages of a thread that the server has not stored yet. */
export function stillPending(pending: readonly PendingMessage[], messages: readonly Message[]): PendingMessage[] {
  const stored = new Set(messages.map(({ client_id }) => client_id));
  return pending.filter(({ client_id }) => !stored.has(client_id));
}
