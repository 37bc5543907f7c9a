/**
 * 10,000 reminders of one company that become due in one minute, and what the inbox answers meanwhile. The baseline makes
 * the same writes by the driver alone: the row, the message, the conversation and the row again. Needs a build.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { type Db, MongoClient, ObjectId, type WithId } from 'mongodb';
import pLimit from 'p-limit';
import { delivery } from './deliveries.ts';
import { percentile } from './measure.ts';
import { type Product, startProduct } from './product.ts';
import { Provider } from './provider.ts';

const REMINDERS = Number(process.env.BENCH_REMINDERS ?? 10_000);
const INSERT_BATCH = 2_000;
const BASELINE_AT_ONCE = 8;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const VISIT_MS = 30 * MINUTE_MS;
const IDLE_MS = 5_000;
const READ_PAUSE_MS = 20;
const POLL_MS = 200;
const GIVE_UP_MS = 2 * MINUTE_MS;

export interface RemindersResult {
  reminders: number;
  sent: number;
  /** From the start of the sweep until the last one is decided, in seconds. */
  seconds: number;
  baselineSeconds: number;
  /** GET /conversations, in ms. */
  idleP99: number;
  busyP99: number;
}

export async function benchReminders(databaseUri: string): Promise<RemindersResult> {
  const product = await startProduct(databaseUri);
  const provider = await Provider.open(product.graphUrl);
  const client = await new MongoClient(databaseUri).connect();
  const db = client.db();
  const ids = await aCustomerWithVisit(product, db);
  const idle = await readInbox(product, (passed) => passed > IDLE_MS);
  await startRule(product, db);
  await copyCustomers(db, ids);
  const done = { seconds: NaN };
  const busy = await Promise.all([
    readInbox(product, (passed) => !Number.isNaN(done.seconds) || passed > GIVE_UP_MS),
    decided(db).then((seconds) => (done.seconds = seconds)),
  ]);
  const sent = await db.collection('reminders').countDocuments({ state: 'sent' });
  const baselineSeconds = await plainWrites(db);
  await Promise.all([client.close(), product.stop(), provider.close()]);
  return {
    ...{ reminders: REMINDERS, sent, seconds: done.seconds, baselineSeconds },
    ...{ idleP99: percentile(idle, 0.99), busyP99: percentile(busy[0], 0.99) },
  };
}

type Models = Record<'contacts' | 'conversations' | 'messages' | 'appointments', WithId<Record<string, unknown>>>;

/** One customer who has just written and comes tomorrow: the model of all others. */
async function aCustomerWithVisit({ api, url }: Product, db: Db): Promise<Models> {
  await api('PATCH', '/booking-settings', { quiet_hours: null });
  const { _id: owner } = await api<{ _id: string }>('GET', '/users/me');
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, windows: [{ from: '08:00', to: '18:00' }] }));
  await api('PUT', `/staff-schedules/${owner}`, { weekly });
  const service = await api<{ _id: string }>('POST', '/services', { name: 'Bath', duration_min: 30 });
  const { path, headers, body } = delivery('7000', 'm_first', 'Hello');
  await fetch(url + path, { method: 'POST', headers, body });
  const conversation = await found(db, 'conversations', {});
  const contact_id = String(conversation['contact_id']);
  const day = new Date(Date.now() + 3 * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
  const visit = { service_id: service._id, contact_id, starts_at: `${day}T12:00:00.000Z` };
  await api('POST', '/appointments', visit);
  return {
    contacts: await found(db, 'contacts', { _id: new ObjectId(contact_id) }),
    conversations: await found(db, 'conversations', { _id: conversation._id }),
    messages: await found(db, 'messages', { direction: 'inbound' }),
    appointments: await found(db, 'appointments', {}),
  };
}

async function found(db: Db, name: string, filter: object): Promise<WithId<Record<string, unknown>>> {
  for (const deadline = Date.now() + MINUTE_MS; Date.now() < deadline; await delay(POLL_MS)) {
    const document = await db.collection<Record<string, unknown>>(name).findOne(filter);
    if (document) return document;
  }
  throw new Error(`nothing is in ${name}`);
}

async function startRule({ api }: Product, db: Db): Promise<void> {
  const text = { en: 'Hi {{contact.first_name}}, see you at {{time}}.' };
  const rule = { kind: 'reminder', minutes_before: DAY_MS / MINUTE_MS, text, channels: ['message'], active: true };
  await db.collection('reminder_rules').deleteMany({});
  await api('POST', '/reminder-rules', rule);
}

/** All visits begin a day after the next seconds, so that the next sweep finds every one. */
async function copyCustomers(db: Db, models: Models): Promise<void> {
  const now = Date.now();
  const rule = await found(db, 'reminder_rules', {});
  const since = new Date(now - MINUTE_MS);
  for (let from = 0; from < REMINDERS; from += INSERT_BATCH) {
    const size = Math.min(INSERT_BATCH, REMINDERS - from);
    const rows = Array.from({ length: size }, (_, index) => copyOf(models, from + index, now - MINUTE_MS / 2 + DAY_MS));
    for (const name of ['contacts', 'conversations', 'messages', 'appointments'] as const)
      await db.collection(name).insertMany(rows.map((row) => row[name]));
  }
  await db.collection('reminder_rules').updateOne({ _id: rule._id }, { $set: { swept_until: since } });
}

function copyOf(models: Models, index: number, startsAt: number): Record<keyof Models, Record<string, unknown>> {
  const [contact_id, conversation_id] = [new ObjectId(), new ObjectId()];
  const starts_at = new Date(startsAt);
  const recipient_id = String(8_000_000 + index);
  const social = { ...(models.contacts['social'] as object), facebook_id: recipient_id };
  return {
    contacts: { ...models.contacts, _id: contact_id, social },
    conversations: { ...models.conversations, _id: conversation_id, contact_id, recipient_id },
    messages: {
      ...models.messages,
      ...{ _id: new ObjectId(), contact_id, conversation_id, external_id: `m_${index}`, external_ids: [`m_${index}`] },
    },
    appointments: {
      ...models.appointments,
      ...{ _id: new ObjectId(), contact_id, starts_at, ends_at: new Date(startsAt + VISIT_MS), client_key: `${index}` },
    },
  };
}

/** Seconds from the first stored reminder until every one is decided. */
async function decided(db: Db): Promise<number> {
  const reminders = db.collection('reminders');
  const first = await found(db, 'reminders', {});
  for (const deadline = Date.now() + GIVE_UP_MS; Date.now() < deadline; await delay(POLL_MS)) {
    const count = await reminders.countDocuments({ state: { $ne: 'claimed' } });
    if (count < REMINDERS) continue;
    const [last] = await reminders.find().sort({ updated_at: -1 }).limit(1).toArray();
    return ((last?.['updated_at'] as Date).getTime() - (first['created_at'] as Date).getTime()) / 1_000;
  }
  return NaN;
}

/** Latencies in ms of one reader of the inbox. */
async function readInbox({ api }: Product, isDone: (passedMs: number) => boolean): Promise<number[]> {
  const latencies: number[] = [];
  for (const startedAt = Date.now(); !isDone(Date.now() - startedAt); await delay(READ_PAUSE_MS)) {
    const start = performance.now();
    await api('GET', '/conversations');
    latencies.push(performance.now() - start);
  }
  return latencies;
}

/** @returns seconds */
async function plainWrites(db: Db): Promise<number> {
  const reminder = await found(db, 'reminders', { state: 'sent' });
  const message = await found(db, 'messages', { direction: 'outbound' });
  const plain = (name: string) => db.collection<Record<string, unknown>>(`plain_${name}`);
  const conversations = Array.from({ length: REMINDERS }, () => ({ _id: new ObjectId(), last_seq: 1 }));
  for (let at = 0; at < REMINDERS; at += INSERT_BATCH)
    await plain('conversations').insertMany(conversations.slice(at, at + INSERT_BATCH));
  const start = performance.now();
  await pLimit(BASELINE_AT_ONCE).map(conversations, async ({ _id: conversation_id }) => {
    const _id = new ObjectId();
    await plain('reminders').insertOne({ ...reminder, _id, state: 'claimed' });
    await plain('messages').insertOne({ ...message, _id: new ObjectId(), conversation_id });
    await plain('conversations').updateOne({ _id: conversation_id }, { $set: { last_seq: 2, last_message: message } });
    await plain('reminders').updateOne({ _id }, { $set: { state: 'sent', message_id: message._id } });
  });
  return (performance.now() - start) / 1_000;
}
