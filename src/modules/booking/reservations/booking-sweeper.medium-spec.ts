import { Types } from 'mongoose';
import { aLeg, appointmentDetails } from '../../../../test/builders/bookings.js';
import { startBookings } from '../../../../test/support/bookings.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { SWEEP_LOCK } from './booking-sweeper.js';

describe('the first sweep of bookings', () => {
  it('does not delay the start', async () => {
    const suite = await startBookings('booking_sweeper');
    const { bookings, sweeper, appointments } = suite;
    const scope = CompanyScope.of(new Types.ObjectId());
    const request = { legs: [aLeg('staff:ana', 100, 118)], details: appointmentDetails(), ttlMs: 60_000 };
    const own = { company_id: scope.companyId, _id: (await bookings.hold(scope, request))._id };
    await appointments.updateOne(own, { $set: { exp: new Date(0), due_at: new Date(0) } });
    let free = (): void => undefined;
    const isFree = new Promise<void>((resolve) => (free = resolve));
    // The sweep waits for this lock.
    const other = suite.module.get(KeyedLocks).withLock(SWEEP_LOCK, () => isFree);
    sweeper.onApplicationBootstrap();
    expect(await appointments.findOne(own)).toMatchObject({ state: 'HELD' });
    free();
    await other;
    await sweeper.sweep();
    expect(await appointments.findOne(own)).toMatchObject({ state: 'EXPIRED' });
    await suite.close();
  });
});
