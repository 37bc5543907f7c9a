import { AppError } from '../../../core/errors/index.js';
import type { WaitlistState } from './waitlist-entry.schema.js';

export const notInState = (state: WaitlistState): AppError =>
  AppError.conflict('INVALID_TRANSITION', `The waitlist entry is no longer ${state}; read it again`);

export const offerEnded = (): AppError =>
  AppError.conflict('OFFER_ENDED', 'This time is not on offer any more; read the entry again');

export const tooManyWaits = (limit: number): AppError =>
  AppError.conflict('TOO_MANY_WAITS', `At most ${limit} entries can wait at once; leave one first`, { limit });
