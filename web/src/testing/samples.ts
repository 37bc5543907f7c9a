import type { Schemas } from '#web/lib/api/client.ts';

const AT = '2026-03-02T12:00:00.000Z';

/** A conversation for tests; the fields that a test is about are given. */
export function sampleRow(fields: Partial<Schemas['ConversationDto']> = {}): Schemas['ConversationDto'] {
  return {
    _id: 'c1',
    assignee_id: null,
    automation: 'off',
    channel_health: 'live',
    channel_id: 'ch1',
    company_id: 'co1',
    contact: { full_name: 'Ana', avatar_url: null, phone: null, is_vip: false },
    contact_id: 'ct1',
    created_at: AT,
    episode: 1,
    inbound_count: 0,
    labels: [],
    last_activity_at: AT,
    last_inbound_at: null,
    last_message: null,
    last_referral: null,
    last_seq: 0,
    next_appointment: null,
    owner: { epoch: 0, id: null, kind: 'none' },
    pets: [],
    platform: 'facebook',
    priority: 'normal',
    reply_window: null,
    snoozed_until: null,
    status: 'open',
    team_id: null,
    text_limit: { limit: 2_000, unit: 'characters' },
    unread_count: 0,
    updated_at: AT,
    version: 1,
    waiting_since: null,
    ...fields,
  };
}

/** A customer's message for tests. */
export function sampleMessage(fields: Partial<Schemas['MessageDto']> = {}): Schemas['MessageDto'] {
  return {
    _id: `m${fields.seq ?? 1}`,
    attachments: [],
    author: { id: null, kind: 'contact' },
    channel_id: 'ch1',
    company_id: 'co1',
    contact_id: 'ct1',
    content: 'Hello',
    context: null,
    conversation_id: 'c1',
    created_at: AT,
    deleted_at: null,
    assistant_turn_id: null,
    delivered: true,
    direction: 'inbound',
    edited_at: null,
    error: null,
    platform: 'facebook',
    quoted: null,
    template: null,
    buttons: [],
    list: null,
    reactions: [],
    read: false,
    role: 'user',
    sent_at: AT,
    seq: 1,
    status: 'delivered',
    updated_at: AT,
    version: 1,
    visibility: 'public',
    ...fields,
  };
}

/** A quote of a customer's message for tests. */
export const quotedMessage = (): Schemas['QuotedMessageDto'] => ({
  message_id: 'm1',
  seq: 1,
  author: { id: null, kind: 'contact' },
  content: 'Hello',
  attachment_type: null,
});
