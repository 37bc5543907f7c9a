/** GET /appointments/diary of one day with 50 staff and about 400 appointments, each with its own customer and pet. */
import { type Db, MongoClient, ObjectId } from 'mongodb';
import { Caller, median, percentile, ROUNDS, sequential } from './measure.ts';
import { startServer } from './processes.ts';
import { type Product, startProduct } from './product.ts';
import { prepareSalon } from './salon.ts';

const CALLS_A_ROUND = 100;
const FULL = { bookingsADay: 8, gapCells: 5 };

export interface DiaryResult {
  appointments: number;
  baselineP95: number;
  productP95: number;
}

export async function benchDiary(databaseUri: string): Promise<DiaryResult> {
  const product = await startProduct(databaseUri);
  const client = await new MongoClient(databaseUri).connect();
  const { from: day, company_id } = await prepareSalon(product, client.db(), FULL);
  await giveOwnCustomers(product, client.db(), new Date(day));
  const baseline = await startServer('test/load/baselines/find-appointments.ts', { MONGODB_URI: databaseUri });
  const own = new Caller(`${product.url}/api/v1`, product.headers);
  const bare = new Caller(baseline.url, {});
  const ownPath = `/appointments/diary?from=${day}&to=${day}`;
  const barePath = `/?company=${company_id.toHexString()}&day=${day}`;
  const [appointments, expected] = [await countRows(own, ownPath), await countRows(bare, barePath)];
  if (appointments !== expected) throw new Error(`the diary has ${appointments} rows, the baseline ${expected}`);
  const rounds: [number, number][] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const pair: [number, number] = [await p95(bare, barePath), await p95(own, ownPath)];
    if (round > 0) rounds.push(pair);
  }
  own.close();
  bare.close();
  await Promise.all([client.close(), product.stop(), baseline.stop()]);
  return {
    appointments,
    baselineP95: median(rounds.map(([one]) => one)),
    productP95: median(rounds.map(([, one]) => one)),
  };
}

async function p95(caller: Caller, path: string): Promise<number> {
  return percentile(await sequential(CALLS_A_ROUND, async () => void (await caller.call('GET', path))), 0.95);
}

async function countRows(caller: Caller, path: string): Promise<number> {
  const answer = JSON.parse((await caller.call('GET', path)).toString()) as { appointments: unknown[] };
  return answer.appointments.length;
}

/** Gives each appointment of the day a customer with a pet. */
async function giveOwnCustomers(product: Product, db: Db, day: Date): Promise<void> {
  const next = new Date(day.getTime() + 86_400_000);
  const ofDay = await db
    .collection('appointments')
    .find({ starts_at: { $gte: day, $lt: next } }, { projection: { _id: 1 } })
    .toArray();
  for (const [index, { _id }] of ofDay.entries()) {
    const contact = await product.api<{ _id: string }>('POST', '/contacts', { full_name: `Customer ${index}` });
    const body = { contact_id: contact._id, name: `Pet ${index}`, species: 'dog' };
    const pet = await product.api<{ _id: string }>('POST', '/pets', body);
    const fields = { contact_id: new ObjectId(contact._id), pet_ids: [new ObjectId(pet._id)] };
    await db.collection('appointments').updateOne({ _id }, { $set: fields });
  }
}
