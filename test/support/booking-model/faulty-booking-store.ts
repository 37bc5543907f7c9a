import type { Claim } from '../../../src/modules/booking/reservations/booking.js';
import type { BookingStore } from '../../../src/modules/booking/reservations/booking-store.js';
import type { Interleaver } from './interleaver.js';

/** What the network does to a caller; whether the operation was done is not told. */
export class InjectedFault extends Error {}

const OPERATIONS = [
  'insertBooking',
  'bookingByKey',
  'booking',
  'owners',
  'change',
  'setDue',
  'removeUnconfirmed',
  'claimsIn',
  'claimsOf',
  'deleteClaims',
  'deleteAllClaims',
] as const satisfies readonly (keyof BookingStore)[];

/**
 * A store as one process sees it: every operation waits before it is done and before its answer arrives, and may fail at
 * either place. Claims of one command are inserted one by one, as the database does, with others in between.
 */
export function faultyStore(
  store: BookingStore,
  process: number,
  interleaver: Interleaver,
  chanceOfFault: number,
): BookingStore {
  const step = async (): Promise<void> => {
    await interleaver.turn(process);
    if (interleaver.random() < chanceOfFault) throw new InjectedFault();
  };
  const wrapped = Object.fromEntries(
    OPERATIONS.map((name) => [
      name,
      async (...args: unknown[]): Promise<unknown> => {
        await step();
        const result: unknown = await (store[name] as (...args: unknown[]) => Promise<unknown>).apply(store, args);
        await step();
        return result;
      },
    ]),
  ) as unknown as BookingStore;
  wrapped.insertClaims = async (scope, claims: readonly Claim[]) => {
    for (const [index, claim] of claims.entries()) {
      await step();
      if ((await store.insertClaims(scope, [claim])) !== null) return index;
    }
    await step();
    return null;
  };
  return wrapped;
}
