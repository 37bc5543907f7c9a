import type { Attachment, Message } from '../../message-log/index.js';
import { mediaType, numberedText, type SendCommand, type SendPart } from '../../message-sending/index.js';
import { fullMessageId } from '../mapping/waha-ids.js';

const PATHS = { image: '/api/sendImage', video: '/api/sendVideo', audio: '/api/sendVoice', file: '/api/sendFile' };
const EXTENSION = /\.[a-z0-9]{1,8}$/i;
const MAX_FILE_NAME_LENGTH = 240;

export interface WahaMessage {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Files first, then the text; choices are numbered lines. */
export function wahaParts(message: Message): SendPart[] {
  const parts: SendPart[] = message.attachments.map((attachment, index) => ({
    attachments: [attachment],
    pieceIndexes: [index],
  }));
  if (message.content.trim() === '') return parts;
  return [...parts, { text: numberedText(message), attachments: [], pieceIndexes: [message.attachments.length] }];
}

/** @param session its name on the server @param chatId the chat as WAHA knows it */
export function wahaMessage(command: SendCommand, session: string, chatId: string): WahaMessage {
  const { part } = command;
  const [attachment] = part.attachments;
  const base = { session, chatId, ...quoteOf(command) };
  if (!attachment) return { path: '/api/sendText', body: { ...base, text: part.text ?? '', linkPreview: false } };
  const type = mediaType(attachment.type) ?? 'file';
  const caption = captionOf(attachment);
  return {
    path: PATHS[type],
    body: {
      ...base,
      file: {
        mimetype: attachment.mime_type ?? 'application/octet-stream',
        filename: fileNameOf(attachment),
        url: attachment.url,
      },
      ...(type === 'audio' || type === 'video' ? { convert: true } : {}),
      ...(type !== 'audio' && caption !== undefined ? { caption } : {}),
    },
  };
}

/** A quote above each file would repeat it. */
function quoteOf({ message, part, recipientId, replyToExternalId }: SendCommand): { reply_to?: string } {
  if (!replyToExternalId || part.pieceIndexes[0] !== 0) return {};
  return { reply_to: fullMessageId(replyToExternalId, recipientId, message.quoted?.author.kind !== 'contact') };
}

function fileNameOf({ file_description: description, url, storage_key }: Attachment): string {
  const extension = EXTENSION.exec(storage_key ?? new URL(url).pathname)?.[0] ?? '';
  const safe = (description ?? 'document').replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, MAX_FILE_NAME_LENGTH);
  return EXTENSION.test(safe) ? safe : safe + extension;
}

/** Leaves out a description that is only the file name. */
function captionOf({ file_description: description }: Attachment): string | undefined {
  return description && !EXTENSION.test(description) ? description : undefined;
}
