import { type JsonObject, objectOf, textOf } from '../../../../core/json/index.js';
import { type StoredItem, UNKNOWN_ITEM } from '../../inbound-events/index.js';
import type { MessageContext } from '../../message-log/index.js';
import {
  compact,
  type InboundAttachment,
  type InboundEvent,
  type InboundMessage,
  type InboundStatus,
  withReadableContent,
} from '../../messages/index.js';
import { chatOf } from '../webhook/split-event.js';
import { customerOf, isHiddenId, readMessageId } from './waha-ids.js';

type Base = Pick<InboundEvent, 'customer_id' | 'customer_aliases' | 'at'>;

/** An app id that is never ours: the echo adoption compares such a message by its id only. */
const PHONE_APP = 'whatsapp-phone';

/** Notices of WhatsApp itself, by the types of the engine WEBJS. */
const NOTICES = new Set(['e2e_notification', 'notification_template', 'notification', 'gp2', 'protocol', 'call_log']);

/** By `ack`: -1 error, 0 pending, 1 server, 2 device, 3 read, 4 played. */
const STATUSES = new Map<string, InboundStatus['status']>([
  ['-1', 'failed'],
  ['1', 'sent'],
  ['2', 'delivered'],
  ['3', 'read'],
  ['4', 'read'],
]);

/** Undefined for an item that the inbox does not show. Never throws. */
export function mapEvent({ kind, item, provider_at: at }: StoredItem): InboundEvent | undefined {
  const payload = objectOf(JSON.parse(item));
  const customer_id = customerOf(chatOf(payload));
  if (customer_id === undefined) return undefined;
  const other = customerOf(objectOf(payload['engine'])['other_id']);
  const ids = [customer_id, ...(other && other !== customer_id ? [other] : [])];
  // The number is the better id: staff know it, and other channels have it.
  const [first = customer_id, ...aliases] = ids.toSorted((a, b) => Number(isHiddenId(a)) - Number(isHiddenId(b)));
  const base: Base = { customer_id: first, at, ...(aliases.length > 0 && { customer_aliases: aliases }) };
  switch (kind) {
    case 'message':
      return mapMessage(payload, base);
    case 'message.ack':
      return mapAck(payload, base);
    case 'message.reaction':
      return mapReaction(payload, base);
    case 'message.edited':
      return mapEdit(payload, base);
    case 'message.revoked':
      return mapRevocation(payload, base);
    default:
      return undefined;
  }
}

/** A name without personal data, for the metric of items that nobody is shown. */
export function unshownKindOf({ kind }: StoredItem): string {
  return /^(message|presence|chat|call|poll|label|group|state|engine)\b/.exec(kind)?.[0] ?? UNKNOWN_ITEM;
}

function mapMessage(payload: JsonObject, base: Base): InboundMessage | undefined {
  const id = readMessageId(payload['id']);
  const engine = objectOf(payload['engine']);
  if (!id || NOTICES.has(textOf(engine['type']) ?? '')) return undefined;
  const isOwn = payload['fromMe'] === true;
  const message = compact<InboundMessage>({
    kind: 'message',
    ...base,
    external_id: id.raw,
    author: isOwn ? 'business' : 'contact',
    content: textOf(payload['body']) ?? '',
    attachments: attachmentsOf(payload),
    context: contextOf(payload),
    app_id: isOwn && payload['source'] === 'app' ? PHONE_APP : undefined,
    profile: isOwn ? undefined : profileOf(engine, base.customer_id),
  });
  return withReadableContent(message);
}

function profileOf(engine: JsonObject, customer: string): InboundMessage['profile'] {
  const profile = compact({ name: textOf(engine['name']), phone: isHiddenId(customer) ? undefined : customer });
  return Object.keys(profile).length > 0 ? profile : undefined;
}

function contextOf(payload: JsonObject): MessageContext | undefined {
  const repliedTo = readMessageId(objectOf(payload['replyTo'])['id'])?.raw;
  return repliedTo === undefined ? undefined : { reply_to_external_id: repliedTo };
}

function attachmentsOf(payload: JsonObject): InboundAttachment[] {
  const location = locationOf(objectOf(payload['location']));
  const contacts = Array.isArray(payload['vCards']) ? payload['vCards'].flatMap((card) => contactOf(card)) : [];
  return [...fileOf(payload), ...(location ? [location] : []), ...contacts];
}

/** A file that the server did not download leaves a placeholder. */
function fileOf(payload: JsonObject): InboundAttachment[] {
  if (payload['hasMedia'] !== true) return [];
  const media = objectOf(payload['media']);
  const source_url = textOf(media['url']);
  if (source_url === undefined) return [{ type: 'unsupported' }];
  const mime_type = textOf(media['mimetype'])?.split(';')[0]?.trim();
  const file_description = textOf(media['filename']);
  return [compact({ type: typeOf(mime_type), source_url, mime_type, file_description })];
}

function typeOf(mime = ''): InboundAttachment['type'] {
  if (mime === 'image/webp') return 'sticker';
  const [group] = mime.split('/');
  return group === 'image' || group === 'video' || group === 'audio' ? group : 'file';
}

function locationOf({ latitude, longitude, description }: JsonObject): InboundAttachment | undefined {
  if (typeof latitude !== 'number' && typeof latitude !== 'string') return undefined;
  const place = [`${String(latitude)}, ${String(longitude)}`, textOf(description)].filter(Boolean).join(' ');
  return { type: 'location', file_description: place };
}

function contactOf(card: unknown): InboundAttachment[] {
  const [, name] = /^FN[^:]*:(.+)$/m.exec(typeof card === 'string' ? card : '') ?? [];
  const numbers = typeof card === 'string' ? [...card.matchAll(/^TEL[^:]*:(.+)$/gm)].map(([, number]) => number) : [];
  const shown = [name, ...numbers]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(' ');
  return shown === '' ? [] : [{ type: 'contact', file_description: shown }];
}

function mapAck(payload: JsonObject, base: Base): InboundStatus | undefined {
  const id = readMessageId(payload['id']);
  const status = STATUSES.get(textOf(payload['ack']) ?? '');
  // An ack of a customer's message says that staff have read it on the phone.
  if (!id || !status || payload['fromMe'] === false || id.fromMe === false) return undefined;
  const error = { code: 'NOT_DELIVERED', message: 'WhatsApp could not deliver the message. Send it again' };
  return { kind: 'status', ...base, status, external_ids: [id.raw], ...(status === 'failed' && { error }) };
}

/** An empty text takes the reaction back. */
function mapReaction(payload: JsonObject, base: Base): InboundEvent | undefined {
  const reaction = objectOf(payload['reaction']);
  const target = readMessageId(reaction['messageId']);
  if (!target) return undefined;
  const by = payload['fromMe'] === true ? 'business' : 'contact';
  return { kind: 'reaction', ...base, by, target_external_id: target.raw, emoji: textOf(reaction['text']) ?? null };
}

function mapEdit(payload: JsonObject, base: Base): InboundEvent | undefined {
  const target = readMessageId(payload['editedMessageId']);
  const content = textOf(payload['body']);
  return target && content !== undefined
    ? { kind: 'edit', ...base, target_external_id: target.raw, content }
    : undefined;
}

function mapRevocation(payload: JsonObject, base: Base): InboundEvent | undefined {
  const target = readMessageId(payload['revokedMessageId']) ?? readMessageId(objectOf(payload['before'])['id']);
  return target && { kind: 'deletion', ...base, target_external_id: target.raw };
}
