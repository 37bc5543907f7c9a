/** The common part of {@link mapMessenger} and {@link mapInstagram}. */
import {
  compact,
  type InboundEvent,
  type InboundMessage,
  type InboundReaction,
  type InboundStatus,
  withReadableContent,
} from '../../messages/index.js';
import type { MessageContext } from '../../message-log/index.js';
import { isObject, type JsonObject, objectOf, textOf, timeOf } from '../../../../core/json/index.js';
import { messagingKey } from '../webhook/item-key.js';
import { messagingCustomer } from '../webhook/split-delivery.js';
import { heartOf, mapAttachments, mentionedStory } from './messaging-attachments.js';

export interface ItemOrigin {
  /** Page id or Instagram account id. */
  accountId: string;
  at: Date;
}

export interface EventBase {
  customer_id: string;
  at: Date;
}

/** Undefined for an item without a customer. */
export function baseOf(item: JsonObject, { accountId, at }: ItemOrigin): EventBase | undefined {
  const customer_id = messagingCustomer(item, accountId);
  return customer_id === '' ? undefined : { customer_id, at };
}

/** Undefined for notices. */
export function mapSharedEvent(item: JsonObject, origin: ItemOrigin, base: EventBase): InboundEvent | undefined {
  if (isObject(item['message'])) return mapMessage(item['message'], base);
  if (isObject(item['postback'])) return mapPostback(item, item['postback'], base);
  // Acts of the business itself say nothing about the customer.
  if (textOf(objectOf(item['sender'])['id']) === origin.accountId) return undefined;
  if (isObject(item['message_edit'])) return mapEdit(item['message_edit'], base);
  if (isObject(item['reaction'])) return mapReaction(item['reaction'], base);
  if (isObject(item['referral'])) return mapReferralEvent(item, base);
  if (isObject(item['delivery'])) return mapDelivery(item['delivery'], base);
  return undefined;
}

function mapMessage(message: JsonObject, base: EventBase): InboundEvent | undefined {
  const external_id = textOf(message['mid']);
  if (external_id === undefined) return undefined;
  if (message['is_deleted'] === true) return { kind: 'deletion', ...base, target_external_id: external_id };
  const isEcho = message['is_echo'] === true;
  const mapped: InboundMessage = compact({
    kind: 'message' as const,
    ...base,
    external_id,
    author: isEcho ? ('business' as const) : ('contact' as const),
    content: textOf(message['text']) ?? heartOf(message) ?? '',
    attachments: mapAttachments(message),
    context: mapContext(message),
    correlation_id: textOf(message['metadata']),
    app_id: isEcho ? textOf(message['app_id']) : undefined,
  });
  return withReadableContent(mapped);
}

function mapContext(message: JsonObject): MessageContext | undefined {
  const replyTo = objectOf(message['reply_to']);
  const payload = textOf(objectOf(message['quick_reply'])['payload']);
  const context = compact({
    reply_to_external_id: textOf(replyTo['mid']),
    story: mapStory(message, replyTo),
    button: payload === undefined ? undefined : compact({ payload, title: textOf(message['text']) }),
    referral: mapReferral(message['referral']),
  });
  return Object.keys(context).length > 0 ? context : undefined;
}

function mapStory(message: JsonObject, replyTo: JsonObject): MessageContext['story'] {
  if (isObject(replyTo['story'])) {
    const { id, url } = replyTo['story'];
    return compact({ kind: 'reply' as const, id: textOf(id), url: textOf(url) });
  }
  const url = mentionedStory(message);
  return url === undefined ? undefined : { kind: 'mention', url };
}

/** An ad, or a link with a name. */
export function mapReferral(value: unknown): MessageContext['referral'] {
  if (!isObject(value)) return undefined;
  const ad = objectOf(value['ads_context_data']);
  const referral = compact({
    source: textOf(value['source']),
    ref: textOf(value['ref']),
    ad_id: textOf(value['ad_id']),
    post_id: textOf(ad['post_id']),
    headline: textOf(ad['ad_title']),
    url: textOf(ad['photo_url']) ?? textOf(ad['video_url']),
  });
  return Object.keys(referral).length > 0 ? referral : undefined;
}

/** Undefined for a referral without a link name or ad. */
function mapReferralEvent(item: JsonObject, base: EventBase): InboundEvent | undefined {
  const referral = mapReferral(item['referral']);
  return referral && { kind: 'referral', ...base, external_id: messagingKey(item), referral };
}

/** A pressed button becomes a message with its title. */
function mapPostback(item: JsonObject, postback: JsonObject, base: EventBase): InboundMessage {
  const title = textOf(postback['title']);
  const payload = textOf(postback['payload']) ?? title ?? '';
  const context = compact({ button: compact({ payload, title }), referral: mapReferral(postback['referral']) });
  const external_id = textOf(postback['mid']) ?? messagingKey(item);
  const content = title ?? payload;
  return withReadableContent({
    kind: 'message',
    ...base,
    external_id,
    author: 'contact',
    content,
    attachments: [],
    context,
  });
}

function mapEdit(edit: JsonObject, base: EventBase): InboundEvent | undefined {
  const target_external_id = textOf(edit['mid']);
  const content = textOf(edit['text']);
  if (target_external_id === undefined || content === undefined) return undefined;
  return { kind: 'edit', ...base, target_external_id, content };
}

const EMOJI_OF_REACTION = new Map([
  ['love', '❤️'],
  ['like', '👍'],
  ['dislike', '👎'],
  ['smile', '😆'],
  ['wow', '😮'],
  ['sad', '😢'],
  ['angry', '😡'],
]);
const ANY_REACTION = '👍';

function mapReaction(reaction: JsonObject, base: EventBase): InboundReaction | undefined {
  const target_external_id = textOf(reaction['mid']);
  if (target_external_id === undefined) return undefined;
  const name = textOf(reaction['reaction']) ?? '';
  const emoji = textOf(reaction['emoji']) ?? EMOJI_OF_REACTION.get(name) ?? ANY_REACTION;
  return { kind: 'reaction', ...base, target_external_id, emoji: reaction['action'] === 'unreact' ? null : emoji };
}

/** Without a list of messages, all up to the watermark are meant. */
function mapDelivery(delivery: JsonObject, base: EventBase): InboundStatus | undefined {
  const mids: readonly unknown[] = Array.isArray(delivery['mids']) ? delivery['mids'] : [];
  const external_ids = mids.map(textOf).filter((id) => id !== undefined);
  const watermark = timeOf(delivery['watermark']);
  if (external_ids.length === 0 && !watermark) return undefined;
  return compact({ kind: 'status' as const, ...base, status: 'delivered' as const, external_ids, watermark });
}
