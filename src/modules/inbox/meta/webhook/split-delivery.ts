import type { InboundItem } from '../../inbound-events/index.js';
import { isObject, type JsonObject, objectOf, objectsOf, textOf, timeOf } from '../../../../core/json/index.js';
import type { ItemKind, MetaPlatform } from '../meta-platforms.js';
import { changeKey, messagingKey, whatsappKey } from './item-key.js';

export interface DeliveryItem extends InboundItem {
  platform: MetaPlatform;
  kind: ItemKind;
}

/** In the order of the delivery. Leaves out unknown and malformed members; never throws. */
export function splitDelivery(delivery: JsonObject): DeliveryItem[] {
  const entries = objectsOf(delivery['entry']);
  switch (delivery['object']) {
    case 'page':
      return entries.flatMap((entry) => splitMessagingEntry('facebook', entry));
    case 'instagram':
      return entries.flatMap((entry) => splitMessagingEntry('instagram', entry));
    case 'whatsapp_business_account':
      return entries.flatMap(splitWhatsappEntry);
    default:
      return [];
  }
}

/** `standby` has the same shapes, while another app owns the thread. */
function splitMessagingEntry(platform: 'facebook' | 'instagram', entry: JsonObject): DeliveryItem[] {
  const account = textOf(entry['id']) ?? '';
  return [
    ...objectsOf(entry['messaging']).map((item) => messagingItem(platform, account, item, entry)),
    ...objectsOf(entry['standby']).map((item) => ({
      ...messagingItem(platform, account, item, entry),
      kind: 'standby' as const,
    })),
    ...objectsOf(entry['changes']).map((change) => changeItem(platform, account, change, entry)),
  ];
}

function messagingItem(platform: MetaPlatform, account: string, payload: JsonObject, entry: JsonObject): DeliveryItem {
  return {
    platform,
    external_id: account,
    customer_id: messagingCustomer(payload, account),
    kind: 'messaging',
    key: messagingKey(payload),
    provider_at: timeOf(payload['timestamp']) ?? timeOf(entry['time']),
    payload,
  };
}

/** The other side of the thread: the recipient of an echo. */
export function messagingCustomer(item: JsonObject, account: string): string {
  const sender = objectOf(item['sender']);
  const senderId = textOf(sender['id']) ?? textOf(sender['user_ref']) ?? '';
  const recipientId = textOf(objectOf(item['recipient'])['id']) ?? '';
  const isOutgoing = objectOf(item['message'])['is_echo'] === true || senderId === account;
  return isOutgoing ? recipientId : senderId;
}

function changeItem(platform: MetaPlatform, account: string, change: JsonObject, entry: JsonObject): DeliveryItem {
  const value = objectOf(change['value']);
  // The dashboard's test button wraps a messaging item into a change.
  if (change['field'] === 'messages' && isObject(value['sender'])) {
    return messagingItem(platform, account, value, entry);
  }
  return {
    platform,
    external_id: account,
    customer_id: textOf(objectOf(value['from'])['id']) ?? '',
    kind: 'change',
    key: changeKey(change),
    // In an edit or removal, `created_time` is the time of the comment.
    provider_at: timeOf(entry['time']) ?? timeOf(value['created_time']),
    payload: change,
  };
}

function splitWhatsappEntry(entry: JsonObject): DeliveryItem[] {
  return objectsOf(entry['changes']).flatMap((change) => splitWhatsappChange(change, entry));
}

const WHATSAPP_LISTS = [
  ['messages', 'message'],
  ['message_echoes', 'echo'],
  ['statuses', 'status'],
] as const;

function splitWhatsappChange(change: JsonObject, entry: JsonObject): DeliveryItem[] {
  const value = objectOf(change['value']);
  const external_id = textOf(objectOf(value['metadata'])['phone_number_id']) ?? textOf(entry['id']) ?? '';
  const items = WHATSAPP_LISTS.flatMap(([list, kind]) =>
    objectsOf(value[list]).map((item): DeliveryItem => {
      const contact = contactOf(value, item);
      return {
        platform: 'whatsapp',
        external_id,
        customer_id: whatsappCustomer(kind, item, contact),
        customer_ids: whatsappIds(kind, item, contact),
        kind,
        key: whatsappKey(kind, item),
        provider_at: timeOf(item['timestamp']) ?? timeOf(entry['time']),
        payload: contact ? { item, contact } : { item },
      };
    }),
  );
  if (items.length > 0) return items;
  const provider_at = timeOf(entry['time']);
  return [
    {
      platform: 'whatsapp',
      external_id,
      customer_id: '',
      kind: 'change',
      key: changeKey(change),
      provider_at,
      payload: change,
    },
  ];
}

/** Contacts stand beside the messages, and may be missing. */
function contactOf(value: JsonObject, item: JsonObject): JsonObject | undefined {
  const contacts = objectsOf(value['contacts']);
  const ids = [item['from'], item['from_user_id']].map(textOf).filter((id) => id !== undefined);
  const match = contacts.find((contact) => {
    const known = [textOf(contact['wa_id']), textOf(contact['user_id'])];
    return ids.some((id) => known.includes(id));
  });
  return match ?? (contacts.length === 1 && objectsOf(value['messages']).length === 1 ? contacts[0] : undefined);
}

/** The phone number, or the business-scoped id. */
export function whatsappCustomer(kind: ItemKind, item: JsonObject, contact: JsonObject | undefined): string {
  return whatsappIds(kind, item, contact)[0] ?? '';
}

/** All ids of the customer: the phone number and the business-scoped ids, before and after a change. */
export function whatsappIds(kind: ItemKind, item: JsonObject, contact: JsonObject | undefined): string[] {
  const previous = objectOf(item['system'])['previous_user_id'];
  const values =
    kind === 'message'
      ? [
          ...[item['from'], previous, item['from_user_id'], contact?.['wa_id'], contact?.['user_id']],
          ...[item['from_parent_user_id'], contact?.['parent_user_id']],
        ]
      : [
          ...[item['recipient_id'], item['to'], item['recipient_user_id'], item['to_user_id']],
          ...[item['recipient_parent_user_id'], item['to_parent_user_id']],
        ];
  const ids = values.map(textOf).filter((id) => id !== undefined && id !== '');
  return [...new Set([...ids, ...newIdsOf(item)])] as string[];
}

/** The new ids in WhatsApp's notice that a customer's number or user id has changed. */
export function newIdsOf(item: JsonObject): string[] {
  const { wa_id, new_wa_id, user_id, new_user_id, parent_user_id } = objectOf(item['system']);
  return [wa_id, new_wa_id, user_id, new_user_id, parent_user_id].map(textOf).filter((id) => id !== undefined);
}
