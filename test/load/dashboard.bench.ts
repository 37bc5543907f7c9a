/** GET /dashboard/stats of 30 days in a company with 1,000,000 messages: kept, and after an event that makes it count again. */
import { MongoClient, ObjectId } from 'mongodb';
import { seedMessages } from './list.bench.ts';
import { percentile, sequential } from './measure.ts';
import { startProduct } from './product.ts';

const MESSAGES = 1_000_000;
const WARM_CALLS = 300;
const COLD_CALLS = 5;
const DAYS_MS = 30 * 86_400_000;
const PATH = '/dashboard/stats';

export interface DashboardResult {
  /** Messages of the 30 days. */
  counted: number;
  /** A bare find of these messages, p50. */
  findMs: number;
  /** After an event. */
  coldP50: number;
  warmP95: number;
}

export async function benchDashboard(databaseUri: string): Promise<DashboardResult> {
  const product = await startProduct(databaseUri);
  await seedMessages(databaseUri, product, MESSAGES);
  const client = await new MongoClient(databaseUri).connect();
  const read = async (): Promise<void> => void (await product.api('GET', PATH));
  await read();
  const cold: number[] = [];
  for (let call = 0; call < COLD_CALLS; call++) {
    // Any change of the company is an event.
    await product.api('POST', '/contacts', { full_name: `Customer ${call}` });
    cold.push(...(await sequential(1, read)));
  }
  const warm = await sequential(WARM_CALLS, read);
  const { messages_in } = await product.api<{ messages_in: number }>('GET', PATH);
  const { company_id } = await product.api<{ company_id: string }>('GET', '/users/me');
  const findMs = await timeOfFind(client, new ObjectId(company_id));
  await Promise.all([client.close(), product.stop()]);
  return {
    counted: messages_in,
    findMs,
    coldP50: percentile(cold, 0.5),
    warmP95: percentile(warm, 0.95),
  };
}

/** The baseline of a count: one find of the same messages, by the same index and with the fields that are counted. */
async function timeOfFind(client: MongoClient, company_id: ObjectId): Promise<number> {
  const messages = client.db().collection('messages');
  const filter = { company_id, sent_at: { $gte: new Date(Date.now() - DAYS_MS) }, visibility: 'public' };
  const projection = { conversation_id: 1, channel_id: 1, direction: 1, author: 1, status: 1, sent_at: 1 };
  const find = async (): Promise<void> =>
    void (await messages.find(filter, { projection, sort: { sent_at: 1, _id: 1 } }).toArray());
  return percentile(await sequential(COLD_CALLS, find), 0.5);
}
