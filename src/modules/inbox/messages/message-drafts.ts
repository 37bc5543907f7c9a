import { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import type { Conversation } from '../conversations/index.js';
import type { CreateMessageDto, NoteDto } from './dto/message.dto.js';
import { choicesOf } from './message-choices.js';
import type { Attachment, MessageAuthor, MessageDraft, MessageRole } from '../message-log/index.js';
import { freshOutbox } from '../message-sending/index.js';

export const NO_SENDER = {
  code: 'NO_SENDER',
  message: 'The message was not sent: PetBuddy cannot send on this platform. Reach the customer another way',
} as const;

/** PetBuddy sends messages that staff write, on platforms with a sender. */
export function isForwarded(
  { role, direction }: Pick<CreateMessageDto, 'role' | 'direction'>,
  canSend: boolean,
): boolean {
  return role === 'operator' && direction === 'outbound' && canSend;
}

/** The posted message, with the storage keys of uploaded files. */
export type PostedInput = Omit<CreateMessageDto, 'attachments'> & { attachments: PostedAttachment[] };
type PostedAttachment = Pick<Attachment, 'type' | 'url'> &
  Partial<Omit<Attachment, 'type' | 'url' | 'state' | 'source'>>;

/** @param canSend whether the platform has a sender */
export function postedDraft(
  input: PostedInput,
  conversation: Conversation,
  actor: Principal,
  canSend: boolean,
): MessageDraft {
  const now = new Date();
  const { role, direction, platform, content = '', client_id } = input;
  const isOutgoing = isForwarded(input, canSend);
  return {
    ...blankDraft(conversation, now),
    role,
    direction,
    platform,
    author: authorOf(role, actor),
    content,
    attachments: input.attachments.map(toAttachment),
    ...choicesOf(input),
    ...postedOutcome(input, canSend),
    delivered: direction === 'inbound',
    ...(client_id ? { client_id } : {}),
    ...(isOutgoing ? { outbox: freshOutbox(now) } : {}),
  };
}

/** A message that another program sends, such as the assistant's, stays `queued` until the platform reports more. */
function postedOutcome({ direction }: PostedInput, canSend: boolean): Pick<MessageDraft, 'status' | 'error'> {
  if (direction === 'inbound') return { status: 'delivered', error: null };
  if (canSend) return { status: 'queued', error: null };
  return { status: 'failed', error: NO_SENDER };
}

export function noteDraft(
  { content, client_id }: NoteDto,
  conversation: Conversation,
  actor: Principal,
  now: Date,
): MessageDraft {
  return {
    ...blankDraft(conversation, now),
    role: 'operator',
    direction: 'outbound',
    platform: conversation.platform,
    visibility: 'internal',
    author: userOf(actor),
    content,
    status: 'delivered',
    delivered: true,
    read: true,
    ...(client_id ? { client_id } : {}),
  };
}

export function blankDraft(
  conversation: Conversation,
  now: Date,
): Omit<MessageDraft, 'role' | 'direction' | 'platform' | 'author' | 'content' | 'status'> {
  return {
    _id: new Types.ObjectId(),
    conversation_id: conversation._id,
    contact_id: conversation.contact_id,
    channel_id: conversation.channel_id,
    visibility: 'public',
    attachments: [],
    read: false,
    delivered: false,
    error: null,
    sent_at: now,
    context: null,
    quoted: null,
    reactions: [],
    deleted_at: null,
    edited_at: null,
  };
}

/** Keeps the user who posted for the customer. */
function authorOf(role: MessageRole, actor: Principal): MessageAuthor {
  if (role === 'assistant') return { kind: 'bot', id: null };
  return { ...userOf(actor), ...(role === 'user' ? { on_behalf: 'contact' } : {}) };
}

const userOf = ({ userId, keyPermissions, keyName }: Principal): MessageAuthor => ({
  kind: 'user',
  id: userId,
  ...(keyPermissions ? { by_key: true as const } : {}),
  ...(keyName === undefined ? {} : { key_name: keyName }),
});

export function toAttachment(posted: PostedAttachment): Attachment {
  const { type, url, file_description = null, mime_type = null, size = null, ...more } = posted;
  return { ...more, type, url, file_description, state: 'stored', mime_type, size };
}
