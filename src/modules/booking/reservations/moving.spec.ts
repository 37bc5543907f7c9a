import { Types } from 'mongoose';
import { aLeg, appointmentDetails } from '../../../../test/builders/bookings.js';
import { protocolOn } from '../../../../test/support/booking-model/booking-world.js';
import { MemoryBookingStore } from '../../../../test/support/booking-model/memory-booking-store.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import type { Claim } from './booking.js';

const TTL_MS = 60_000;
const HERE = [aLeg('staff:ana', 0, 6)];
const THERE = [aLeg('staff:ana', 12, 18)];
const ELSEWHERE = [aLeg('staff:ana', 24, 30)];

/** Somebody else comes between what a move has seen and what it claims. */
class OvertakenStore extends MemoryBookingStore {
  overtake: () => Promise<unknown> = () => Promise.resolve();

  override async insertClaims(scope: CompanyScope, claims: readonly Claim[]): Promise<number | null> {
    const overtaking = this.overtake;
    this.overtake = () => Promise.resolve();
    await overtaking();
    return super.insertClaims(scope, claims);
  }
}

describe('a hold that is to be replaced', () => {
  const scope = CompanyScope.of('0123456789abcdef01234567');
  const environment = { now: () => new Date(), random: Math.random, pause: () => Promise.resolve() };

  it('stays as it was told when it is confirmed on the way', async () => {
    const store = new OvertakenStore();
    const { holding, lifecycle } = protocolOn(store, environment);
    const hold = (legs: typeof HERE, replaces?: Types.ObjectId) =>
      holding.hold(scope, { legs, details: appointmentDetails(), ttlMs: TTL_MS, ...(replaces && { replaces }) });
    const { _id } = await hold(HERE);
    const contact_id = new Types.ObjectId();
    store.overtake = () => lifecycle.confirm(scope, _id, { contact_id });
    await expect(hold(THERE, _id)).rejects.toMatchObject({ code: 'INVALID_TRANSITION' });
    expect(await store.booking(scope, _id)).toMatchObject({ state: 'CONFIRMED', legs: HERE, contact_id });
  });
});

describe('a move of the version that somebody knows', () => {
  const scope = CompanyScope.of('0123456789abcdef01234567');
  const environment = { now: () => new Date(), random: Math.random, pause: () => Promise.resolve() };
  let store: OvertakenStore;
  let protocol: ReturnType<typeof protocolOn>;

  beforeEach(() => {
    store = new OvertakenStore();
    protocol = protocolOn(store, environment);
  });

  const hold = (legs: typeof HERE) =>
    protocol.holding.hold(scope, { legs, details: appointmentDetails(), ttlMs: TTL_MS });

  it('may be tried again elsewhere after it was overtaken', async () => {
    const { _id, ver } = await hold(HERE);
    const known = { ver };
    store.overtake = () => hold(THERE);
    const taken = protocol.moving.move(scope, _id, { legs: THERE, details: {}, known });
    await expect(taken).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
    const moved = await protocol.moving.move(scope, _id, { legs: ELSEWHERE, details: {}, known });
    expect(moved.legs).toMatchObject(ELSEWHERE);
  });

  it('is refused once somebody has changed it, also while it is on its way', async () => {
    const { _id, ver } = await hold(HERE);
    store.overtake = () => protocol.lifecycle.edit(scope, _id, { notes: 'shy' });
    const overtaken = protocol.moving.move(scope, _id, { legs: THERE, details: {}, known: { ver } });
    await expect(overtaken).rejects.toMatchObject({ code: 'VERSION_MISMATCH', status: 412 });
    expect(await store.booking(scope, _id)).toMatchObject({ notes: 'shy', legs: HERE });
  });
});
