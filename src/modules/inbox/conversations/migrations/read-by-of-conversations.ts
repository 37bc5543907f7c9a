import type { Db, Document, ObjectId, WithId } from 'mongodb';
import type { Migration } from '../../../../core/database/index.js';

interface OldConversation {
  _id: ObjectId;
  inbound_count?: number;
}

interface Mark {
  user_id: ObjectId;
  conversation_id: ObjectId;
  inbound_count: number;
}

/** A list of unread conversations looks at the row only, so the row says who has read all of it. */
export const readByOfConversations: Migration = {
  name: 'conversations say in read_by who has read all customer messages',
  collection: 'conversations',
  old: { read_by: { $exists: false } },
  guard: 'updated_at',
  changes: async (db) => {
    const marks = await marksByConversation(db);
    return (document: WithId<Document>) => {
      const { _id, inbound_count = 0 } = document as unknown as OldConversation;
      const read_by = (marks.get(_id.toHexString()) ?? []).filter((mark) => mark.inbound_count >= inbound_count);
      return { $set: { read_by } };
    };
  },
};

async function marksByConversation(db: Db): Promise<Map<string, Omit<Mark, 'conversation_id'>[]>> {
  const projection = { _id: 0, user_id: 1, conversation_id: 1, inbound_count: 1 };
  const byConversation = new Map<string, Omit<Mark, 'conversation_id'>[]>();
  for await (const mark of db.collection<Mark>('read_marks').find({}, { projection })) {
    const { conversation_id, user_id, inbound_count } = mark;
    const key = conversation_id.toHexString();
    const known = byConversation.get(key);
    if (known) known.push({ user_id, inbound_count });
    else byConversation.set(key, [{ user_id, inbound_count }]);
  }
  return byConversation;
}
