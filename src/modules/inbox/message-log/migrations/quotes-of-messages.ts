import type { Document, ObjectId, WithId } from 'mongodb';
import type { Migration } from '../../../../core/database/index.js';

interface QuotingMessage {
  company_id: ObjectId;
  conversation_id: ObjectId;
  channel_id?: ObjectId | null;
  context: { reply_to_external_id: string };
}

interface Quoted extends Document {
  _id: ObjectId;
  conversation_id: ObjectId;
  seq: number;
  author: unknown;
  content?: string;
  attachments?: { type: string }[];
}

const SHOWN_CHARACTERS = 160;

/** Received quotes held only the platform's id of their message. */
export const quotesOfMessages: Migration = {
  name: 'messages keep the beginning of the message that they quote',
  collection: 'messages',
  old: { 'context.reply_to_external_id': { $exists: true }, quoted: { $exists: false } },
  guard: 'updated_at',
  changes: (db) => {
    const messages = db.collection<Quoted>('messages');
    return Promise.resolve(async (document: WithId<Document>) => {
      const { company_id, conversation_id, channel_id, context } = document as unknown as QuotingMessage;
      const id = context.reply_to_external_id;
      const place = { company_id, channel_id: channel_id ?? null };
      const found =
        (await messages.findOne({ ...place, external_id: id })) ??
        (await messages.findOne({ ...place, external_ids: id }));
      const quoted = found?.conversation_id.equals(conversation_id) ? found : null;
      return { $set: { quoted: quoted && quoteOf(quoted) } };
    });
  },
};

function quoteOf({ _id, seq, author, content = '', attachments = [] }: Quoted): Document {
  const [file] = attachments;
  const shown = content.slice(0, SHOWN_CHARACTERS);
  return { message_id: _id, seq, author, content: shown, attachment_type: file?.type ?? null };
}
