import type { Row } from '#web/features/conversations/conversation-merge.ts';
import type { Draft, Mode } from './draft-book.ts';
import { MAX_CONTENT_LENGTH, splitText, type TextLimit } from './split-text.ts';
import type { PendingMessage, QuotedMessage } from './thread-merge.ts';
import type { Upload } from './uploads.ts';

/** The longest text of one message in this conversation. */
export const limitOf = ({ text_limit: limit }: Row, mode: Mode): TextLimit =>
  mode === 'note' || !limit ? { limit: MAX_CONTENT_LENGTH, unit: 'characters' } : limit;

/** The content of the composer. */
export interface Written {
  row: Row;
  mode: Mode;
  draft: Draft;
  uploads: readonly Upload[];
  quoted: QuotedMessage | undefined;
  user_id: string;
  now: Date;
}

/** The messages of a draft: several if the text is longer than the limit of the platform. The first one has the files and the quote. */
export function outgoingMessages({ row, mode, draft, uploads, quoted, user_id, now }: Written): PendingMessage[] {
  const pieces = splitText(draft.text, limitOf(row, mode));
  const texts = pieces.length === 0 ? [''] : pieces;
  return texts.map((content, index) => ({
    client_id: index === 0 ? draft.client_id : `${draft.client_id}-${index}`,
    user_id,
    conversation_id: row._id,
    contact_id: row.contact_id,
    platform: row.platform,
    visibility: mode === 'note' ? 'internal' : 'public',
    content,
    attachments: index === 0 ? uploads.flatMap(toAttachment) : [],
    quoted: index === 0 ? quoted : undefined,
    created_at: now.toISOString(),
    last_seen_seq: row.last_seq,
    state: 'sending',
    ...(texts.length > 1 ? { answer: { id: draft.client_id, part: index } } : {}),
  }));
}

function toAttachment({ stored, file }: Upload): PendingMessage['attachments'] {
  if (!stored) return [];
  const { url, type } = stored;
  return [{ url, type, ...(type === 'file' ? { file_description: file.name } : {}) }];
}
