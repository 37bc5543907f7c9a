import type { MessageSummary } from '../conversations/index.js';
import type { Message } from './schemas/message.schema.js';

const PREVIEW_LENGTH = 160;

export function previewOf(content: string): string {
  return content.slice(0, PREVIEW_LENGTH);
}

/** @param replyWindowMs null without a limit or a channel */
export function summaryOf(message: Message, replyWindowMs: number | null): MessageSummary {
  const { _id, seq, inbound_count, content, role, direction, status, sent_at, created_at, author, attachments } =
    message;
  const kind = kindOf(message);
  const windowMs = opensWindow(message) ? replyWindowMs : null;
  const preview = previewOf(content);
  const attachment_type = attachments[0]?.type ?? null;
  return {
    kind,
    seq,
    inbound_count,
    sent_at,
    created_at,
    last_message: { _id, seq, content: preview, role, direction, status, attachment_type, sent_at },
    author_id: author.id,
    window_until: windowMs === null ? null : new Date(sent_at.getTime() + windowMs),
  };
}

/** Only the customer opens the reply window, not a person who records what the customer said. */
export function opensWindow({ visibility, direction, author }: Message): boolean {
  return visibility !== 'internal' && direction === 'inbound' && author.kind === 'contact';
}

function kindOf({ visibility, direction, author }: Message): MessageSummary['kind'] {
  if (visibility === 'internal') return 'note';
  if (direction === 'inbound') return 'customer';
  return author.kind === 'user' || author.kind === 'phone' ? 'person' : 'machine';
}
