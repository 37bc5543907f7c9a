import type { Types } from 'mongoose';

/** Which stored events hold personal data, and the values that replace it. */
export interface EventRedaction {
  readonly filter: Readonly<Record<string, unknown>>;
  readonly set: Readonly<Record<string, unknown>>;
}

const NO_WORDS = {
  'data.message.content': '',
  'data.message.attachments': [],
  'data.message.context': null,
  'data.message.quoted': null,
};
const NO_QUOTED_WORDS = { 'data.message.quoted.content': '', 'data.message.quoted.attachment_type': null };
const NO_LAST_WORDS = { 'data.conversation.last_message.content': '' };
const NO_CUSTOMER = {
  'data.conversation.contact': { full_name: '', avatar_url: null, phone: null, is_vip: false },
  'data.conversation.pets': [],
  'data.conversation.next_appointment': null,
};

/** A draft may repeat what it answers. */
const NO_DRAFT = { 'data.suggestion.text': '', 'data.suggestion.choices': [] };

/** For documents with the `data` of a logged event. */
export function redactionsOfMessage(messageId: Types.ObjectId): readonly EventRedaction[] {
  return [
    { filter: { 'data.message._id': messageId }, set: NO_WORDS },
    { filter: { 'data.message.quoted.message_id': messageId }, set: NO_QUOTED_WORDS },
    { filter: { 'data.conversation.last_message._id': messageId }, set: NO_LAST_WORDS },
    { filter: { 'data.suggestion.message_ids': messageId.toHexString() }, set: NO_DRAFT },
  ];
}

/** For documents with the `data` of a logged event. */
export function redactionsOfContact(contactId: Types.ObjectId): readonly EventRedaction[] {
  const ofConversation = { 'data.conversation.contact_id': contactId };
  return [
    { filter: { 'data.message.contact_id': contactId }, set: NO_WORDS },
    { filter: ofConversation, set: NO_CUSTOMER },
    { filter: { ...ofConversation, 'data.conversation.last_message._id': { $exists: true } }, set: NO_LAST_WORDS },
    {
      filter: { 'data.appointment.contact_id': { $in: [contactId, contactId.toHexString()] } },
      set: { 'data.appointment.notes': null },
    },
    { filter: { 'data.suggestion.contact_id': contactId.toHexString() }, set: NO_DRAFT },
  ];
}
