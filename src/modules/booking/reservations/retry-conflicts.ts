import { bookingBusy, cellTaken } from './booking.errors.js';
import type { StoredBooking } from './booking.js';
import type { BlockingCell } from './claim-plan.js';
import type { BookingEnvironment } from './claim-writer.js';
import { isOverbookable } from './overbookable.js';

const MAX_TRIES = 4;
const RETRY_MIN_MS = 5;
const RETRY_SPREAD_MS = 25;

export type AttemptOutcome = { booking: StoredBooking } | { blocked: BlockingCell } | { busy: true };

/**
 * Retries while blocking bookings may still end, after a random pause. Full staff and quotas are overbooked if allowed, other bookables never.
 * @throws SlotTaken | AppError PET_BUSY | CONCURRENT_CHANGE
 */
export async function retryConflicts(
  environment: BookingEnvironment,
  mayOverbook: (bookable: string) => boolean,
  attempt: (fullBookables: ReadonlySet<string>) => Promise<AttemptOutcome>,
): Promise<StoredBooking> {
  const fullBookables = new Set<string>();
  for (let tries = 1; ;) {
    const outcome = await attempt(fullBookables);
    if ('booking' in outcome) return outcome.booking;
    if ('blocked' in outcome) {
      const { lane: bookable, cell, isUndecided } = outcome.blocked;
      if (mayOverbook(bookable) && isOverbookable(bookable) && !fullBookables.has(bookable)) {
        fullBookables.add(bookable);
        continue;
      }
      if (!isUndecided || tries >= MAX_TRIES) throw cellTaken(bookable, cell);
    } else if (tries >= MAX_TRIES) throw bookingBusy();
    await environment.pause(tries++ * (RETRY_MIN_MS + environment.random() * RETRY_SPREAD_MS));
  }
}
