import type { Collection } from 'mongodb';
import { Types } from 'mongoose';
import { aLeg, appointmentDetails, aroundNow } from '../../../../test/builders/bookings.js';
import { holdAndConfirm } from '../../../../test/support/hold-and-confirm.js';
import { type BookingSuite, startBookings } from '../../../../test/support/bookings.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import type { Claim, WantedLeg, StoredBooking } from './booking.js';
import type { BookingSweeper } from './booking-sweeper.js';
import type { ReservationsService } from './reservations.service.js';
import type { NewHold } from './hold-creator.js';
import type { OccupancyReader } from './occupancy-reader.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const STAFF = 'staff:ana';
const TABLE = 'unit:table';
const POOL = 'pool:daycare';
/** A groom of 75 minutes with 15 minutes of buffers, for a person and a table. */
const GROOM = [aLeg(STAFF, 100, 118), aLeg(TABLE, 100, 118)];

describe('reservations', () => {
  let suite: BookingSuite;
  let bookings: ReservationsService;
  let sweeper: BookingSweeper;
  let reader: OccupancyReader;
  let scope: CompanyScope;
  let appointments: Collection<StoredBooking>;
  let reservations: Collection<Claim>;

  beforeAll(async () => {
    suite = await startBookings('bookings');
    ({ bookings, sweeper, reader, appointments, reservations } = suite);
  });
  beforeEach(() => {
    scope = CompanyScope.of(new Types.ObjectId());
  });
  afterAll(() => suite.close());

  const request = (legs: readonly WantedLeg[], more: Partial<NewHold> = {}): NewHold => ({
    legs,
    details: appointmentDetails(),
    ttlMs: 10 * MINUTE_MS,
    ...more,
  });
  const hold = (legs: readonly WantedLeg[], more: Partial<NewHold> = {}): Promise<StoredBooking> =>
    bookings.hold(scope, request(legs, more));
  const claims = (filter: object = {}): Promise<Claim[]> =>
    reservations.find({ company_id: scope.companyId, ...filter }).toArray();
  const stored = (id: Types.ObjectId): Promise<StoredBooking | null> =>
    appointments.findOne({ company_id: scope.companyId, _id: id });
  /** Pairs of a cell and its number of taken places. */
  const taken = async (lane: string): Promise<number[]> => {
    const counts = new Map<number, number>();
    for (const { from, to, count } of (await reader.read(scope, aroundNow())).occupancy.get(lane) ?? [])
      for (let cell = from; cell < to; cell++) counts.set(cell, (counts.get(cell) ?? 0) + count);
    return [...counts].sort(([one], [other]) => one - other).flat();
  };
  /** Expires both fields that the sweep reads. */
  const lapse = (id: Types.ObjectId): Promise<unknown> => {
    const past = new Date(Date.now() - MINUTE_MS);
    const filter = { company_id: scope.companyId, _id: id };
    return appointments.updateOne(filter, { $set: { exp: past, due_at: past } });
  };
  const outcomes = async (all: Promise<unknown>[]): Promise<string[]> =>
    (await Promise.allSettled(all)).map((result) =>
      result.status === 'fulfilled' ? 'won' : String((result.reason as { code?: unknown }).code),
    );
  const count = (all: readonly string[], what: string): number => all.filter((one) => one === what).length;

  it('claims all cells of all legs or none', async () => {
    const held = await hold(GROOM);
    expect(held).toMatchObject({ state: 'HELD', ver: 2, events: [{ type: 'held' }] });
    expect(await claims({ b: held._id })).toHaveLength(36);
    await expect(hold([aLeg('unit:bath', 90, 101), aLeg(TABLE, 117, 120)])).rejects.toMatchObject({
      code: 'SLOT_TAKEN',
      status: 409,
      bookable: TABLE,
      cell: 117,
    });
    expect(await claims({ lane: 'unit:bath' })).toEqual([]);
    expect(await claims()).toHaveLength(36);
    await hold([aLeg(STAFF, 118, 120)]);
  });

  it('confirms a hold repeatably, and answers HOLD_EXPIRED afterwards', async () => {
    const contact_id = new Types.ObjectId();
    const held = await hold(GROOM);
    const confirmed = await bookings.confirm(scope, held._id, { contact_id });
    expect(confirmed).toMatchObject({ state: 'CONFIRMED', exp: null, contact_id });
    expect((await bookings.confirm(scope, held._id)).ver).toBe(confirmed.ver);
    const late = await hold([aLeg('staff:bea', 1, 3)]);
    await lapse(late._id);
    await expect(bookings.confirm(scope, late._id)).rejects.toMatchObject({ code: 'HOLD_EXPIRED', status: 409 });
    await expect(bookings.confirm(scope, new Types.ObjectId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('gives one of 64 parallel calls the time', async () => {
    const all = await outcomes(Array.from({ length: 64 }, () => hold(GROOM)));
    expect([count(all, 'won'), count(all, 'SLOT_TAKEN')]).toEqual([1, 63]);
    expect(await claims()).toHaveLength(36);
  });

  it('fills a pool up to its capacity', async () => {
    const dog = aLeg(POOL, 5, 8, { capacity: 20 });
    const all = await outcomes(Array.from({ length: 64 }, () => hold([dog])));
    expect([count(all, 'won'), count(all, 'SLOT_TAKEN')]).toEqual([20, 44]);
    expect(await taken(POOL)).toEqual([5, 20, 6, 20, 7, 20]);
  });

  it('fills fragmented places of a pool one by one', async () => {
    const dog = (cell: number): WantedLeg => aLeg(POOL, cell, cell + 1, { capacity: 2 });
    await Promise.all([hold([dog(1)]), hold([dog(2)]), hold([dog(3)])]);
    await hold([aLeg(POOL, 1, 4, { capacity: 2 })]);
    await expect(hold([dog(2)])).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    await expect(hold([aLeg(POOL, 8, 9, { capacity: 2, quantity: 3 })])).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
  });

  it('returns one booking for 50 parallel calls with the same key', async () => {
    const calls = Array.from({ length: 50 }, () => hold(GROOM, { clientKey: 'visitor-1' }));
    const ids = (await Promise.all(calls)).map(({ _id }) => _id.toHexString());
    expect(new Set(ids).size).toBe(1);
    expect(await claims()).toHaveLength(36);
    expect((await hold(GROOM, { clientKey: 'visitor-1' }))._id.toHexString()).toBe(ids[0]);
  });

  it('frees the key of a failed call', async () => {
    const other = await hold(GROOM);
    await expect(hold(GROOM, { clientKey: 'again' })).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    await bookings.release(scope, other._id);
    expect(await hold(GROOM, { clientKey: 'again' })).toMatchObject({ state: 'HELD' });
  });

  it('takes the place of an expired hold before the sweep', async () => {
    const first = await hold(GROOM);
    await lapse(first._id);
    const second = await hold(GROOM);
    expect(await stored(first._id)).toMatchObject({
      state: 'EXPIRED',
      events: [{ type: 'held' }, { type: 'expired' }],
    });
    expect(await claims({ b: second._id })).toHaveLength(36);
    await expect(bookings.confirm(scope, first._id)).rejects.toMatchObject({ code: 'HOLD_EXPIRED' });
  });

  it('frees the time of cancelled and released bookings for good', async () => {
    const booked = await holdAndConfirm(bookings, scope, request(GROOM));
    expect(await bookings.cancel(scope, booked._id, 'ill')).toMatchObject({ state: 'CANCELLED', cancel_reason: 'ill' });
    expect(await claims()).toEqual([]);
    expect(await bookings.cancel(scope, booked._id)).toMatchObject({ cancel_reason: 'ill' });
    const held = await hold(GROOM);
    await bookings.release(scope, held._id);
    expect(await taken(STAFF)).toEqual([]);
    await expect(bookings.confirm(scope, held._id)).rejects.toMatchObject({ code: 'HOLD_EXPIRED' });
  });

  it('takes the steps of the day in order only', async () => {
    const { _id } = await holdAndConfirm(bookings, scope, request(GROOM));
    await expect(bookings.transition(scope, _id, 'start')).rejects.toMatchObject({ code: 'INVALID_TRANSITION' });
    for (const [step, state] of [
      ['check_in', 'CHECKED_IN'],
      ['start', 'IN_PROGRESS'],
      ['complete', 'DONE'],
    ] as const) {
      expect(await bookings.transition(scope, _id, step)).toMatchObject({ state });
      expect(await bookings.transition(scope, _id, step)).toMatchObject({ state });
    }
    await expect(bookings.cancel(scope, _id)).rejects.toMatchObject({ code: 'INVALID_TRANSITION' });
    await expect(bookings.transition(scope, _id, 'no_show')).rejects.toMatchObject({ code: 'INVALID_TRANSITION' });
    await expect(hold(GROOM)).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
  });

  it('moves to an overlapping time, and keeps the old time on failure', async () => {
    const { _id } = await holdAndConfirm(bookings, scope, request(GROOM));
    await holdAndConfirm(bookings, scope, request([aLeg(STAFF, 130, 140)]));
    const move = (from: number): Promise<StoredBooking> =>
      bookings.move(scope, _id, {
        legs: [aLeg(STAFF, from, from + 18), aLeg(TABLE, from, from + 18)],
        details: { notes: `at ${from}` },
      });
    const moved = await move(105);
    expect(moved).toMatchObject({ state: 'CONFIRMED', notes: 'at 105', move: null });
    expect(await taken(TABLE)).toEqual(Array.from({ length: 18 }, (_, cell) => [105 + cell, 1]).flat());
    expect(await claims({ b: _id })).toHaveLength(36);
    await expect(move(115)).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    expect(await stored(_id)).toMatchObject({ notes: 'at 105', legs: moved.legs, move: null });
    expect(await claims({ b: _id })).toHaveLength(36);
    await move(100);
    expect(await claims({ b: _id })).toHaveLength(36);
  });

  it('replaces a hold of the same visitor without a gap', async () => {
    const first = await hold(GROOM);
    const later = GROOM.map((leg) => ({ ...leg, from: leg.from + 3, to: leg.to + 3 }));
    const second = await hold(later, { replaces: first._id });
    expect(second).toMatchObject({ _id: first._id, state: 'HELD' });
    expect((await taken(STAFF)).slice(0, 2)).toEqual([103, 1]);
    await bookings.confirm(scope, second._id);
    expect(
      (
        await hold(
          GROOM.map((leg) => ({ ...leg, to: 103 })),
          { replaces: second._id },
        )
      )._id,
    ).not.toEqual(second._id);
  });

  it('overbooks full staff only with a reason, counts the place, and never overbooks a table', async () => {
    const overbook = { by: 'user-1', reason: 'emergency' };
    const regular = await holdAndConfirm(bookings, scope, request(GROOM));
    await expect(hold(GROOM, { overbook })).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    const extra = await hold([aLeg(STAFF, 100, 118), aLeg('unit:other', 100, 118)], { overbook });
    expect(extra.legs.map((leg) => leg.overbook)).toEqual([overbook, undefined]);
    expect((await hold([aLeg('staff:bea', 1, 2)], { overbook })).legs[0]).not.toHaveProperty('overbook');
    expect((await taken(STAFF)).slice(0, 2)).toEqual([100, 2]);
    await bookings.cancel(scope, regular._id);
    expect((await taken(STAFF)).slice(0, 2)).toEqual([100, 1]);
    await expect(hold(GROOM)).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
  });

  it('leaves exactly the cells of confirmed bookings after one sweep', async () => {
    const kept = await holdAndConfirm(bookings, scope, request(GROOM));
    const lapsed = await hold([aLeg('staff:bea', 1, 30)]);
    await lapse(lapsed._id);
    const cancelled = await holdAndConfirm(bookings, scope, request([aLeg('staff:cleo', 1, 30)]));
    // The state after a crash before the deletion.
    const dead = { state: 'CANCELLED', dead_at: new Date(), due_at: new Date(0) } as const;
    await appointments.updateOne({ company_id: scope.companyId, _id: cancelled._id }, { $set: dead });
    await sweeper.sweep();
    expect((await claims()).map(({ b }) => b.toHexString())).toEqual(Array(36).fill(kept._id.toHexString()));
    expect(await stored(lapsed._id)).toMatchObject({ state: 'EXPIRED' });
  });

  it('deletes a hold one day after its end, once its events are published', async () => {
    const [lapsed, released] = [await hold(GROOM), await hold([aLeg('staff:bea', 1, 30)])];
    const untold = await hold([aLeg('staff:eve', 1, 30)]);
    const details = appointmentDetails({ confirmed_at: new Date() });
    const cancelled = await holdAndConfirm(bookings, scope, request([aLeg('staff:cleo', 1, 30)], { details }));
    await bookings.release(scope, released._id);
    await bookings.cancel(scope, cancelled._id);
    await lapse(lapsed._id);
    await lapse(untold._id);
    await sweeper.sweep();
    const own = { company_id: scope.companyId };
    await appointments.updateMany({ ...own, _id: { $ne: untold._id } }, { $set: { events: [] } });
    await sweeper.sweep(new Date(Date.now() + DAY_MS));
    expect(await appointments.countDocuments(own)).toBe(4);
    const before = new Date(Date.now() - DAY_MS - MINUTE_MS);
    await appointments.updateMany(own, { $set: { dead_at: before, due_at: before } });
    await sweeper.sweep();
    const left = await appointments.find(own).toArray();
    expect(left.map(({ _id }) => _id)).toEqual([untold._id, cancelled._id]);
  });

  it('keeps the legs when claims are purged after a week', async () => {
    const ends_at = new Date(Date.now() - 8 * DAY_MS);
    const { _id } = await holdAndConfirm(bookings, scope, request(GROOM, { details: appointmentDetails({ ends_at }) }));
    await bookings.finishOverdue(scope, { _id });
    expect(await claims()).toEqual([]);
    const booking = await stored(_id);
    expect(booking).toMatchObject({ state: 'CONFIRMED', legs: [{ lane: STAFF }, { lane: TABLE }] });
    expect(booking).not.toHaveProperty('due_at');
  });

  it('keeps companies apart', async () => {
    const { _id } = await holdAndConfirm(bookings, scope, request(GROOM));
    const other = CompanyScope.of(new Types.ObjectId());
    expect(await holdAndConfirm(bookings, other, request(GROOM))).toMatchObject({ state: 'CONFIRMED' });
    await expect(bookings.cancel(other, _id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(bookings.move(other, _id, { legs: [], details: {} })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const third = CompanyScope.of(new Types.ObjectId());
    expect(await reader.read(third, aroundNow())).toEqual({ occupancy: new Map(), until: Infinity });
    expect(await bookings.hold(third, request(GROOM, { replaces: _id }))).not.toMatchObject({ _id });
  });
});
