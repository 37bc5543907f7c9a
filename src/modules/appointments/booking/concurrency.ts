import { AppError } from '../../../core/errors/index.js';
import { bookingBusy } from '../claims/booking.errors.js';

const MAX_TRIES = 5;

/**
 * Repeats a change that was decided on a version which somebody else has passed in the meantime. A caller who named a version
 * (If-Match) is told instead.
 * @throws AppError VERSION_MISMATCH for a caller with a version | CONCURRENT_CHANGE after five tries | what `change` throws
 */
export async function onLatestVersion<T>(version: number | undefined, change: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await change();
    } catch (error) {
      const isPassed = error instanceof AppError && error.code === 'VERSION_MISMATCH';
      if (version !== undefined || !isPassed) throw error;
      if (tries >= MAX_TRIES) throw bookingBusy();
    }
  }
}
