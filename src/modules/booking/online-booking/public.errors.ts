import { AppError } from '../../../core/errors/index.js';

const HOUR_SECONDS = 3_600;

export const tooManyHolds = (limit: number): AppError =>
  AppError.conflict('TOO_MANY_HOLDS', `At most ${limit} times can be held at once; release one first`, {
    limit,
  });

/** One answer for a wrong, an expired and a missing code. */
export const verificationFailed = (): AppError =>
  new AppError('VERIFICATION_FAILED', 422, 'The code is wrong or has expired; ask for a new one');

export const verificationUnavailable = (): AppError =>
  new AppError('VERIFICATION_UNAVAILABLE', 422, 'Codes are sent only by e-mail here; send an e-mail address');

export const tooManyCodes = (waitSeconds = HOUR_SECONDS): AppError =>
  new AppError('TOO_MANY_CODES', 429, 'Too many codes were requested; try again in an hour', undefined, waitSeconds);

export const codeNotSent = (): AppError => new AppError('CODE_NOT_SENT', 502, 'The code could not be sent; try again');

export const cannotReschedule = (): AppError =>
  AppError.conflict('INVALID_TRANSITION', 'The appointment can no longer be moved here; ask the company');
