import { Types } from 'mongoose';
import { aLeg, appointmentDetails } from '../../../../test/builders/bookings.js';
import { protocolOn } from '../../../../test/support/booking-model/booking-world.js';
import { MemoryBookingStore } from '../../../../test/support/booking-model/memory-booking-store.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import type { Claim, StoredBooking } from './booking.js';

const TTL_MS = 60_000;
const HERE = [aLeg('staff:ana', 0, 6)];
const THERE = [aLeg('staff:ana', 12, 18)];
const ELSEWHERE = [aLeg('staff:ana', 24, 30)];

/** Changes the booking between the read and the claims of a move. */
class OvertakenStore extends MemoryBookingStore {
  overtake: () => Promise<unknown> = () => Promise.resolve();

  override async insertClaims(scope: CompanyScope, claims: readonly Claim[]): Promise<number | null> {
    const overtaking = this.overtake;
    this.overtake = () => Promise.resolve();
    await overtaking();
    return super.insertClaims(scope, claims);
  }
}

describe('a replaced hold', () => {
  const scope = CompanyScope.of('0123456789abcdef01234567');
  const environment = { now: () => new Date(), random: Math.random, pause: () => Promise.resolve() };

  it('stays unchanged if it is confirmed during the replacement', async () => {
    const store = new OvertakenStore();
    const { holds, lifecycle } = protocolOn(store, environment);
    const hold = (legs: typeof HERE, replaces?: Types.ObjectId) =>
      holds.hold(scope, { legs, details: appointmentDetails(), ttlMs: TTL_MS, ...(replaces && { replaces }) });
    const { _id } = await hold(HERE);
    const contact_id = new Types.ObjectId();
    store.overtake = () => lifecycle.confirm(scope, _id, { contact_id });
    await expect(hold(THERE, _id)).rejects.toMatchObject({ code: 'INVALID_TRANSITION' });
    expect(await store.booking(scope, _id)).toMatchObject({ state: 'CONFIRMED', legs: HERE, contact_id });
  });
});

describe('a confirmation with other legs', () => {
  const scope = CompanyScope.of('0123456789abcdef01234567');
  const PET = aLeg('pet:rex', 0, 6);
  let now: Date;
  let store: OvertakenStore;
  let protocol: ReturnType<typeof protocolOn>;

  beforeEach(() => {
    now = new Date();
    store = new OvertakenStore();
    protocol = protocolOn(store, { now: () => now, random: Math.random, pause: () => Promise.resolve() });
  });

  const hold = (legs: typeof HERE) =>
    protocol.holds.hold(scope, { legs, details: appointmentDetails(), ttlMs: TTL_MS });
  const confirm = ({ _id, legs }: StoredBooking) =>
    protocol.mover.move(scope, _id, { legs: [PET, ...legs], details: {}, confirms: true });
  const petClaims = () => [...store.claims.values()].filter(({ lane }) => lane === 'pet:rex');

  it('claims and confirms in one write, with one event', async () => {
    const confirmed = await confirm(await hold(HERE));
    expect(confirmed).toMatchObject({ state: 'CONFIRMED', exp: null, move: null, legs: [PET, ...HERE] });
    expect(confirmed.events.map(({ type }) => type)).toEqual(['held', 'confirmed']);
    expect(petClaims()).toHaveLength(6);
  });

  it('gives one of two holds the pet; the other stays a hold without claims', async () => {
    const [one, other] = [await hold(HERE), await hold(THERE)];
    const both = await Promise.allSettled([confirm(one), confirm(other)]);
    const lost = both.filter((answer) => answer.status === 'rejected');
    expect(lost.map(({ reason }) => reason as unknown)).toMatchObject([
      { code: 'PET_BUSY', status: 409, details: { pet_id: 'rex' } },
    ]);
    const states = [...store.bookings.values()].map(({ state }) => state);
    expect(states.toSorted()).toEqual(['CONFIRMED', 'HELD']);
    expect(petClaims()).toHaveLength(6);
  });

  it('waits for a running change of the hold', async () => {
    const held = await hold(HERE);
    const [one, other] = await Promise.allSettled([confirm(held), confirm(held)]);
    expect([one, other].map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect([one, other].find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'INVALID_TRANSITION' },
    });
    expect(petClaims()).toHaveLength(6);
  });

  it('is refused if the hold expires meanwhile', async () => {
    const held = await hold(HERE);
    store.overtake = () => {
      now = new Date(now.getTime() + TTL_MS);
      return Promise.resolve();
    };
    await expect(confirm(held)).rejects.toMatchObject({ code: 'HOLD_EXPIRED' });
    expect(await store.booking(scope, held._id)).toMatchObject({ state: 'EXPIRED', legs: HERE });
  });
});

describe('a move of a known version', () => {
  const scope = CompanyScope.of('0123456789abcdef01234567');
  const environment = { now: () => new Date(), random: Math.random, pause: () => Promise.resolve() };
  let store: OvertakenStore;
  let protocol: ReturnType<typeof protocolOn>;

  beforeEach(() => {
    store = new OvertakenStore();
    protocol = protocolOn(store, environment);
  });

  const hold = (legs: typeof HERE) =>
    protocol.holds.hold(scope, { legs, details: appointmentDetails(), ttlMs: TTL_MS });

  it('can be tried again after a conflict', async () => {
    const { _id, ver } = await hold(HERE);
    const known = { ver };
    store.overtake = () => hold(THERE);
    const taken = protocol.mover.move(scope, _id, { legs: THERE, details: {}, expected: known });
    await expect(taken).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    const moved = await protocol.mover.move(scope, _id, { legs: ELSEWHERE, details: {}, expected: known });
    expect(moved.legs).toMatchObject(ELSEWHERE);
  });

  it('is refused after any change, also during the move', async () => {
    const { _id, ver } = await hold(HERE);
    store.overtake = () => protocol.lifecycle.edit(scope, _id, { notes: 'shy' });
    const overtaken = protocol.mover.move(scope, _id, { legs: THERE, details: {}, expected: { ver } });
    await expect(overtaken).rejects.toMatchObject({ code: 'VERSION_MISMATCH', status: 412 });
    expect(await store.booking(scope, _id)).toMatchObject({ notes: 'shy', legs: HERE });
  });
});
