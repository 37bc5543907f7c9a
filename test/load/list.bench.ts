/** GET /conversations with 1,000 and with 1,000,000 messages in the company, and how many queries a page takes. */
import { MongoClient, ObjectId } from 'mongodb';
import { median, percentile, ROUNDS, sequential } from './measure.ts';
import { type Product, startProduct } from './product.ts';
import { type StoredConversation, storedConversation, storedMessage } from './stored-shapes.ts';

const CALLS_A_ROUND = 300;
const MESSAGES_A_CONVERSATION = 20;
const INSERT_BATCH = 5_000;
const DAY_MS = 86_400_000;

export interface ListResult {
  smallP95: number;
  largeP95: number;
}

export async function benchList(databaseUri: (name: string) => string): Promise<ListResult> {
  const small = await startProduct(databaseUri('small'));
  await seedMessages(databaseUri('small'), small, 1_000);
  const large = await startProduct(databaseUri('large'));
  await seedMessages(databaseUri('large'), large, 1_000_000);
  const rounds: ListResult[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const result = { smallP95: await p95(small), largeP95: await p95(large) };
    if (round > 0) rounds.push(result);
  }
  await Promise.all([small.stop(), large.stop()]);
  return {
    smallP95: median(rounds.map(({ smallP95 }) => smallP95)),
    largeP95: median(rounds.map(({ largeP95 }) => largeP95)),
  };
}

async function p95(product: Product): Promise<number> {
  const queries = ['', '?status=open', '?sort=waiting', '?platform=facebook'];
  const latencies = await sequential(CALLS_A_ROUND, async (index) => {
    const { items } = await product.api<{ items: unknown[] }>(
      'GET',
      `/conversations${queries[index % queries.length]}`,
    );
    if (items.length !== 25) throw new Error(`a page had ${items.length} rows`);
  });
  return percentile(latencies, 0.95);
}

/** Writes conversations and messages as the product stores them, straight into its collections. */
export async function seedMessages(uri: string, product: Product, messages: number): Promise<void> {
  const client = await new MongoClient(uri).connect();
  const db = client.db();
  const { company_id } = await product.api<{ company_id: string }>('GET', '/users/me');
  const company = new ObjectId(company_id);
  const count = Math.max(50, messages / MESSAGES_A_CONVERSATION);
  for (let from = 0; from < count; from += INSERT_BATCH / MESSAGES_A_CONVERSATION) {
    const size = Math.min(count - from, INSERT_BATCH / MESSAGES_A_CONVERSATION);
    const conversations = Array.from({ length: size }, (_, index) => conversation(company, from + index));
    await db.collection('conversations').insertMany(conversations);
    const rows = conversations.flatMap((one) =>
      Array.from({ length: MESSAGES_A_CONVERSATION }, (_, seq) => message(one, seq + 1)),
    );
    await db.collection('messages').insertMany(rows, { ordered: false, writeConcern: { w: 1, journal: false } });
  }
  await client.close();
}

function conversation(company: ObjectId, index: number): StoredConversation {
  const at = new Date(Date.now() - ((index * 7_919_000) % (90 * DAY_MS)));
  const stored = storedConversation(company, { index, at, messages: MESSAGES_A_CONVERSATION });
  return { ...stored, status: index % 4 ? 'open' : 'resolved' };
}

function message(of: StoredConversation, seq: number): object {
  return storedMessage(of, seq, new Date(of.last_activity_at.getTime() + seq));
}
