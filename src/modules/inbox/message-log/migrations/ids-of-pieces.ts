import type { Document } from 'mongodb';
import type { Migration } from '../../../../core/database/index.js';

interface OldMessage extends Document {
  content?: string;
  attachments?: unknown[];
  outbox: { parts: (string | null)[] };
}

/**
 * Echoes and receipts are matched by the ids of all pieces: the files in their order, then the text. `outbox.parts` stays
 * for one release: a process of the version before sees there which parts are sent.
 */
export const idsOfPieces: Migration = {
  name: 'messages keep the ids of their pieces in external_ids',
  collection: 'messages',
  old: { 'outbox.parts.0': { $exists: true }, external_ids: { $exists: false } },
  guard: 'updated_at',
  changes: () =>
    Promise.resolve((message) => {
      const { content = '', attachments = [], outbox } = message as unknown as OldMessage;
      const ids = outbox.parts.map((id) => id || null);
      const pieces = attachments.length + (content.trim() === '' ? 0 : 1);
      // A bot took the message as one part; its id is that of the last piece.
      const isWhole = ids.length === 1 && message['external_id'] === ids[0];
      const missing = Array.from({ length: Math.max(0, pieces - ids.length) }, () => null);
      return { $set: { external_ids: isWhole ? [...missing, ...ids] : ids } };
    }),
};
