import { CompanyScope } from '../../../src/core/tenancy/index.js';
import { aLeg, appointmentDetails } from '../../builders/bookings.js';
import { type Mutation, protocolOn } from './booking-world.js';
import { faultyStore } from './faulty-booking-store.js';
import { Interleaver, seeded } from './interleaver.js';
import { MemoryBookingStore } from './memory-booking-store.js';

const RUNNERS = 3;
const CELLS = 6;
const LANES = ['staff:ana', 'staff:bea', 'unit:table'];
const MINUTE_MS = 60_000;

/**
 * Some who come at once for overlapping times, and nobody tries twice.
 * @returns how many of them got theirs
 */
export async function rush(seed: number, mutation: Mutation = (store) => store): Promise<number> {
  const random = seeded(seed);
  const memory = new MemoryBookingStore();
  const interleaver = new Interleaver(random);
  let winners = 0;
  for (let runner = 0; runner < RUNNERS; runner++) {
    const store = mutation(faultyStore(memory, runner, interleaver, 0), runner, memory);
    const environment = {
      now: () => new Date(interleaver.now),
      random,
      pause: () => new Promise<void>(() => undefined),
    };
    const legs = LANES.map((lane) => aLeg(lane, Math.floor(random() * 3), CELLS));
    const details = appointmentDetails();
    const scope = CompanyScope.of('0123456789abcdef01234567');
    void protocolOn(store, environment)
      .holds.hold(scope, { legs, details, ttlMs: MINUTE_MS })
      .then(
        () => winners++,
        () => undefined,
      );
  }
  await interleaver.run(() => null);
  return winners;
}
