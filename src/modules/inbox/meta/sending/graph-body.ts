import type { Attachment, Message, TemplateParameter } from '../../message-log/index.js';
import { interactive, quickReplies } from './graph-choices.js';
import {
  mediaType,
  type NoticeTarget,
  type SendCommand,
  type SendPart,
  shownText,
} from '../../message-sending/index.js';

/** Graph cannot mix text and files: files first, then the text. */
export function graphParts(message: Message): SendPart[] {
  const { content, attachments } = message;
  const parts: SendPart[] = attachments.map((attachment, index) => ({
    attachments: [attachment],
    pieceIndexes: [index],
  }));
  if (content.trim()) {
    const text = shownText(message.platform, message);
    parts.push({ text, attachments: [], pieceIndexes: [attachments.length] });
  }
  return parts;
}

export function messengerBody(command: SendCommand): Record<string, unknown> {
  const { message, part, recipientId, correlationId, channel } = command;
  const [attachment] = part.attachments;
  return {
    recipient: { id: recipientId },
    ...messagingType(command),
    message: {
      ...(attachment ? { attachment: messengerAttachment(attachment) } : { text: part.text, ...quickReplies(message) }),
      ...(channel.platform === 'facebook' ? { metadata: correlationId } : {}),
    },
  };
}

export function whatsappBody(command: SendCommand): Record<string, unknown> {
  const { part, recipientId, correlationId, replyToExternalId } = command;
  const recipient = isBusinessScopedId(recipientId) ? { recipient: recipientId } : { to: recipientId };
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...recipient,
    // A quote above each file would repeat it.
    ...(replyToExternalId && part.pieceIndexes[0] === 0 ? { context: { message_id: replyToExternalId } } : {}),
    ...whatsappContent(command),
    biz_opaque_callback_data: correlationId,
  };
}

function whatsappContent({ message, part }: SendCommand): Record<string, unknown> {
  const { template } = message;
  if (template) return templateContent({ ...template, components: templateComponents(template.parameters) });
  const [attachment] = part.attachments;
  if (attachment) return whatsappAttachment(attachment);
  const text = part.text ?? '';
  return interactive(message, text) ?? { type: 'text', text: { body: text, preview_url: false } };
}

/** Marks a message and all before it as read. */
export function readBody({ channel, recipientId, externalId }: NoticeTarget): Record<string, unknown> {
  if (channel.platform === 'whatsapp') return { messaging_product: 'whatsapp', status: 'read', message_id: externalId };
  return { recipient: { id: recipientId }, sender_action: 'mark_seen' };
}

/** WhatsApp shows typing only together with the read mark. */
export function typingBody(notice: NoticeTarget): Record<string, unknown> {
  if (notice.channel.platform === 'whatsapp') return { ...readBody(notice), typing_indicator: { type: 'text' } };
  return { recipient: { id: notice.recipientId }, sender_action: 'typing_on' };
}

/** An approved text of WhatsApp with its parameters. */
export interface Template {
  readonly name: string;
  /** For example en or pt_BR. */
  readonly language: string;
  readonly components: readonly Readonly<Record<string, unknown>>[];
}

export function templateBody(phone: string, template: Template): Record<string, unknown> {
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: phone,
    ...templateContent(template),
  };
}

function templateContent({ name, language, components }: Template): Record<string, unknown> {
  return { type: 'template', template: { name, language: { code: language }, components } };
}

/** One component for each part with values. */
function templateComponents(parameters: readonly TemplateParameter[]): Template['components'] {
  const parts = Map.groupBy(parameters, ({ place, index }) => `${place}.${index ?? ''}`);
  return [...parts.values()].map((values) => {
    const [first] = values;
    const button = first?.place === 'button' ? { sub_type: 'url', index: String(first.index) } : {};
    return { type: first?.place, ...button, parameters: values.map(templateValue) };
  });
}

function templateValue({ text, name }: TemplateParameter): Record<string, string> {
  return { type: 'text', text, ...(name === undefined ? {} : { parameter_name: name }) };
}

/** Meta wants the code twice: in the text and for the button that copies it. */
export function codeComponents(code: string): Template['components'] {
  const parameters = [{ type: 'text', text: code }];
  return [
    { type: 'body', parameters },
    { type: 'button', sub_type: 'url', index: '0', parameters },
  ];
}

function messagingType({ needsHumanAgentTag }: SendCommand): Record<string, string> {
  return needsHumanAgentTag ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } : { messaging_type: 'RESPONSE' };
}

function messengerAttachment(attachment: Attachment): Record<string, unknown> {
  return { type: mediaType(attachment.type) ?? 'file', payload: { url: attachment.url, is_reusable: false } };
}

function whatsappAttachment(attachment: Attachment): Record<string, unknown> {
  const { url: link, file_description: description } = attachment;
  const type = mediaType(attachment.type);
  if (!type)
    return { type: 'document', document: { link, filename: fileNameOf(attachment), ...captionOf(attachment) } };
  return { type, [type]: { link, ...(type !== 'audio' && description ? { caption: description } : {}) } };
}

const EXTENSION = /\.[a-z0-9]{1,8}$/i;
const MAX_FILE_NAME_LENGTH = 240;

/**
 * The description if it is a file name, else the name in the address; ours are random, so only their extension
 * counts.
 */
function fileNameOf({ file_description: description, url, storage_key }: Attachment): string {
  const inAddress = new URL(url).pathname.split('/').at(-1) ?? '';
  const extension = EXTENSION.exec(storage_key ?? inAddress)?.[0] ?? '';
  const name = description ?? (storage_key || !extension ? 'document' : inAddress);
  const safe = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, MAX_FILE_NAME_LENGTH);
  return EXTENSION.test(safe) ? safe : safe + extension;
}

/** Leaves out a description that is only the file name. */
function captionOf({ file_description: description }: Attachment): { caption?: string } {
  return description && !EXTENSION.test(description) ? { caption: description } : {};
}

/** For instance BR.13491208655302741918. */
function isBusinessScopedId(id: string): boolean {
  return /^[A-Z]{2}\./.test(id);
}
