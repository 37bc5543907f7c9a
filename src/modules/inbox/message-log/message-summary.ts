import type { MessageSummary } from '../conversations/index.js';
import type { Message } from './schemas/message.schema.js';

const PREVIEW_LENGTH = 160;
const HOUR_MS = 3_600_000;

/** How long after a customer's message a platform lets us write freely (Meta's policies). */
const WINDOW_MS: Readonly<Partial<Record<string, number>>> = {
  facebook: 24 * HOUR_MS,
  instagram: 24 * HOUR_MS,
  whatsapp: 24 * HOUR_MS,
};

/** What a row of the inbox shows of a message's text. */
export function previewOf(content: string): string {
  return content.slice(0, PREVIEW_LENGTH);
}

/** What a message says of its conversation. */
export function summaryOf(message: Message): MessageSummary {
  const { _id, seq, inbound_count, content, role, direction, status, sent_at, created_at, author, attachments } =
    message;
  const kind = kindOf(message);
  // Only the customer opens the window, not a person who records what the customer said.
  const windowMs = kind === 'customer' && author.kind === 'contact' ? WINDOW_MS[message.platform] : undefined;
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
    window_until: windowMs === undefined ? null : new Date(sent_at.getTime() + windowMs),
  };
}

function kindOf({ visibility, direction, author }: Message): MessageSummary['kind'] {
  if (visibility === 'internal') return 'note';
  if (direction === 'inbound') return 'customer';
  return author.kind === 'user' || author.kind === 'phone' ? 'person' : 'machine';
}
