import { previewOf } from './message-summary.js';
import type { Message, QuotedMessage } from './schemas/message.schema.js';

export function quoteOf({ _id, seq, author, content, attachments }: Message): QuotedMessage {
  const [file] = attachments;
  return { message_id: _id, seq, author, content: previewOf(content), attachment_type: file?.type ?? null };
}
