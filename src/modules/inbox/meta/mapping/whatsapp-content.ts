import { compact, type InboundAttachment, unsupported } from '../../messages/index.js';
import type { MessageContext } from '../../message-log/index.js';
import { type JsonObject, objectOf, objectsOf, textOf } from '../../../../core/json/index.js';

export interface WhatsappContent {
  content: string;
  attachments: InboundAttachment[];
  button?: MessageContext['button'];
}

type Reader = (body: JsonObject, message: JsonObject) => WhatsappContent;

const MEDIA = new Map<string, InboundAttachment['type']>([
  ['image', 'image'],
  ['video', 'video'],
  ['audio', 'audio'],
  ['document', 'file'],
  ['sticker', 'sticker'],
]);

const READERS = new Map<string, Reader>(
  Object.entries({
    text: (body) => text(textOf(body['body']) ?? ''),
    location: readLocation,
    contacts: readContacts,
    interactive: readInteractive,
    button: (body) => pressed(textOf(body['payload']), textOf(body['text'])),
    order: readOrder,
    unsupported: (body, message) => withAttachment(unsupported(unsupportedReason(body, message))),
  }),
);

/** An unknown type becomes a placeholder with its name. */
export function readWhatsappContent(message: JsonObject): WhatsappContent {
  const type = textOf(message['type']) ?? '';
  const mediaType = MEDIA.get(type);
  if (mediaType) return readMedia(mediaType, objectOf(message[type]));
  const read = READERS.get(type);
  const content = read?.(objectOf(message[type]), message);
  const isEmpty = !content || (content.content === '' && content.attachments.length === 0);
  return isEmpty ? withAttachment(unsupported(type)) : content;
}

const text = (content: string): WhatsappContent => ({ content, attachments: [] });
const withAttachment = (attachment: InboundAttachment, content = ''): WhatsappContent => ({
  content,
  attachments: [attachment],
});

/** Files are fetched by their id, because their address needs the same token. */
function readMedia(type: InboundAttachment['type'], media: JsonObject): WhatsappContent {
  const media_id = textOf(media['id']);
  const caption = textOf(media['caption']) ?? '';
  if (media_id === undefined) return withAttachment(unsupported(type), caption);
  const attachment = compact({
    type,
    media_id,
    mime_type: textOf(media['mime_type']),
    file_description: textOf(media['filename']),
  });
  return withAttachment(attachment, caption);
}

function readLocation(body: JsonObject): WhatsappContent {
  const point = [body['latitude'], body['longitude']].map(textOf).filter(Boolean).join(', ');
  const description = [textOf(body['name']), textOf(body['address']), point].filter(Boolean).join(' · ');
  return withAttachment(compact({ type: 'location' as const, file_description: description || undefined }));
}

/** The name and the phone of a card may be missing. */
function readContacts(_: JsonObject, message: JsonObject): WhatsappContent {
  const attachments = objectsOf(message['contacts']).map((card): InboundAttachment => {
    const name = objectOf(card['name']);
    const fullName = [name['first_name'], name['last_name']].map(textOf).filter(Boolean).join(' ');
    const phones = objectsOf(card['phones']).map((phone) => textOf(phone['phone']) ?? textOf(phone['wa_id']));
    const description = [textOf(name['formatted_name']) ?? fullName, ...phones].filter(Boolean).join(' ');
    return compact({ type: 'contact' as const, file_description: description || undefined });
  });
  return { content: '', attachments };
}

function readInteractive(body: JsonObject): WhatsappContent {
  for (const kind of ['button_reply', 'list_reply']) {
    const reply = objectOf(body[kind]);
    if (textOf(reply['id']) ?? textOf(reply['title'])) return pressed(textOf(reply['id']), textOf(reply['title']));
  }
  const form = objectOf(body['nfm_reply']);
  const answers = textOf(form['response_json']);
  if (answers === undefined) return text('');
  const title = textOf(form['name']);
  return { ...text(textOf(form['body']) ?? title ?? ''), button: compact({ payload: answers, title }) };
}

function pressed(payload: string | undefined, title: string | undefined): WhatsappContent {
  const content = title ?? payload ?? '';
  return { ...text(content), button: compact({ payload: payload ?? content, title }) };
}

/** One line for each product. */
function readOrder(body: JsonObject): WhatsappContent {
  const lines = objectsOf(body['product_items']).map((item) => {
    const price = [item['item_price'], item['currency']].map(textOf).filter(Boolean).join(' ');
    const product = `${textOf(item['quantity']) ?? '1'} × ${textOf(item['product_retailer_id']) ?? '?'}`;
    return price ? `${product} (${price})` : product;
  });
  return text([textOf(body['text']), ...lines].filter(Boolean).join('\n'));
}

function unsupportedReason(body: JsonObject, message: JsonObject): string | undefined {
  const [error] = objectsOf(message['errors']);
  const details = textOf(objectOf(error?.['error_data'])['details']);
  return textOf(body['type']) ?? details ?? textOf(error?.['title']);
}
