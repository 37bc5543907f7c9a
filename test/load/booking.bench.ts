/** Booking over HTTP: slots of 50 staff and 60 days, warm and cold; holds of 36 claims, confirms, and 64 who want one time at once. */
import autocannon from 'autocannon';
import { MongoClient } from 'mongodb';
import { Caller, median, percentile, ROUNDS, sequential } from './measure.ts';
import { startServer } from './processes.ts';
import { type Product, startProduct } from './product.ts';
import { prepareNaiveSalon, prepareSalon, type SalonIds } from './salon.ts';

const WARM_CALLS = 300;
const COLD_CALLS = 30;
const BASELINE_CALLS = 5;
const HOLDS_A_ROUND = 100;
const RUSH = 64;
const CONNECTIONS = 50;
const SECONDS = 5;
const GROOM_STEP_MS = 90 * 60_000;
const DAY_MS = 86_400_000;

interface Latency {
  p50: number;
  p99: number;
}

export interface BookingResult {
  offers: number;
  bookings: number;
  naive: Latency;
  warm: Latency;
  /** Requests a second, 50 connections. */
  rate: number;
  cold: Latency;
  hold: Latency;
  confirm: Latency;
  /** Until all are answered, milliseconds; the median round. */
  rush: number;
}

export async function benchBooking(databaseUri: (name: string) => string): Promise<BookingResult> {
  const product = await startProduct(databaseUri('product'));
  const client = await new MongoClient(databaseUri('product')).connect();
  const salon = await prepareSalon(product, client.db());
  await prepareNaiveSalon(client.db(), databaseUri('baseline'), salon);
  const baseline = await startServer('test/load/baselines/naive-slots-server.ts', {
    MONGODB_URI: databaseUri('baseline'),
  });
  const naive = latency(await sequential(BASELINE_CALLS, async () => void (await (await fetch(baseline.url)).text())));
  await baseline.stop();
  const path = `/appointments/slots?service_id=${salon.wash}&from=${salon.from}&to=${salon.to}`;
  const browser = new Caller(`${product.url}/api/v1`, { ...product.headers, 'accept-encoding': 'gzip' });
  const search = async (): Promise<void> => void (await browser.call('GET', path));
  const days = (await (await get(product, path)).json()) as { days: { slots: unknown[] }[] };
  const offers = days.days.reduce((sum, { slots }) => sum + slots.length, 0);
  if (offers === 0) throw new Error('nothing is offered, so nothing is measured');
  await sequential(WARM_CALLS, search);
  const warm = latency(await sequential(WARM_CALLS, search));
  const rate = await throughput(product, path);
  const cold: number[] = [];
  for (let call = 0; call < COLD_CALLS; call++) {
    await forget(client, salon);
    cold.push(...(await sequential(1, search)));
  }
  const result = {
    offers,
    bookings: salon.bookings,
    naive,
    warm,
    rate,
    cold: latency(cold),
    ...(await book(product, salon)),
  };
  browser.close();
  await Promise.all([client.close(), product.stop()]);
  return result;
}

/** Everything a process keeps of the company is too old after this. */
async function forget(client: MongoClient, { company_id }: SalonIds): Promise<void> {
  for (const versions of ['booking_catalog_versions', 'booking_claim_versions'])
    await client
      .db()
      .collection(versions)
      .updateOne({ company_id }, { $inc: { version: 1 } }, { upsert: true });
}

async function book(product: Product, salon: SalonIds): Promise<Pick<BookingResult, 'hold' | 'confirm' | 'rush'>> {
  const desk = new Caller(`${product.url}/api/v1`, product.headers);
  const holds: number[] = [];
  const confirms: number[] = [];
  const rushes: number[] = [];
  // Behind the days that are searched nothing is taken yet.
  let at = Date.parse(salon.to) + DAY_MS;
  const next = (): string => {
    do at += GROOM_STEP_MS;
    while (!salon.isOpen(new Date(at)));
    return new Date(at).toISOString();
  };
  for (let round = 0; round <= ROUNDS; round++) {
    const held: string[] = [];
    const visitRequest = (starts_at: string): object => ({
      service_id: salon.groom,
      staff_id: salon.staff[round],
      starts_at,
    });
    const hold = async (): Promise<void> => {
      const answer = await desk.call('POST', '/appointments/holds', visitRequest(next()));
      held.push((JSON.parse(answer.toString()) as { hold: { _id: string } }).hold._id);
    };
    const body = { contact_id: salon.contact };
    const confirm = async (index: number): Promise<void> =>
      void (await desk.call('POST', `/appointments/holds/${held[index]}/confirm`, body));
    const times = await sequential(HOLDS_A_ROUND, hold);
    const confirmed = await sequential(HOLDS_A_ROUND, confirm);
    const rush = await rushFor(product, visitRequest(next()));
    if (round === 0) continue;
    holds.push(...times);
    confirms.push(...confirmed);
    rushes.push(rush);
    at = Date.parse(salon.to) + DAY_MS;
  }
  desk.close();
  return { hold: latency(holds), confirm: latency(confirms), rush: median(rushes) };
}

/** @throws Error unless one gets it, and all others are told so with other times */
async function rushFor(product: Product, visitRequest: object): Promise<number> {
  const start = performance.now();
  const answers = await Promise.all(
    Array.from({ length: RUSH }, async () => {
      const call = { method: 'POST', headers: product.headers, body: JSON.stringify(visitRequest) };
      const answer = await fetch(`${product.url}/api/v1/appointments/holds`, call);
      return { status: answer.status, body: (await answer.json()) as { details?: { alternatives?: unknown[] } } };
    }),
  );
  const took = performance.now() - start;
  const losers = answers.filter(({ status, body }) => status === 409 && (body.details?.alternatives?.length ?? 0) > 0);
  if (losers.length !== RUSH - 1) throw new Error(`a rush ended otherwise: ${JSON.stringify(answers).slice(0, 500)}`);
  return took;
}

async function get({ url, headers }: Product, path: string): Promise<Response> {
  const answer = await fetch(`${url}/api/v1${path}`, { headers });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

/** As browsers ask: compressed. */
async function throughput({ url, headers }: Product, path: string): Promise<number> {
  const asked = { ...headers, 'accept-encoding': 'gzip' };
  const settings = { url: `${url}/api/v1${path}`, headers: asked, connections: CONNECTIONS, duration: SECONDS };
  const { non2xx, errors, duration, ...result } = await autocannon(settings);
  if (non2xx > 0 || errors > 0) throw new Error(`${non2xx} bad answers, ${errors} errors`);
  return result['2xx'] / duration;
}

const latency = (times: readonly number[]): Latency => ({ p50: percentile(times, 0.5), p99: percentile(times, 0.99) });
