import { bookingBusy, cellTaken } from './booking.errors.js';
import type { StoredBooking } from './booking.js';
import type { BlockingCell } from './claim-plan.js';
import type { BookingEnvironment } from './claim-writer.js';
import { isPetBookable } from './pet-bookables.js';

const MAX_TRIES = 4;
const RETRY_MIN_MS = 5;
const RETRY_SPREAD_MS = 25;

/** How one try ended: with a booking, because a lane is full, or because something else changed the same booking. */
export type AttemptOutcome = { booking: StoredBooking } | { blocked: BlockingCell } | { busy: true };

/**
 * Tries again while those in the way may yet give up, with a pause by chance, so that two who got in each other's way do
 * not do so again. `attempt` is told which lanes are known to be full, of those that `mayOverbook` allows. A pet is never overbooked.
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
      if (mayOverbook(bookable) && !isPetBookable(bookable) && !fullBookables.has(bookable)) {
        fullBookables.add(bookable);
        continue;
      }
      if (!isUndecided || tries >= MAX_TRIES) throw cellTaken(bookable, cell);
    } else if (tries >= MAX_TRIES) throw bookingBusy();
    await environment.pause(tries++ * (RETRY_MIN_MS + environment.random() * RETRY_SPREAD_MS));
  }
}
