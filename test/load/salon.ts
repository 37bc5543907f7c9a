/** A large salon for the benches of booking: its people and rules by the API, its bookings straight into the database. */
import { type Db, MongoClient, ObjectId } from 'mongodb';
import type { Product } from './product.ts';

const { busyText } = await import('../../src/modules/booking/reservations/busy-text.js');

const STAFF = 50;
export const DAYS = 60;
const TABLES = 20;
const POOLS = [30, 24, 36];
/** How full the days are. `gapCells`: fewer than this many free cells lie before a booking. */
export interface Fill {
  bookingsADay: number;
  gapCells: number;
}
const HALF_FULL: Fill = { bookingsADay: 6, gapCells: 16 };
const WINDOWS = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
];
const [OPENS_MIN, CLOSES_MIN, LAST_GROOM_MIN] = [480, 1_080, 960];
const [MINUTE_MS, DAY_MS] = [60_000, 86_400_000];
const CELL_MIN = 5;
const MINUTES_A_DAY = 1_440;
const SEED = 12_345;
const INSERT_BATCH = 2_000;

export interface SalonIds {
  company_id: ObjectId;
  wash: string;
  /** 75 minutes and 15 of pads, by a person on a table. */
  groom: string;
  contact: string;
  staff: string[];
  pools: string[];
  /** Local dates, here those of UTC; bookings fill them by about half. */
  from: string;
  to: string;
  bookings: number;
  /** Whether a groom may begin then. */
  isOpen(start: Date): boolean;
}

interface Stored {
  _id: string;
  company_id: string;
}

export async function prepareSalon(product: Pick<Product, 'api'>, db: Db, density = HALF_FULL): Promise<SalonIds> {
  const post = (path: string, body: object): Promise<Stored> => product.api('POST', path, body);
  await product.api('PATCH', '/companies/me', { time_zone: 'UTC' });
  // Only an owner with a confirmed address may invite people.
  await db.collection('users').updateMany({}, { $set: { email_verified_at: new Date() } });
  const type = async (name: string, kind: string): Promise<string> =>
    (await post('/resource-types', { name, kind, cell: '5min' }))._id;
  const tables = await type('Table', 'unit');
  for (let table = 0; table < TABLES; table++)
    await post('/resources', { resource_type_id: tables, name: `Table ${table}` });
  const pools: string[] = [];
  const requirements: object[] = [];
  for (const [index, capacity] of POOLS.entries()) {
    const resource_type_id = await type(`Pool ${index}`, 'pool');
    pools.push((await post('/resources', { resource_type_id, name: `Pool ${index}`, capacity }))._id);
    requirements.push({ resource_type_id });
  }
  const staff = await addStaff(product, db);
  for (const id of staff) {
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, windows: WINDOWS }));
    await product.api('PUT', `/staff-schedules/${id}`, { weekly });
  }
  const horizon = { horizon_days: 730 };
  const wash = await post('/services', { name: 'Wash', duration_min: 60, requirements, ...horizon });
  const pads = { buffer_before_min: 5, buffer_after_min: 10 };
  const groomed = { duration_min: 75, requirements: [{ resource_type_id: tables }] };
  const groom = await post('/services', { name: 'Groom', ...groomed, ...pads, ...horizon });
  const contact = await post('/contacts', { full_name: 'Rex and family' });
  const first = Math.floor(Date.now() / DAY_MS) + 1;
  const starts_at = new Date(first * DAY_MS + 20 * DAY_MS + OPENS_MIN * MINUTE_MS);
  const visitRequest = { service_id: wash._id, contact_id: contact._id, staff_id: staff[0], starts_at };
  const { appointment } = await product.api<{ appointment: Stored }>('POST', '/appointments', visitRequest);
  const ids = { wash: wash._id, groom: groom._id, contact: contact._id, staff, pools };
  const bookings = await fill(db, new ObjectId(appointment._id), ids, first, density);
  const date = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
  return {
    ...ids,
    company_id: new ObjectId(contact.company_id),
    from: date(first),
    to: date(first + DAYS - 1),
    bookings,
    isOpen: (start) => {
      const minute = (start.getTime() / MINUTE_MS) % MINUTES_A_DAY;
      return minute >= OPENS_MIN + 30 && minute <= LAST_GROOM_MIN && (minute <= 600 || minute >= 800);
    },
  };
}

/** Copies of one invited person, because a company may invite only some people a day. */
async function addStaff(product: Pick<Product, 'api'>, db: Db): Promise<string[]> {
  const users = db.collection('users');
  const invitation = { email: `s0-${Date.now()}@example.com`, full_name: 'Staff 0', role: 'staff' };
  const { _id: first } = await product.api<Stored>('POST', '/users', invitation);
  const model = await users.findOne({ _id: new ObjectId(first) });
  const others = Array.from({ length: STAFF - 1 }, (_, index) => ({
    ...model,
    _id: new ObjectId(),
    email: `s${index + 1}-${Date.now()}@example.com`,
    full_name: `Staff ${index + 1}`,
  }));
  await users.insertMany(others);
  return [first, ...others.map(({ _id }) => _id.toHexString())];
}

/** Copies of one real appointment over all days and people, each on its person and, in turn, in one of the pools. */
async function fill(
  db: Db,
  like: ObjectId,
  { staff, pools }: Pick<SalonIds, 'staff' | 'pools'>,
  firstDay: number,
  { bookingsADay, gapCells }: Fill,
): Promise<number> {
  const appointments = db.collection('appointments');
  const model = await appointments.findOne({ _id: like });
  if (!model) throw new Error('no appointment to copy');
  const random = randomFrom(SEED);
  const copies: object[] = [];
  for (let day = firstDay; day < firstDay + DAYS; day++) {
    for (const [person, id] of staff.entries()) {
      for (let minute = OPENS_MIN, booking = 0; booking < bookingsADay; booking++) {
        const from = minute + random(0, gapCells) * CELL_MIN;
        minute = from + random(6, 15) * CELL_MIN;
        if (minute > CLOSES_MIN) break;
        const [start, end] = [day * MINUTES_A_DAY + from, day * MINUTES_A_DAY + minute];
        const cells = { a: 'a', from: start / CELL_MIN, to: end / CELL_MIN, quantity: 1 };
        const pool = (person + booking) % pools.length;
        const legs = [
          { ...cells, lane: `staff:${id}`, capacity: 1 },
          { ...cells, lane: `pool:${pools[pool]}`, capacity: POOLS[pool] },
        ];
        const times = { starts_at: new Date(start * MINUTE_MS), ends_at: new Date(end * MINUTE_MS) };
        const ids = {
          staff_id: new ObjectId(id),
          staff_ids: [new ObjectId(id)],
          resource_ids: [new ObjectId(pools[pool])],
        };
        copies.push({ ...model, ...times, ...ids, legs, busy: busyText(legs), _id: new ObjectId(), events: [] });
      }
    }
  }
  for (let at = 0; at < copies.length; at += INSERT_BATCH)
    await appointments.insertMany(copies.slice(at, at + INSERT_BATCH), { ordered: false });
  return copies.length;
}

/** The same people and bookings as the baseline keeps them. */
export async function prepareNaiveSalon(product: Db, uri: string, { staff, pools, from }: SalonIds): Promise<void> {
  const client = await new MongoClient(uri).connect();
  const first = Date.parse(from) / MINUTE_MS;
  const windows = Array.from({ length: DAYS }, (_, day) =>
    [
      [480, 720],
      [780, 1_080],
    ].map(([open = 0, close = 0]) => ({
      from: first + day * MINUTES_A_DAY + open,
      to: first + day * MINUTES_A_DAY + close,
    })),
  ).flat();
  await client
    .db()
    .collection('salon')
    .insertOne({
      staff: Object.fromEntries(staff.map((id) => [`staff:${id}`, windows])),
      pools: Object.fromEntries(pools.map((id, index) => [`pool:${id}`, POOLS[index]])),
    });
  const bookings = await product.collection('appointments').find({}).toArray();
  const plain = bookings.map(({ legs, starts_at, ends_at }) => ({
    lanes: (legs as { lane: string }[]).map(({ lane }) => lane),
    starts_at: starts_at as Date,
    ends_at: ends_at as Date,
  }));
  await client.db().collection('bookings').insertMany(plain);
  await client.close();
}

function randomFrom(seed: number): (from: number, to: number) => number {
  let state = seed;
  return (from, to) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return from + Math.floor((state / 2 ** 32) * (to - from));
  };
}
