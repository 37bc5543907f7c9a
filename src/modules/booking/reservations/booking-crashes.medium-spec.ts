import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Collection } from 'mongodb';
import { type Connection, Types } from 'mongoose';
import { aLeg, appointmentDetails, aroundNow } from '../../../../test/builders/bookings.js';
import { violation } from '../../../../test/support/booking-model/invariants.js';
import type { BookingOrder } from '../../../../test/support/booking-process.js';
import { holdAndConfirm } from '../../../../test/support/hold-and-confirm.js';
import { type BookingSuite, startBookings } from '../../../../test/support/bookings.js';
import { AppConfig } from '../../../core/config/index.js';
import type { CrashPointName } from '../../../core/crash-points/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { type Claim, isCommitted, type WantedLeg, type StoredBooking, TENTATIVE_STATES } from './booking.js';
import type { BookingSweeper } from './booking-sweeper.js';
import type { ReservationsService } from './reservations.service.js';
import type { OccupancyReader } from './occupancy-reader.js';

const SCRIPT = fileURLToPath(new URL('../../../../test/support/booking-process.ts', import.meta.url));
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const PAST = new Date(Date.now() - DAY_MS);
const GROOM = [aLeg('staff:ana', 100, 118), aLeg('unit:table', 100, 118)];
const LATER = [aLeg('staff:ana', 110, 128), aLeg('unit:table', 110, 128)];
/** More claims than one write contains. */
const LONG = [aLeg('staff:ana', 100, 700)];

const RACERS = 2;
const CLIENTS = 100;
const KILLS = 4;
/** Confirmed bookings between two kills. */
const MOST_BOOKINGS_A_LIFE = 60;

describe('a booking whose process is killed', () => {
  let suite: BookingSuite;
  let bookings: ReservationsService;
  let sweeper: BookingSweeper;
  let reader: OccupancyReader;
  let scope: CompanyScope;
  let appointments: Collection<StoredBooking>;
  let reservations: Collection<Claim>;
  let leases: ReturnType<Connection['collection']>;

  beforeAll(async () => {
    suite = await startBookings('booking_crashes');
    ({ bookings, sweeper, reader, appointments, reservations } = suite);
    leases = suite.module.get<Connection>(getConnectionToken()).collection('lane_leases');
  });
  beforeEach(() => {
    scope = CompanyScope.of(new Types.ObjectId());
  });
  afterAll(() => suite.close());

  const start = (order: Omit<BookingOrder, 'uri' | 'dataDir' | 'companyId'>): ChildProcess => {
    const { mongodbUri = '', dataDir } = suite.module.get(AppConfig);
    const full: BookingOrder = { ...order, uri: mongodbUri, dataDir, companyId: scope.id };
    return spawn(process.execPath, [SCRIPT, JSON.stringify(full)], { stdio: ['ignore', 'pipe', 'pipe'] });
  };
  const crash = async (at: CrashPointName, act: BookingOrder['act'], more: Partial<BookingOrder>): Promise<void> => {
    const victim = start({ act, crashAt: at, ...more });
    let said = '';
    victim.stderr?.on('data', (data) => (said += String(data)));
    const [, signal] = (await once(victim, 'close')) as [number | null, string | null];
    expect({ signal, said }).toEqual({ signal: 'SIGKILL', said: `crash point ${at}\n` });
  };
  const own = (): { company_id: Types.ObjectId } => ({ company_id: scope.companyId });
  const only = async (): Promise<StoredBooking> => {
    const all = await appointments.find(own()).toArray();
    expect(all).toHaveLength(1);
    return all[0] as StoredBooking;
  };
  const book = (legs: WantedLeg[]): Promise<StoredBooking> =>
    holdAndConfirm(bookings, scope, { legs, details: appointmentDetails() });
  const claimCount = (filter: object = {}): Promise<number> => reservations.countDocuments({ ...own(), ...filter });
  const taken = async (): Promise<number> => {
    const tomorrow = new Date(Date.now() + DAY_MS);
    const { occupancy } = await reader.read(scope, aroundNow(), undefined, tomorrow);
    return [...occupancy.values()].flat().reduce((sum, { from, to, count }) => sum + (to - from) * count, 0);
  };
  /** Expires all tentative bookings. */
  const lapse = async (): Promise<void> => {
    const tentative = { ...own(), state: { $in: [...TENTATIVE_STATES] } };
    await appointments.updateMany(tentative, { $set: { exp: PAST } });
    await appointments.updateMany({ ...own(), move: { $ne: null } }, { $set: { 'move.exp': PAST } });
    await appointments.updateMany({ ...own(), due_at: { $exists: true } }, { $set: { due_at: PAST } });
    // Also of the sweep's lock, which the process may have held at its start.
    await leases.updateMany({}, { $set: { expires_at: PAST } });
  };
  const scan = async (isAtRest: boolean): Promise<string | null> => {
    const documents = {
      bookings: new Map((await appointments.find(own()).toArray()).map((one) => [one._id.toHexString(), one])),
      claims: new Map((await reservations.find(own()).toArray()).map((one) => [one._id, one])),
    };
    return violation(documents, Date.now(), MINUTE_MS, isAtRest);
  };
  /** Checks claims now, and again after expiry and one sweep. */
  const comesToRest = async (): Promise<void> => {
    expect(await scan(false)).toBeNull();
    await lapse();
    await sweeper.sweep();
    expect(await scan(true)).toBeNull();
  };

  it('blocks nobody before it claims', async () => {
    await crash('booking.intended', 'book', { legs: GROOM });
    expect([(await only()).state, await claimCount()]).toEqual(['CLAIMING', 0]);
    await book(GROOM);
    await comesToRest();
    expect(await taken()).toBe(36);
  });

  it.each<[CrashPointName, WantedLeg[], number]>([
    ['booking.claims_stored', LONG, 500],
    ['booking.claimed', LONG, 600],
  ])('blocks its cells after a crash at %s until it expires', async (point, legs, count) => {
    await crash(point, 'book', { legs });
    expect([(await only()).state, await claimCount()]).toEqual(['CLAIMING', count]);
    await expect(book(GROOM.slice(0, 1))).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    await lapse();
    expect(await taken()).toBe(0);
    await book(GROOM);
    await comesToRest();
    expect(await claimCount()).toBe(36);
  });

  it('leaves a hold that another process can confirm, or that expires', async () => {
    await crash('booking.held', 'book', { legs: GROOM });
    const { _id, state } = await only();
    expect(state).toBe('HELD');
    await expect(book(GROOM)).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    expect(await bookings.confirm(scope, _id)).toMatchObject({ state: 'CONFIRMED' });
    await comesToRest();
    expect(await taken()).toBe(36);
  });

  it('frees the client_key when its hold has expired', async () => {
    await crash('booking.held', 'book', { legs: GROOM, clientKey: 'the-tap' });
    const lost = await only();
    expect(lost).toMatchObject({ state: 'HELD', client_key: 'the-tap' });
    const again = (): Promise<StoredBooking> =>
      bookings.hold(scope, { legs: GROOM, details: appointmentDetails(), ttlMs: MINUTE_MS, clientKey: 'the-tap' });
    expect((await again())._id).toEqual(lost._id);
    await lapse();
    const [first, ...others] = await Promise.all(Array.from({ length: 10 }, again));
    expect(first).toMatchObject({ state: 'HELD', client_key: 'the-tap' });
    expect(first?._id).not.toEqual(lost._id);
    expect(others.map(({ _id }) => _id)).toEqual(others.map(() => first?._id));
    expect(await appointments.findOne({ ...own(), _id: lost._id })).toMatchObject({ state: 'EXPIRED' });
    await comesToRest();
  });

  it('is confirmed after the confirmation was stored', async () => {
    await crash('booking.confirmed', 'book', { legs: GROOM });
    expect(await only()).toMatchObject({ state: 'CONFIRMED', events: [{ type: 'held' }, { type: 'confirmed' }] });
    expect([await taken(), await claimCount()]).toEqual([36, 36]);
    await comesToRest();
    expect([await taken(), await claimCount()]).toEqual([36, 36]);
  });

  it('stays a hold and frees the pet if it dies during a confirmation with a pet', async () => {
    const WITH_PET = [...GROOM, aLeg('pet:rex', 100, 118)];
    const held = await bookings.hold(scope, { legs: GROOM, details: appointmentDetails(), ttlMs: MINUTE_MS });
    await crash('booking.move_claimed', 'confirm', { id: held._id.toHexString(), legs: WITH_PET });
    expect(await only()).toMatchObject({ state: 'HELD', legs: held.legs, events: [{ type: 'held' }] });
    expect(await claimCount({ lane: 'pet:rex' })).toBe(18);
    await appointments.updateOne({ ...own(), _id: held._id }, { $set: { 'move.exp': PAST } });
    expect(await bookings.confirmWith(scope, held._id, { legs: WITH_PET, details: {} })).toMatchObject({
      state: 'CONFIRMED',
      events: [{ type: 'held' }, { type: 'confirmed' }],
    });
    await comesToRest();
    expect(await claimCount()).toBe(54);
  });

  it('frees its time after a stored cancellation', async () => {
    const { _id } = await book(GROOM);
    await crash('booking.dead', 'cancel', { id: _id.toHexString() });
    expect([(await only()).state, await claimCount()]).toEqual(['CANCELLED', 36]);
    const { _id: next } = await book(LATER);
    expect(await claimCount({ b: next })).toBe(36);
    await comesToRest();
    expect(await claimCount()).toBe(36);
  });

  it('blocks nobody between the expiry write and the cleanup', async () => {
    const lapsed = await bookings.hold(scope, { legs: GROOM, details: appointmentDetails(), ttlMs: MINUTE_MS });
    // Not yet due, so that the sweep at the start does not do it.
    await appointments.updateOne({ ...own(), _id: lapsed._id }, { $set: { exp: PAST } });
    await crash('booking.fenced', 'book', { legs: GROOM });
    expect(await appointments.findOne({ _id: lapsed._id, ...own() })).toMatchObject({ state: 'EXPIRED' });
    await book(GROOM);
    await comesToRest();
  });

  it.each<CrashPointName>(['booking.move_intended', 'booking.move_claimed'])(
    'at %s keeps the time it has, and the new one is free again',
    async (point) => {
      const booked = await book(GROOM);
      await crash(point, 'move', { id: booked._id.toHexString(), legs: LATER });
      expect(await only()).toMatchObject({ state: 'CONFIRMED', legs: booked.legs });
      expect(await scan(false)).toBeNull();
      await lapse();
      expect(await taken()).toBe(36);
      await book([aLeg('staff:ana', 118, 120)]);
      await bookings.move(scope, booked._id, { legs: [aLeg('staff:ana', 120, 125)], details: {} });
      await comesToRest();
      expect(await claimCount()).toBe(7);
    },
  );

  it('frees the old time after a stored move', async () => {
    const { _id } = await book(GROOM);
    await crash('booking.moved', 'move', { id: _id.toHexString(), legs: LATER });
    expect(await claimCount({ b: _id })).toBe(56);
    await book([aLeg('staff:ana', 100, 110), aLeg('unit:table', 100, 110)]);
    await comesToRest();
    expect(await claimCount()).toBe(56);
  });

  it(`books nothing twice and loses nothing while ${RACERS * CLIENTS} customers race and processes are killed`, async () => {
    const told = { booked: new Set<string>(), cancelling: new Set<string>() };
    /** Runs one racer and kills it at a random time. */
    const liveAndDie = async (): Promise<void> => {
      const racer = start({ act: 'race', clients: CLIENTS });
      let left = 1 + Math.floor(Math.random() * MOST_BOOKINGS_A_LIFE);
      const ended = once(racer, 'close');
      const complaints: string[] = [];
      racer.stderr?.on('data', (data) => complaints.push(String(data)));
      for await (const line of createInterface({ input: racer.stdout as NodeJS.ReadableStream })) {
        const [what, id] = line.split(' ') as [keyof typeof told, string];
        told[what].add(id);
        if (what === 'booked' && --left === 0) racer.kill('SIGKILL');
      }
      expect({ complaints, ending: await ended }).toEqual({ complaints: [], ending: [null, 'SIGKILL'] });
    };
    for (let kill = 0; kill < KILLS; kill += RACERS) {
      await Promise.all(Array.from({ length: RACERS }, liveAndDie));
      expect(await scan(false)).toBeNull();
    }
    await comesToRest();
    const kept = [...told.booked].filter((id) => !told.cancelling.has(id)).map((id) => new Types.ObjectId(id));
    const found = await appointments.find({ ...own(), _id: { $in: kept } }).toArray();
    expect(found.filter(isCommitted)).toHaveLength(kept.length);
    expect(kept.length).toBeGreaterThan(0);
  });
});
