import { versionOf } from '../../../core/tenancy/index.js';
import { type ChannelState, type TextLimit, textLimitOf } from '../channels/index.js';
import type { Contact, ContactPictures } from '../../customers/contacts/index.js';
import { currentReplyWindow } from './reply-window.js';
import type { ContactSummary, Conversation, LastReferral } from './schemas/conversation.schema.js';

/** Without an unread count, because an event has no reader. */
export type ConversationView = Omit<
  Conversation,
  | 'contact'
  | 'search'
  | 'merge_marks'
  | 'recipient_id'
  | 'last_inbound_seq'
  | 'last_reply_seq'
  | 'revision'
  | 'read_by'
  | 'bulk_id'
  | 'unpublished_removal'
  | 'closed_epoch'
> & {
  contact: Omit<ContactSummary, 'avatar_key'> & { avatar_url: string | null };
  last_referral: LastReferral | null;
  version: number;
  text_limit: TextLimit | null;
};

export type ConversationRow = ConversationView & { unread_count: number; channel_health: ChannelState | null };

/** Removes private fields, signs the address of the picture and computes the current reply window. */
export function toConversationView(conversation: Conversation, pictures: ContactPictures): ConversationView {
  const {
    contact: { full_name, phone, is_vip, ...picture },
    search: _search,
    merge_marks: _marks,
    recipient_id: _recipient,
    last_inbound_seq: _inbound,
    last_reply_seq: _reply,
    read_by: _readBy,
    bulk_id: _bulk,
    unpublished_removal: _removal,
    closed_epoch: _closed,
    revision,
    ...row
  } = conversation;
  const reply_window = currentReplyWindow(row.platform, row.reply_window, new Date());
  return {
    ...row,
    contact: { full_name, avatar_url: pictures.urlOf(picture), phone, is_vip },
    last_referral: row.last_referral ?? null,
    version: versionOf({ revision }),
    reply_window,
    text_limit: textLimitOf(row.platform),
  };
}

/** @param readInbound how many customer messages the reader has read */
export function toConversationRow(
  conversation: Conversation,
  readInbound: number,
  channel_health: ChannelState | null,
  pictures: ContactPictures,
): ConversationRow {
  const unread_count = Math.max(0, conversation.inbound_count - readInbound);
  return { ...toConversationView(conversation, pictures), unread_count, channel_health };
}

export function summarizeContact({ full_name, avatar_key, phone, is_vip }: Contact): ContactSummary {
  return { full_name, avatar_key, phone, is_vip };
}
