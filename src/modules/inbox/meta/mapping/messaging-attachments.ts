import { compact, type InboundAttachment, unsupported } from '../../messages/index.js';
import { type JsonObject, objectOf, objectsOf, textOf } from '../../../../core/json/index.js';

const FACEBOOK_ORIGIN = 'https://www.facebook.com';
const FILES = new Map<string, InboundAttachment['type']>([
  ['image', 'image'],
  ['video', 'video'],
  ['audio', 'audio'],
  ['file', 'file'],
  ['sticker', 'sticker'],
  ['story_mention', 'story'],
]);
const SHARES = new Set(['share', 'fallback', 'template', 'reel', 'ig_reel', 'ig_post', 'post', 'ig_story', 'product']);

/** On these hosts, the address of a share is a picture and not a page. */
const FILE_HOSTS = /(^|\.)(fbcdn\.net|fbsbx\.com|cdninstagram\.com)$/;

/** Leaves out the heart, which has no file; see {@link heartOf}. */
export function mapAttachments(message: JsonObject): InboundAttachment[] {
  return objectsOf(message['attachments'])
    .filter(({ type }) => type !== 'like_heart')
    .map(mapAttachment);
}

/** Instagram's heart is an attachment without a file. */
export function heartOf(message: JsonObject): string | undefined {
  return objectsOf(message['attachments']).some(({ type }) => type === 'like_heart') ? '❤️' : undefined;
}

export function mentionedStory(message: JsonObject): string | undefined {
  const mention = objectsOf(message['attachments']).find(({ type }) => type === 'story_mention');
  return mention && textOf(objectOf(mention['payload'])['url']);
}

function mapAttachment(attachment: JsonObject): InboundAttachment {
  const type = textOf(attachment['type']) ?? '';
  const payload = objectOf(attachment['payload']);
  if (type === 'location') return mapLocation(payload);
  if (SHARES.has(type)) return mapShare(attachment, payload);
  const fileType = FILES.get(type);
  const source_url = absoluteUrl(payload['url']);
  if (!fileType || !source_url) return unsupported(type);
  const isSticker = fileType === 'image' && textOf(payload['sticker_id']) !== undefined;
  return { type: isSticker ? 'sticker' : fileType, source_url };
}

function mapLocation(payload: JsonObject): InboundAttachment {
  const { lat, long } = objectOf(payload['coordinates']);
  const place = [textOf(lat), textOf(long)].filter((part) => part !== undefined).join(', ');
  return { type: 'location', ...(place && { file_description: place }) };
}

/** In a template, the first card has the address and the title. */
function mapShare(attachment: JsonObject, payload: JsonObject): InboundAttachment {
  const [card = {}] = objectsOf(payload['elements']);
  const [button] = objectsOf(card['buttons'] ?? payload['buttons']);
  const addresses = [payload['url'], attachment['url'], objectOf(card['default_action'])['url'], button?.['url']];
  const link_url = addresses.map(absoluteUrl).find((url) => url !== undefined);
  const titles = [payload['title'], attachment['title'], card['title'], payload['text']];
  const title = titles.map(textOf).find((text) => text !== undefined);
  const source_url = link_url && FILE_HOSTS.test(new URL(link_url).hostname) ? link_url : undefined;
  return compact({ type: 'share' as const, source_url, link_url, file_description: title ?? link_url });
}

/** Shared reels come with a path only. */
function absoluteUrl(value: unknown): string | undefined {
  const url = textOf(value);
  if (url === undefined) return undefined;
  const absolute = url.startsWith('/') ? FACEBOOK_ORIGIN + url : url;
  return /^https?:\/\//i.test(absolute) && URL.canParse(absolute) ? absolute : undefined;
}
