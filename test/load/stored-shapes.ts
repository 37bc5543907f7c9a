/** Conversations and messages as the product stores them, for benches that write many of them straight into its collections. */
import { ObjectId } from 'mongodb';

const DAY_MS = 86_400_000;

export type StoredConversation = ReturnType<typeof storedConversation>;

/** An open conversation whose last message came at `at`. `index` makes it differ from the others. */
export function storedConversation(company_id: ObjectId, { index, at, messages }: Place) {
  return {
    _id: new ObjectId(),
    company_id,
    contact_id: new ObjectId(),
    channel_id: null,
    platform: index % 2 ? 'facebook' : 'instagram',
    recipient_id: String(index),
    contact: { full_name: `Customer ${index}`, avatar_key: null, phone: null, is_vip: false },
    status: 'open',
    snoozed_until: null,
    assignee_id: null,
    team_id: null,
    owner: { kind: 'none', id: null, epoch: 0 },
    automation: 'on',
    labels: [] as string[],
    pets: [] as object[],
    read_by: [],
    priority: 'normal',
    last_message: {
      _id: new ObjectId(),
      seq: messages,
      content: 'Hello',
      role: 'user',
      direction: 'inbound',
      status: 'delivered',
      attachment_type: null,
      sent_at: at,
    },
    last_seq: messages,
    last_inbound_seq: messages,
    last_reply_seq: 0,
    inbound_count: messages,
    last_inbound_at: at,
    last_activity_at: at,
    waiting_since: index % 3 ? at : null,
    reply_window: { expires_at: new Date(at.getTime() + DAY_MS), kind: 'standard' },
    episode: 1,
    next_appointment: null,
    merge_marks: [],
    search: ['customer', String(index)],
    created_at: at,
    updated_at: at,
  };
}

interface Place {
  index: number;
  at: Date;
  /** How many messages it has. */
  messages: number;
}

/** A message of the customer. */
export function storedMessage(of: StoredConversation, seq: number, sent_at: Date) {
  return {
    company_id: of.company_id,
    contact_id: of.contact_id,
    conversation_id: of._id,
    channel_id: null,
    role: 'user',
    platform: of.platform,
    direction: 'inbound',
    visibility: 'public',
    author: { kind: 'contact', id: null },
    content: `Hello number ${seq} about Rex`,
    attachments: [],
    read: false,
    delivered: true,
    status: 'delivered',
    error: null,
    seq,
    inbound_count: seq,
    sent_at,
    context: null,
    reactions: [],
    deleted_at: null,
    edited_at: null,
    created_at: sent_at,
    updated_at: sent_at,
  };
}
