/**
 * Reads 2,000 events of others from a calendar, then writes 2,000 appointments to another one, with the Google of the sandbox.
 * The baseline sends the same requests one after the other, and keeps nothing. Needs a build.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { type Db, MongoClient, ObjectId } from 'mongodb';
import { GoogleWorld } from '../../sandbox/testing/google-world.ts';
import { type Product, startProduct } from './product.ts';

const EVENTS = Number(process.env.BENCH_EVENTS ?? 2_000);
const PAGE = 250;
const DAY_MS = 86_400_000;
const HALF_HOUR_MS = 1_800_000;
const GIVE_UP_MS = 600_000;
const POLL_MS = 100;
const PATH = '/google-calendar';

/** Seconds. */
export interface GoogleCalendarResult {
  events: number;
  read: number;
  plainRead: number;
  written: number;
  plainWritten: number;
}

interface Calendar {
  id: string;
  name: string;
}

export async function benchGoogleCalendar(databaseUri: string): Promise<GoogleCalendarResult> {
  const world = await GoogleWorld.start();
  const product = await startProduct(databaseUri, {
    GOOGLE_CLIENT_ID: 'sandbox-google-client',
    GOOGLE_CLIENT_SECRET: 'secret',
    GOOGLE_BASE_URL: world.sandbox.googleUrl,
  });
  const client = await new MongoClient(databaseUri).connect();
  for (let index = 0; index < EVENTS; index++)
    await world.play({ do: 'create', calendar: 'Anna', event: eventAt(index) });
  const staffId = await connect(product, world);
  const { items } = await product.api<{ items: Calendar[] }>('GET', `${PATH}/calendars`);
  const idOf = (wanted: string): string => items.find(({ name }) => name === wanted)?.id ?? '';
  const read = await timeOfSync(product, staffId, { calendar_id: idOf('Anna'), direction: 'pull' });
  const busy = await client.db().collection('external_busy_times').countDocuments();
  await fillDiary(product, client.db(), staffId);
  const written = await timeOfSync(product, staffId, { calendar_id: idOf('Bruno'), direction: 'push' });
  const pushed = await client.db().collection('google_events').countDocuments();
  if (busy < EVENTS || pushed < EVENTS) throw new Error(`only ${busy} events are read and ${pushed} written`);
  const plain = await plainRequests(world, idOf('Anna'));
  await Promise.all([client.close(), product.stop(), world.close()]);
  return { events: EVENTS, read, written, ...plain };
}

/** Half an hour each, one after the other, from tomorrow on. */
function timesOf(index: number): { starts_at: Date; ends_at: Date } {
  const from = Math.ceil(Date.now() / DAY_MS) * DAY_MS + index * HALF_HOUR_MS;
  return { starts_at: new Date(from), ends_at: new Date(from + HALF_HOUR_MS) };
}

function eventAt(index: number): object {
  const { starts_at, ends_at } = timesOf(index);
  return {
    summary: `Event ${index}`,
    start: { dateTime: starts_at.toISOString() },
    end: { dateTime: ends_at.toISOString() },
  };
}

/** @returns the id of the owner, whose calendars are synchronised */
async function connect({ url, headers, api }: Product, world: GoogleWorld): Promise<string> {
  const started = await fetch(`${url}/api/v1${PATH}/oauth/url`, { headers });
  const { url: consent } = (await started.json()) as { url: string };
  const back = await world.answer(consent);
  const [cookie = ''] = started.headers.getSetCookie();
  await fetch(`${url}${back.pathname}${back.search}`, {
    headers: { cookie: cookie.split(';')[0] ?? '' },
    redirect: 'manual',
  });
  const { state } = await api<{ state: string }>('GET', PATH);
  if (state !== 'connected') throw new Error(`Google is ${state}`);
  return (await api<{ _id: string }>('GET', '/users/me'))._id;
}

/** Seconds until a person's new calendar is synchronised. */
async function timeOfSync({ api }: Product, staffId: string, link: object): Promise<number> {
  const startedAt = Date.now();
  await api('PUT', `${PATH}/staff/${staffId}`, link);
  for (; Date.now() - startedAt < GIVE_UP_MS; await delay(POLL_MS)) {
    const { staff } = await api<{ staff: { last_synced_at: string | null; error: string | null }[] }>('GET', PATH);
    const [{ last_synced_at, error } = { last_synced_at: null, error: null }] = staff;
    if (error !== null) throw new Error(error);
    if (last_synced_at !== null && Date.parse(last_synced_at) >= startedAt) return (Date.now() - startedAt) / 1_000;
  }
  throw new Error('the calendar is not synchronised');
}

/** Copies of one real appointment. */
async function fillDiary({ api }: Product, db: Db, staffId: string): Promise<void> {
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, windows: [{ from: '08:00', to: '18:00' }] }));
  await api('PUT', `/staff-schedules/${staffId}`, { weekly });
  const service = await api<{ _id: string }>('POST', '/services', { name: 'Bath', duration_min: 30 });
  const contact = await api<{ _id: string }>('POST', '/contacts', { full_name: 'Mia Rossi' });
  const day = new Date(Date.now() + 50 * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
  const visit = { service_id: service._id, contact_id: contact._id, starts_at: `${day}T12:00:00.000Z` };
  await api('POST', '/appointments', visit);
  const appointments = db.collection('appointments');
  const model = await appointments.findOne({});
  const copies = Array.from({ length: EVENTS }, (_, index) => {
    const times = timesOf(index);
    const lines = (model?.['lines'] as object[]).map((line) => ({ ...line, ...times }));
    return { ...model, ...times, lines, _id: new ObjectId(), client_key: `${index}` };
  });
  await appointments.insertMany(copies);
}

async function plainRequests(
  world: GoogleWorld,
  calendarId: string,
): Promise<Pick<GoogleCalendarResult, 'plainRead' | 'plainWritten'>> {
  await world.connect();
  const readAt = performance.now();
  for (let pageToken = ''; ;) {
    const query = new URLSearchParams({ maxResults: String(PAGE), ...(pageToken && { pageToken }) });
    const { body } = await world.call('GET', `calendars/${encodeURIComponent(calendarId)}/events?${query.toString()}`);
    pageToken = (body as { nextPageToken?: string }).nextPageToken ?? '';
    if (!pageToken) break;
  }
  const writtenAt = performance.now();
  for (let index = 0; index < EVENTS; index++) await world.call('POST', 'calendars/primary/events', eventAt(index));
  return { plainRead: (writtenAt - readAt) / 1_000, plainWritten: (performance.now() - writtenAt) / 1_000 };
}
