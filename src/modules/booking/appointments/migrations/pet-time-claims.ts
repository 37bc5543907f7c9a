import type { Db, ObjectId } from 'mongodb';
import type { Migration } from '../../../../core/database/index.js';
import { isDuplicateKey } from '../../../../core/errors/index.js';

interface OldAppointment {
  _id: ObjectId;
  company_id: ObjectId;
  time_zone: string;
  nights: number | null;
  lines: { pet_id: ObjectId | null; service_id: ObjectId; starts_at: Date; ends_at: Date }[];
  booked_services: { _id: ObjectId; kind: string; half_day: boolean }[];
  legs: object[];
}

interface Cell {
  lane: string;
  cell: number;
}

interface StoredClaim extends Cell {
  _id: string;
  company_id: ObjectId;
  k: number;
  b: ObjectId;
  a: string;
}

const MINUTE_MS = 60_000;
const CELL_MS = 5 * MINUTE_MS;
const HALF_DAY_MIN = 720;
const DAY_MIN = 1_440;
/** Overlapping appointments of one pet keep their time: each takes its own place. */
const PLACES = 50;

/** Claims are stored first; after a crash, the migration finds them and continues. */
export const petTimeClaims: Migration = {
  name: 'appointments to come take the time of their pets',
  collection: 'appointments',
  old: {
    state: { $in: ['HELD', 'PAYING', 'CONFIRMED', 'CHECKED_IN', 'IN_PROGRESS'] },
    'lines.pet_id': { $type: 'objectId' },
    'legs.lane': { $not: /^pet:/ },
    $expr: { $and: [{ $gt: ['$ends_at', '$$NOW'] }, { $gt: ['$ends_at', '$starts_at'] }] },
  },
  guard: 'ver',
  changes: (db) =>
    Promise.resolve(async (document) => {
      const old = document as unknown as OldAppointment;
      const cells = cellsOf(old);
      await claim(db, old, cells);
      const pets = legsOf(cells).map((leg) => ({ ...leg, a: attemptOf(old), capacity: PLACES, quantity: 1 }));
      return { $set: { legs: [...old.legs, ...pets] }, $inc: { ver: 1 } };
    }),
};

/** Unused before, and stable across a crash. */
const attemptOf = ({ _id }: OldAppointment): string => _id.toHexString();

/** Minutes of timed work, nights of boarding and half-days of daycare, without duplicates. */
function cellsOf({ lines, booked_services, nights, time_zone }: OldAppointment): Cell[] {
  const cells = new Map<string, Cell>();
  for (const { pet_id, service_id, starts_at, ends_at } of lines) {
    if (!pet_id) continue;
    const service = booked_services.find(({ _id }) => _id.equals(service_id));
    const pet = `pet:${pet_id.toHexString()}`;
    const take = (lane: string, from: number, to: number): void => {
      for (let cell = from; cell < to; cell++) cells.set(`${lane}|${cell}`, { lane, cell });
    };
    const minute = localMinute(starts_at, time_zone);
    const half = Math.floor(minute / HALF_DAY_MIN);
    const night = Math.floor(minute / DAY_MIN);
    if (service?.kind === 'boarding') take(`${pet}:night`, night, night + (nights ?? 1));
    else if (service?.kind === 'daycare') take(`${pet}:half_day`, half, half + (service.half_day ? 1 : 2));
    else take(pet, Math.floor(starts_at.getTime() / CELL_MS), Math.ceil(ends_at.getTime() / CELL_MS));
  }
  return [...cells.values()].sort((one, other) => one.lane.localeCompare(other.lane) || one.cell - other.cell);
}

/** Minutes since 1970 in local time. */
function localMinute(instant: Date, timeZone: string): number {
  const text = instant.toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return Date.parse(`${text.replace(' ', 'T')}Z`) / MINUTE_MS;
}

function legsOf(cells: readonly Cell[]): { lane: string; from: number; to: number }[] {
  const legs: { lane: string; from: number; to: number }[] = [];
  for (const { lane, cell } of cells) {
    const last = legs.at(-1);
    if (last?.lane === lane && last.to === cell) last.to++;
    else legs.push({ lane, from: cell, to: cell + 1 });
  }
  return legs;
}

async function claim(db: Db, old: OldAppointment, cells: readonly Cell[]): Promise<void> {
  const claims = db.collection<StoredClaim>('resource_reservations');
  const { company_id, _id: b } = old;
  const a = attemptOf(old);
  for (;;) {
    const inLegs = legsOf(cells).map(({ lane, from, to }) => ({ lane, cell: { $gte: from, $lt: to } }));
    const stored = await claims.find({ company_id, $or: inLegs }).toArray();
    const missing = cells.flatMap(({ lane, cell }) => {
      const here = stored.filter((one) => one.lane === lane && one.cell === cell);
      if (here.some((one) => one.a === a)) return [];
      let k = 0;
      while (here.some((one) => one.k === k)) k++;
      return [{ _id: `${company_id.toHexString()}|${lane}|${cell}|${k}`, company_id, lane, cell, k, b, a }];
    });
    if (missing.length === 0) return;
    await claims.insertMany(missing, { ordered: false }).catch((error: unknown) => {
      // Another process inserted claims first; the next round reads them.
      if (!isDuplicateKey(error)) throw error;
    });
  }
}
