import { AppError } from '../../../../core/errors/index.js';
import { bookingBusy } from '../../reservations/index.js';

/** In each round one of the writers wins, so this many may change one booking at once. */
const MAX_TRIES = 20;

/**
 * Repeats a change after a parallel change, unless the caller sent a version. @throws AppError VERSION_MISMATCH | CONCURRENT_CHANGE after
 * 20 tries
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
