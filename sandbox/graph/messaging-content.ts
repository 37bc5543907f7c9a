import type { ShownAttachment, ShownButton } from '../business-message.ts';
import type { Platform } from '../channels.ts';
import { isObject, isText, type JsonObject } from '../json.ts';
import { invalidParam } from './errors.ts';
import { assertUrl, objectParam, onlyKeys, textParam } from './params.ts';

const MESSENGER_TEXT_CHARACTERS = 2_000;
const INSTAGRAM_TEXT_BYTES = 1_000;
const METADATA_CHARACTERS = 1_000;
const MAX_QUICK_REPLIES = 13;
const QUICK_REPLY_TITLE = 20;
const QUICK_REPLY_PAYLOAD = 1_000;
const MESSAGE_KEYS = ['text', 'attachment', 'attachments', 'quick_replies', 'metadata'];
const MEDIA_TYPES: readonly string[] = ['image', 'video', 'audio', 'file'];
const TEMPLATE_TYPES: readonly string[] = ['generic', 'button', 'media', 'receipt', 'customer_feedback'];

export interface MessagingContent {
  text?: string;
  attachments: ShownAttachment[];
  buttons: ShownButton[];
  metadata?: string;
}

/** @throws GraphError 100 for everything that Meta would refuse */
export function readMessage(
  message: JsonObject,
  platform: Platform,
  resolveUpload: (id: string) => string | undefined,
): MessagingContent {
  onlyKeys(message, MESSAGE_KEYS, 'message');
  const kinds = ['text', 'attachment', 'attachments'].filter((key) => message[key] !== undefined);
  if (kinds.length !== 1) throw invalidParam('Message must have exactly one of text, attachment or attachments');
  const content: MessagingContent = { attachments: [], buttons: [] };
  if (message['text'] !== undefined) content.text = readText(message['text'], platform);
  for (const attachment of attachmentsOf(message)) readAttachment(attachment, content, resolveUpload);
  content.buttons.push(...readQuickReplies(message['quick_replies']));
  const { metadata } = message;
  if (metadata !== undefined) {
    if (!isText(metadata) || metadata.length > METADATA_CHARACTERS) {
      throw invalidParam(`Param message[metadata] must be a string of at most ${METADATA_CHARACTERS} characters`);
    }
    content.metadata = metadata;
  }
  return content;
}

function readText(text: unknown, platform: Platform): string {
  if (!isText(text)) throw invalidParam('Param message[text] must be a non-empty UTF-8 encoded string');
  const [length, limit] =
    platform === 'instagram'
      ? [Buffer.byteLength(text), INSTAGRAM_TEXT_BYTES]
      : [[...text].length, MESSENGER_TEXT_CHARACTERS];
  if (length > limit) throw invalidParam(`Length of param message[text] must be less than or equal to ${limit}`);
  return text;
}

function attachmentsOf(message: JsonObject): JsonObject[] {
  if (message['attachment'] !== undefined) return [objectParam(message, 'attachment', 'message[attachment]')];
  const list: unknown = message['attachments'];
  if (list === undefined) return [];
  if (!Array.isArray(list) || list.length === 0 || !list.every(isObject)) {
    throw invalidParam('Param message[attachments] must be a non-empty array of objects');
  }
  return list;
}

function readAttachment(
  attachment: JsonObject,
  content: MessagingContent,
  resolveUpload: (id: string) => string | undefined,
): void {
  onlyKeys(attachment, ['type', 'payload'], 'message[attachment]');
  const type = textParam(attachment, 'type', 'message[attachment][type]');
  const payload = objectParam(attachment, 'payload', 'message[attachment][payload]');
  if (type === 'template') return readTemplate(payload, content);
  if (!MEDIA_TYPES.includes(type)) throw invalidParam(`Invalid attachment type "${type}"`);
  onlyKeys(payload, ['url', 'is_reusable', 'attachment_id'], 'message[attachment][payload]');
  const uploadId = payload['attachment_id'];
  if ((uploadId === undefined) === (payload['url'] === undefined)) {
    throw invalidParam('An attachment needs exactly one of url and attachment_id');
  }
  const url =
    uploadId === undefined
      ? assertUrl(payload['url'], 'message[attachment][payload][url]')
      : resolveUpload(textParam(payload, 'attachment_id'));
  if (url === undefined) throw invalidParam('Invalid attachment_id', 2018074);
  content.attachments.push({ type: type as ShownAttachment['type'], url });
}

function readTemplate(payload: JsonObject, content: MessagingContent): void {
  const kind = textParam(payload, 'template_type', 'message[attachment][payload][template_type]');
  if (!TEMPLATE_TYPES.includes(kind)) throw invalidParam(`Invalid template_type "${kind}"`);
  const elements: unknown = payload['elements'];
  const cards = (Array.isArray(elements) ? elements : [payload]).filter(isObject);
  content.text = cards
    .map((card) => [card['title'], card['subtitle'], card['text']].filter(isText).join('\n'))
    .join('\n\n');
  if (kind === 'button' && !isText(payload['text'])) throw invalidParam('A button template needs text');
  for (const card of cards) {
    if (isText(card['image_url'])) content.attachments.push({ type: 'image', url: card['image_url'] });
    const buttons: unknown = card['buttons'];
    if (Array.isArray(buttons)) content.buttons.push(...buttons.filter(isObject).map(readTemplateButton));
  }
}

function readTemplateButton(button: JsonObject): ShownButton {
  const title = textParam(button, 'title', 'buttons[title]');
  if (button['type'] === 'web_url') return { kind: 'url', title, payload: assertUrl(button['url'], 'buttons[url]') };
  if (button['type'] === 'postback') {
    return { kind: 'postback', title, payload: textParam(button, 'payload', 'buttons[payload]') };
  }
  throw invalidParam(`Invalid button type "${String(button['type'])}"`);
}

function readQuickReplies(value: unknown): ShownButton[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > MAX_QUICK_REPLIES || !value.every(isObject)) {
    throw invalidParam(`Param message[quick_replies] must be an array of at most ${MAX_QUICK_REPLIES} objects`);
  }
  return value.map((reply) => {
    onlyKeys(reply, ['content_type', 'title', 'payload', 'image_url'], 'message[quick_replies]');
    const type = textParam(reply, 'content_type', 'message[quick_replies][content_type]');
    if (type === 'user_phone_number' || type === 'user_email') {
      return { kind: 'quick_reply', title: type, payload: type };
    }
    if (type !== 'text') throw invalidParam(`Invalid content_type "${type}"`);
    const title = textParam(reply, 'title', 'message[quick_replies][title]');
    const payload = textParam(reply, 'payload', 'message[quick_replies][payload]');
    if (title.length > QUICK_REPLY_TITLE)
      throw invalidParam(`A quick reply title has at most ${QUICK_REPLY_TITLE} characters`);
    if (payload.length > QUICK_REPLY_PAYLOAD)
      throw invalidParam(`A payload has at most ${QUICK_REPLY_PAYLOAD} characters`);
    return { kind: 'quick_reply', title, payload };
  });
}
