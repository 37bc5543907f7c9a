import { MAX_ATTACHMENTS, MAX_CONTENT_LENGTH } from '../../message-log/index.js';
import type { InboundMessage } from './inbound-event.js';

/** A message without readable content gets a text that says so. */
export function withReadableContent(message: InboundMessage, whatItWas?: string): InboundMessage {
  const content = cut(message.content, MAX_CONTENT_LENGTH);
  const attachments = message.attachments.slice(0, MAX_ATTACHMENTS);
  if (content !== '' || attachments.length > 0) return { ...message, content, attachments };
  return { ...message, content, attachments: [unsupported(whatItWas)] };
}

/** A placeholder for content that the channel does not deliver. */
export function unsupported(whatItWas?: string): InboundMessage['attachments'][number] {
  return { type: 'unsupported', ...(whatItWas && { file_description: whatItWas }) };
}

/** Never cuts a character in half. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = text.codePointAt(length - 1)! > 0xffff ? length - 1 : length;
  return text.slice(0, end);
}

export function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}
