import {
  compact,
  type InboundDeletion,
  type InboundEdit,
  type InboundEvent,
  type InboundMessage,
  type InboundReaction,
  type InboundStatus,
  withReadableContent,
} from '../../messages/index.js';
import type { MessageContext } from '../../message-log/index.js';
import { graphFailure } from '../graph/graph-error-table.js';
import { type JsonObject, objectOf, objectsOf, textOf } from '../../../../core/json/index.js';
import type { ItemKind } from '../meta-platforms.js';
import { newIdsOf, whatsappCustomer, whatsappIds } from '../webhook/split-delivery.js';
import { readWhatsappContent } from './whatsapp-content.js';

/** Business-scoped user ids such as `BR.1349…`; they are no phone numbers. */
const BSUID = /^[A-Z]{2}\./;

const CHANGES = new Set(['reaction', 'edit', 'revoke']);
const NOTICES = new Set(['request_welcome', 'ephemeral']);

/** Undefined for notices and groups. Never throws. */
export function mapWhatsapp(kind: ItemKind, payload: JsonObject, at: Date): InboundEvent | undefined {
  const item = objectOf(payload['item']);
  const contact = objectOf(payload['contact']);
  const customer_id = whatsappCustomer(kind, item, contact);
  const isGroup = item['group_id'] !== undefined || item['recipient_type'] === 'group';
  if (customer_id === '' || isGroup) return undefined;
  const base = compact({ customer_id, customer_aliases: aliasesOf(kind, item, contact, customer_id), at });
  switch (kind) {
    case 'message':
      return mapFromCustomer(item, contact, base);
    case 'echo':
      return mapFromPhoneApp(item, base);
    case 'status':
      return mapStatus(item, base);
    default:
      return undefined;
  }
}

type Base = Pick<InboundEvent, 'customer_id' | 'customer_aliases' | 'at'>;

/** Further ids of the same person in this delivery. */
function aliasesOf(kind: ItemKind, item: JsonObject, contact: JsonObject, customerId: string): string[] | undefined {
  const isNew = new Set(newIdsOf(item));
  const aliases = whatsappIds(kind, item, contact).filter((id) => id !== customerId && !isNew.has(id));
  return aliases.length > 0 ? aliases : undefined;
}

function mapFromCustomer(item: JsonObject, contact: JsonObject, base: Base): InboundEvent | undefined {
  const type = textOf(item['type']) ?? '';
  if (NOTICES.has(type)) return undefined;
  if (type === 'system') return mapIdChange(item, base);
  if (CHANGES.has(type)) return mapChange(type, item, base);
  const message = mapMessage(item, 'contact', base);
  return message && compact({ ...message, profile: profileOf(contact, base.customer_id) });
}

/** Staff used the WhatsApp app on their phone. */
function mapFromPhoneApp(item: JsonObject, base: Base): InboundEvent | undefined {
  const type = textOf(item['type']) ?? '';
  if (NOTICES.has(type) || type === 'system') return undefined;
  if (!CHANGES.has(type)) return mapMessage(item, 'business', base);
  const change = mapChange(type, item, base);
  return change?.kind === 'reaction' ? { ...change, by: 'business' } : change;
}

/** An edit, removal or reaction. */
function mapChange(
  type: string,
  item: JsonObject,
  base: Base,
): InboundReaction | InboundEdit | InboundDeletion | undefined {
  const body = objectOf(item[type]);
  if (type === 'reaction') return mapReaction(body, base);
  return type === 'edit' ? mapEdit(body, base) : mapRevocation(body, base);
}

function mapMessage(item: JsonObject, author: InboundMessage['author'], base: Base): InboundMessage | undefined {
  const external_id = textOf(item['id']);
  if (external_id === undefined) return undefined;
  const { content, attachments, button } = readWhatsappContent(item);
  const context = mapContext(item, button);
  return withReadableContent(
    compact({ kind: 'message' as const, ...base, external_id, author, content, attachments, context }),
  );
}

function mapContext(item: JsonObject, button: MessageContext['button']): MessageContext | undefined {
  const context = compact({
    reply_to_external_id: textOf(objectOf(item['context'])['id']),
    button,
    referral: mapReferral(objectOf(item['referral'])),
    forwarded: mapForwarded(objectOf(item['context'])),
  });
  return Object.keys(context).length > 0 ? context : undefined;
}

function mapForwarded({ forwarded, frequently_forwarded }: JsonObject): MessageContext['forwarded'] {
  if (frequently_forwarded === true) return 'often';
  return forwarded === true ? 'once' : undefined;
}

function mapReferral(referral: JsonObject): MessageContext['referral'] {
  const mapped = compact({
    source: textOf(referral['source_type']),
    ref: textOf(referral['ctwa_clid']),
    ad_id: textOf(referral['source_id']),
    headline: textOf(referral['headline']),
    url: textOf(referral['source_url']),
  });
  return Object.keys(mapped).length > 0 ? mapped : undefined;
}

function profileOf(contact: JsonObject, customerId: string): InboundMessage['profile'] {
  const { name, username } = objectOf(contact['profile']);
  const phone = [customerId, textOf(contact['wa_id'])].find((id) => id !== undefined && !BSUID.test(id));
  const profile = compact({ name: textOf(name), username: textOf(username), phone });
  return Object.keys(profile).length > 0 ? profile : undefined;
}

/** A reaction taken back comes with an empty emoji, or without the key. */
function mapReaction(reaction: JsonObject, base: Base): InboundReaction | undefined {
  const target_external_id = textOf(reaction['message_id']);
  return target_external_id
    ? { kind: 'reaction', ...base, target_external_id, emoji: textOf(reaction['emoji']) ?? null }
    : undefined;
}

function mapEdit(edit: JsonObject, base: Base): InboundEdit | undefined {
  const target_external_id = textOf(edit['original_message_id']);
  if (target_external_id === undefined) return undefined;
  return { kind: 'edit', ...base, target_external_id, content: readWhatsappContent(objectOf(edit['message'])).content };
}

function mapRevocation(revoke: JsonObject, base: Base): InboundDeletion | undefined {
  const target_external_id = textOf(revoke['original_message_id']);
  return target_external_id ? { kind: 'deletion', ...base, target_external_id } : undefined;
}

/** Undefined for a new security code, which changes no id. */
function mapIdChange(item: JsonObject, base: Base): InboundEvent | undefined {
  const external_id = textOf(item['id']);
  const new_ids = newIdsOf(item).filter((id) => id !== base.customer_id);
  if (external_id === undefined || new_ids.length === 0) return undefined;
  return { kind: 'id_change', ...base, external_id, new_ids };
}

const STATUSES = new Map<string, InboundStatus['status']>([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['played', 'read'],
  ['failed', 'failed'],
]);

function mapStatus(item: JsonObject, base: Base): InboundEvent | undefined {
  const external_id = textOf(item['id']);
  const name = textOf(item['status']) ?? '';
  if (external_id === undefined) return undefined;
  if (name === 'deleted') return { kind: 'deletion', ...base, target_external_id: external_id };
  const status = STATUSES.get(name);
  if (!status) return undefined;
  return compact({
    kind: 'status' as const,
    ...base,
    status,
    external_ids: [external_id],
    correlation_id: textOf(item['biz_opaque_callback_data']),
    error: status === 'failed' ? mapError(item) : undefined,
  });
}

/** The codes of {@link graphFailure}. `error_data` may be an object or a text. */
function mapError(item: JsonObject): InboundStatus['error'] {
  const [error] = objectsOf(item['errors']);
  if (!error) return undefined;
  const data = error['error_data'];
  const closer = textOf(data) ?? textOf(objectOf(data)['details']);
  const { code, message, details } = graphFailure({
    code: Number(error['code']),
    message: textOf(error['message']) ?? textOf(error['title']) ?? '',
    ...(closer ? { error_data: { details: closer } } : {}),
  });
  return { code, message, ...(details ? { details } : {}) };
}
