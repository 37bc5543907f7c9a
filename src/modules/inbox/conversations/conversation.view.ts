import type { Types } from 'mongoose';
import { versionOf } from '../../../core/tenancy/index.js';
import { currentReplyWindow } from './reply-window.js';
import type { Conversation } from './schemas/conversation.schema.js';

/** A conversation as clients get it; on sockets it has no reader, so no unread count. */
export type ConversationView = Omit<
  Conversation,
  'search' | 'merge_marks' | 'recipient_id' | 'last_inbound_seq' | 'last_reply_seq' | 'revision'
> & { version: number; unread_count?: number };

/** Takes out what only the database needs, and says which reply window counts now. */
export function toConversationView(conversation: Conversation, readUpTo?: number): ConversationView {
  const {
    search: _search,
    merge_marks: _marks,
    recipient_id: _recipient,
    last_inbound_seq: _inbound,
    last_reply_seq: _reply,
    revision,
    ...row
  } = conversation;
  const reply_window = currentReplyWindow(row.platform, row.reply_window, new Date());
  const view = { ...row, version: versionOf({ revision }), reply_window };
  if (readUpTo === undefined) return view;
  return { ...view, unread_count: Math.max(0, conversation.inbound_count - readUpTo) };
}

/** A summary of the contact for list rows. */
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
