import { MongoClient, ObjectId } from 'mongodb';
import { storedConversation, storedMessage } from '../../../test/load/stored-shapes.ts';

export const CONVERSATIONS = 5_000;
export const LONG_THREAD = 20_000;
export const LONG_THREAD_NAME = 'Lola Long';

/** The customer of this row, counted from the top. */
export const customerName = (index: number): string => `Customer ${String(index).padStart(4, '0')}`;

const MESSAGES_EACH = 3;
const MINUTE_MS = 60_000;
const INSERT_BATCH = 5_000;
const SENTENCE = 'Is there a free slot for Rex tomorrow morning, and may his sister come along? ';

/** Fills the inbox of a company: 5,000 open conversations, and one with 20,000 messages at their top. */
export async function seedInbox(mongodbUri: string, companyId: string): Promise<void> {
  const client = await new MongoClient(mongodbUri).connect();
  const company = new ObjectId(companyId);
  const now = Date.now();
  const conversations = Array.from({ length: CONVERSATIONS - 1 }, (_, index) => ({
    ...storedConversation(company, { index, at: new Date(now - (index + 2) * MINUTE_MS), messages: MESSAGES_EACH }),
    contact: { full_name: customerName(index), avatar_key: null, phone: null, is_vip: false },
    labels: index % 5 === 0 ? ['new', 'vaccination'] : [],
    pets: index % 2 === 0 ? [{ _id: new ObjectId(), name: 'Rex', species: 'dog' }] : [],
  }));
  const long = storedConversation(company, {
    index: CONVERSATIONS,
    at: new Date(now - MINUTE_MS),
    messages: LONG_THREAD,
  });
  long.contact.full_name = LONG_THREAD_NAME;
  await client
    .db()
    .collection('conversations')
    .insertMany([...conversations, long]);
  const messages = [...conversations.map((of) => threadOf(of, MESSAGES_EACH)), threadOf(long, LONG_THREAD)].flat();
  for (let from = 0; from < messages.length; from += INSERT_BATCH) {
    const batch = messages.slice(from, from + INSERT_BATCH);
    await client.db().collection('messages').insertMany(batch, { ordered: false });
  }
  await client.close();
}

/** Messages of one to five lines, one a minute until the last activity. */
function threadOf(of: ReturnType<typeof storedConversation>, count: number): object[] {
  return Array.from({ length: count }, (_, index) => {
    const seq = index + 1;
    const sentAt = new Date(of.last_activity_at.getTime() - (count - seq) * MINUTE_MS);
    return { ...storedMessage(of, seq, sentAt), content: `${SENTENCE.repeat(seq % 5)}Number ${seq}.` };
  });
}
