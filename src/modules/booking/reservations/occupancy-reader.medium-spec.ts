import { Types } from 'mongoose';
import { aLeg, appointmentDetails } from '../../../../test/builders/bookings.js';
import { type BookingSuite, startBookings } from '../../../../test/support/bookings.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import type { AppointmentDetails } from './appointment-details.js';
import type { Claim, WantedLeg, StoredBooking } from './booking.js';
import type { OccupancyPeriod } from './occupancy-reader.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const STAFF = 'staff:ana';
const POOL = 'pool:yard';
const FIRST_DAY = Date.UTC(2026, 2, 2);
const WEEK: OccupancyPeriod = { from: day(0), to: day(7) };

function day(index: number): Date {
  return new Date(FIRST_DAY + index * DAY_MS);
}

describe('the occupancy reader', () => {
  let suite: BookingSuite;
  let scope: CompanyScope;

  beforeAll(async () => {
    suite = await startBookings('occupancy');
  });
  beforeEach(() => {
    scope = CompanyScope.of(new Types.ObjectId());
  });
  afterAll(() => suite.close());

  const hold = (legs: readonly WantedLeg[], more: Partial<AppointmentDetails> = {}): Promise<StoredBooking> => {
    const details = appointmentDetails({ starts_at: day(2), ends_at: day(3), ...more });
    return suite.bookings.hold(scope, { legs, details, ttlMs: 120 * MINUTE_MS });
  };
  const read = async (except?: Types.ObjectId, reach = WEEK): Promise<Record<string, number[][]>> => {
    const { occupancy: taken } = await suite.reader.read(scope, reach, except);
    return Object.fromEntries(
      [...taken].map(([lane, ranges]) => [lane, ranges.map(({ from, to, count }) => [from, to, count])]),
    );
  };
  const set = (id: Types.ObjectId, fields: object): Promise<unknown> =>
    suite.appointments.updateOne({ company_id: scope.companyId, _id: id }, { $set: fields });

  it('returns ranges by bookable, with the places of each leg', async () => {
    const { _id } = await hold([aLeg(STAFF, 10, 12), aLeg(POOL, 9, 12, { capacity: 5, quantity: 2 })]);
    await hold([aLeg(POOL, 11, 13, { capacity: 5 })]);
    expect(await read()).toEqual({
      [STAFF]: [[10, 12, 1]],
      [POOL]: [
        [9, 12, 2],
        [11, 13, 1],
      ],
    });
    expect(await read(_id)).toEqual({ [POOL]: [[11, 13, 1]] });
  });

  it('includes long stays and buffers that reach into the days', async () => {
    await hold([aLeg('unit:kennel', 1, 90)], { starts_at: day(-60), ends_at: day(20) });
    await hold([aLeg('staff:before', 1, 2)], { starts_at: day(-0.5), ends_at: day(-0.4) });
    await hold([aLeg('staff:after', 3, 4)], { starts_at: day(7.4), ends_at: day(7.5) });
    await hold([aLeg('staff:long-past', 1, 2)], { starts_at: day(-9), ends_at: day(-8) });
    await hold([aLeg('staff:far-ahead', 1, 2)], { starts_at: day(9), ends_at: day(10) });
    expect(Object.keys(await read()).sort()).toEqual(['staff:after', 'staff:before', 'unit:kennel']);
  });

  it('reads further ahead for resources of stays only', async () => {
    const kennel = new Types.ObjectId();
    await hold([aLeg('unit:kennel', 30, 33)], { starts_at: day(30), ends_at: day(33), resource_ids: [kennel] });
    await hold([aLeg('unit:table', 30, 33)], { starts_at: day(30), ends_at: day(33) });
    expect(await read()).toEqual({});
    const stays = { resourceIds: [kennel], to: day(40) };
    expect(await read(undefined, { ...WEEK, stays })).toEqual({ 'unit:kennel': [[30, 33, 1]] });
  });

  it('counts no ended hold or appointment, also before the sweep', async () => {
    const { _id } = await hold([aLeg(STAFF, 10, 12)]);
    await set(_id, { exp: new Date() });
    expect(await read()).toEqual({});
    await set(_id, { exp: null, state: 'CONFIRMED' });
    expect(await read()).toEqual({ [STAFF]: [[10, 12, 1]] });
    await set(_id, { state: 'CANCELLED' });
    expect(await read()).toEqual({});
  });

  it('counts the target of a running move until it ends', async () => {
    const { _id, legs } = await hold([aLeg(STAFF, 10, 12)], { starts_at: day(-30), ends_at: day(-29) });
    const moved = { ...aLeg(STAFF, 12, 14), a: 'next' };
    await set(_id, { move: { a: 'next', exp: new Date(Date.now() + MINUTE_MS), legs: [...legs, moved] } });
    expect(await read()).toEqual({ [STAFF]: [[12, 14, 1]] });
    await set(_id, { 'move.exp': new Date() });
    expect(await read()).toEqual({});
  });

  it('refuses an appointment without its busy text', async () => {
    const { _id } = await hold([aLeg(STAFF, 10, 12)]);
    await suite.appointments.updateOne({ company_id: scope.companyId, _id }, { $unset: { busy: true } });
    await expect(read()).rejects.toThrow('without its busy text');
  });

  it('agrees with the claims', async () => {
    for (let booking = 0; booking < 20; booking++) {
      const from = booking * 3;
      const { _id } = await hold([aLeg(STAFF, from, from + 2), aLeg(POOL, from, from + 9, { capacity: 4 })]);
      if (booking % 3 === 0) await suite.bookings.cancel(scope, _id);
      if (booking % 3 === 1)
        await suite.bookings.move(scope, _id, { legs: [aLeg(STAFF, 200 + from, 203 + from)], details: {} });
    }
    const cells = [...(await suite.reader.read(scope, WEEK)).occupancy].flatMap(([lane, ranges]) =>
      ranges.flatMap(({ from, to, count }) =>
        Array.from({ length: (to - from) * count }, (_, index) => `${lane}|${from + Math.floor(index / count)}`),
      ),
    );
    const claims: Claim[] = await suite.reservations.find({ company_id: scope.companyId }).toArray();
    expect(cells.sort()).toEqual(claims.map(({ lane, cell }) => `${lane}|${cell}`).sort());
    expect(cells.length).toBeGreaterThan(50);
  });
});
