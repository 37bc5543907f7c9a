import type { Document } from 'mongodb';
import type { Migration } from '../../../core/database/index.js';

interface OldMessage extends Document {
  content?: string;
  attachments?: unknown[];
  outbox: { parts: (string | null)[] };
}

/** Echoes and receipts are matched by the ids of all pieces: the files in their order, then the text. */
export const idsOfPieces: Migration = {
  name: 'messages keep the ids of their pieces in external_ids',
  collection: 'messages',
  old: { 'outbox.parts': { $exists: true } },
  guard: 'updated_at',
  changes: () =>
    Promise.resolve((message) => {
      const { content = '', attachments = [], outbox } = message as unknown as OldMessage;
      const ids = outbox.parts.map((id) => id || null);
      const unset = { $unset: { 'outbox.parts': true as const } };
      if (ids.length === 0) return unset;
      const pieces = attachments.length + (content.trim() === '' ? 0 : 1);
      // A bot took the message as one part; its id is that of the last piece.
      const isWhole = ids.length === 1 && message['external_id'] === ids[0];
      const missing = Array.from({ length: Math.max(0, pieces - ids.length) }, () => null);
      return { $set: { external_ids: isWhole ? [...missing, ...ids] : [...ids, ...missing] }, ...unset };
    }),
};
