import type { Types } from 'mongoose';
import { versionOf } from '../../../core/tenancy/index.js';
import { type ChannelKindDefinition, type ChannelState, textLimitOf } from '../channels/index.js';
import { currentReplyWindow } from './reply-window.js';
import type { Conversation } from './schemas/conversation.schema.js';

/** Without an unread count, because an event has no reader. */
export type ConversationView = Omit<
  Conversation,
  'search' | 'merge_marks' | 'recipient_id' | 'last_inbound_seq' | 'last_reply_seq' | 'revision' | 'read_by' | 'bulk_id'
> & { version: number; text_limit: ChannelKindDefinition['textLimit'] | null };

export type ConversationRow = ConversationView & { unread_count: number; channel_health: ChannelState | null };

/** Removes private fields and computes the current reply window. */
export function toConversationView(conversation: Conversation): ConversationView {
  const {
    search: _search,
    merge_marks: _marks,
    recipient_id: _recipient,
    last_inbound_seq: _inbound,
    last_reply_seq: _reply,
    read_by: _readBy,
    bulk_id: _bulk,
    revision,
    ...row
  } = conversation;
  const reply_window = currentReplyWindow(row.platform, row.reply_window, new Date());
  return { ...row, version: versionOf({ revision }), reply_window, text_limit: textLimitOf(row.platform) };
}

/** @param readInbound how many customer messages the reader has read */
export function toConversationRow(
  conversation: Conversation,
  readInbound: number,
  channel_health: ChannelState | null,
): ConversationRow {
  const unread_count = Math.max(0, conversation.inbound_count - readInbound);
  return { ...toConversationView(conversation), unread_count, channel_health };
}

export function summarizeContact(contact: {
  full_name: string;
  avatar_url: string | null;
  phone: string | null;
  is_vip: boolean;
  _id: Types.ObjectId;
}): Conversation['contact'] {
  const { full_name, avatar_url, phone, is_vip } = contact;
  return { full_name, avatar_url, phone, is_vip };
}
