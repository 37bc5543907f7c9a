import type { BusinessMessage, ShownAttachment, ShownButton } from '../business-message.ts';
import { isObject, isText, type JsonObject } from '../json.ts';
import type { MediaLibrary } from '../media-library.ts';
import { whatsappError } from './errors.ts';
import { objectParam, onlyKeys, textParam } from './params.ts';
import { readTemplate, type TemplateSendContext } from './whatsapp-templates.ts';

const TEXT_CHARACTERS = 4_096;
const CAPTION_CHARACTERS = 1_024;
const MAX_BUTTONS = 3;
const BUTTON_TITLE = 20;
const MAX_ROWS = 10;
const ROW_TITLE = 24;
const ROW_DESCRIPTION = 72;
const INTERACTIVE_TEXT = 1_024;

export type WhatsappContent = Pick<BusinessMessage, 'text' | 'attachments' | 'buttons' | 'reaction'>;

interface ContentContext extends TemplateSendContext {
  media: MediaLibrary;
  channelId: string;
  baseUrl: string;
  knowsMessage: (id: string) => boolean;
}

type Reader = (body: JsonObject, context: ContentContext) => WhatsappContent;

const MEDIA_KEYS: Record<string, readonly string[]> = {
  image: ['id', 'link', 'caption'],
  video: ['id', 'link', 'caption'],
  audio: ['id', 'link', 'voice'],
  document: ['id', 'link', 'caption', 'filename'],
  sticker: ['id', 'link'],
};

const READERS: Record<string, Reader> = {
  text: readText,
  image: (body, context) => readMedia('image', body, context),
  video: (body, context) => readMedia('video', body, context),
  audio: (body, context) => readMedia('audio', body, context),
  document: (body, context) => readMedia('document', body, context),
  sticker: (body, context) => readMedia('sticker', body, context),
  location: readLocation,
  reaction: readReaction,
  interactive: readInteractive,
  template: readTemplate,
};

export const WHATSAPP_TYPES: readonly string[] = Object.keys(READERS);

/** @throws GraphError of the Cloud API */
export function readContent(type: string, params: JsonObject, context: ContentContext): WhatsappContent {
  const reader = READERS[type];
  if (reader === undefined) throw badValue(`type must be one of {${WHATSAPP_TYPES.join(', ')}}`);
  const body = params[type];
  if (!isObject(body)) throw missing(type);
  return reader(body, context);
}

export function missing(name: string): Error {
  return whatsappError(131008, 'Required parameter is missing', `Parameter ${name} is mandatory`);
}

export function badValue(details: string): Error {
  return whatsappError(131009, 'Parameter value is not valid', details);
}

function required(body: JsonObject, key: string, where: string): string {
  const value = body[key];
  if (!isText(value)) throw missing(`${where}[${key}]`);
  return value;
}

function readText(body: JsonObject): WhatsappContent {
  onlyKeys(body, ['body', 'preview_url'], 'text');
  const text = required(body, 'body', 'text');
  if ([...text].length > TEXT_CHARACTERS) throw badValue(`text[body] has at most ${TEXT_CHARACTERS} characters`);
  if (body['preview_url'] !== undefined && typeof body['preview_url'] !== 'boolean') {
    throw badValue('text[preview_url] must be a boolean');
  }
  return { text, attachments: [], buttons: [] };
}

function readMedia(type: string, body: JsonObject, context: ContentContext): WhatsappContent {
  onlyKeys(body, MEDIA_KEYS[type] ?? [], type);
  const { id, link, caption, filename } = body;
  if ((id === undefined) === (link === undefined)) throw badValue(`${type} needs exactly one of id and link`);
  if (caption !== undefined && (!isText(caption) || caption.length > CAPTION_CHARACTERS)) {
    throw badValue(`${type}[caption] must be a string of at most ${CAPTION_CHARACTERS} characters`);
  }
  const shown: ShownAttachment = {
    type: type === 'document' ? 'file' : (type as ShownAttachment['type']),
    url: id === undefined ? mediaLink(link, type) : mediaUrl(id, type, context),
    ...(isText(filename) ? { name: filename } : {}),
  };
  return { ...(isText(caption) ? { text: caption } : {}), attachments: [shown], buttons: [] };
}

function mediaLink(link: unknown, type: string): string {
  if (!isText(link) || !/^https?:\/\/\S+$/.test(link)) throw badValue(`${type}[link] must be a valid URL`);
  return link;
}

function mediaUrl(id: unknown, type: string, context: ContentContext): string {
  const media = isText(id) ? context.media.find(id) : undefined;
  if (media === undefined || (media.channelId !== null && media.channelId !== context.channelId)) {
    throw badValue(`${type}[id]: media not found`);
  }
  return `${context.baseUrl}/cdn/${media.id}`;
}

function readLocation(body: JsonObject): WhatsappContent {
  onlyKeys(body, ['latitude', 'longitude', 'name', 'address'], 'location');
  const { latitude, longitude, name, address } = body;
  if (!Number.isFinite(Number(latitude)) || !Number.isFinite(Number(longitude)) || latitude === undefined) {
    throw badValue('location needs latitude and longitude');
  }
  const lines = [name, address].filter(isText);
  return {
    text: `📍 ${[...lines, `${Number(latitude)}, ${Number(longitude)}`].join('\n')}`,
    attachments: [],
    buttons: [],
  };
}

function readReaction(body: JsonObject, context: ContentContext): WhatsappContent {
  onlyKeys(body, ['message_id', 'emoji'], 'reaction');
  const messageId = required(body, 'message_id', 'reaction');
  if (!context.knowsMessage(messageId)) throw badValue('reaction[message_id] is not a message of this conversation');
  if (typeof body['emoji'] !== 'string') throw missing('reaction[emoji]');
  return { attachments: [], buttons: [], reaction: { messageId, emoji: body['emoji'] } };
}

function readInteractive(body: JsonObject): WhatsappContent {
  onlyKeys(body, ['type', 'header', 'body', 'footer', 'action'], 'interactive');
  const type = required(body, 'type', 'interactive');
  const parts = [body['header'], body['body'], body['footer']].filter(isObject).map((part) => part['text']);
  const action = objectParam(body, 'action', 'interactive[action]');
  const text = parts.filter(isText).join('\n\n');
  if (!isObject(body['body']) || !isText(body['body']['text'])) throw missing('interactive[body][text]');
  if (body['body']['text'].length > INTERACTIVE_TEXT) {
    throw badValue(`interactive[body][text] has at most ${INTERACTIVE_TEXT} characters`);
  }
  if (type === 'button') return { text, attachments: [], buttons: readReplyButtons(action['buttons']) };
  if (type === 'list') return { text, attachments: [], buttons: readRows(action) };
  if (type === 'cta_url') {
    const parameters = objectParam(action, 'parameters');
    const title = textParam(parameters, 'display_text');
    return { text, attachments: [], buttons: [{ kind: 'url', title, payload: textParam(parameters, 'url') }] };
  }
  throw badValue('interactive[type] must be one of {button, list, cta_url}');
}

function readReplyButtons(value: unknown): ShownButton[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_BUTTONS || !value.every(isObject)) {
    throw badValue(`interactive[action][buttons] must hold 1 to ${MAX_BUTTONS} buttons`);
  }
  const buttons = value.map((button): ShownButton => {
    onlyKeys(button, ['type', 'reply'], 'interactive[action][buttons]');
    const reply = objectParam(button, 'reply');
    const title = required(reply, 'title', 'reply');
    if (title.length > BUTTON_TITLE) throw badValue(`A button title has at most ${BUTTON_TITLE} characters`);
    return { kind: 'button_reply', title, payload: required(reply, 'id', 'reply') };
  });
  if (new Set(buttons.map((button) => button.payload)).size < buttons.length) throw badValue('Button ids must differ');
  return buttons;
}

function readRows(action: JsonObject): ShownButton[] {
  onlyKeys(action, ['button', 'sections'], 'interactive[action]');
  if (required(action, 'button', 'interactive[action]').length > BUTTON_TITLE) {
    throw badValue(`interactive[action][button] has at most ${BUTTON_TITLE} characters`);
  }
  const sections: unknown = action['sections'];
  if (!Array.isArray(sections)) throw missing('interactive[action][sections]');
  const rows = sections.filter(isObject).flatMap((section): unknown[] => {
    const own: unknown = section['rows'];
    return Array.isArray(own) ? own : [];
  });
  if (rows.length === 0 || rows.length > MAX_ROWS || !rows.every(isObject)) {
    throw badValue(`A list has 1 to ${MAX_ROWS} rows`);
  }
  const shown = rows.map((row): ShownButton => {
    onlyKeys(row, ['id', 'title', 'description'], 'rows');
    const { description } = row;
    if (description !== undefined && (!isText(description) || description.length > ROW_DESCRIPTION)) {
      throw badValue(`A row description has at most ${ROW_DESCRIPTION} characters`);
    }
    const title = required(row, 'title', 'rows');
    if (title.length > ROW_TITLE) throw badValue(`A row title has at most ${ROW_TITLE} characters`);
    return { kind: 'list_reply', title, payload: required(row, 'id', 'rows') };
  });
  if (new Set(shown.map(({ payload }) => payload)).size < shown.length) throw badValue('Row ids must differ');
  return shown;
}
