import { AppError } from '../../../core/errors/index.js';

const HOUR_SECONDS = 3_600;

/** @param limit live holds that one may have */
export const tooManyHolds = (limit: number): AppError =>
  AppError.conflict('TOO_MANY_HOLDS', `Not more than ${limit} times can be held at once; let go of one first`, {
    limit,
  });

/** The same for a wrong code, an old one and none at all. */
export const verificationFailed = (): AppError =>
  new AppError('VERIFICATION_FAILED', 422, 'The code is wrong or has expired; ask for a new one');

/** For a phone alone, where the company has no WhatsApp channel to send codes by. */
export const verificationUnavailable = (): AppError =>
  new AppError('VERIFICATION_UNAVAILABLE', 422, 'Codes are sent by e-mail only here; give an e-mail address');

export const tooManyCodes = (waitSeconds = HOUR_SECONDS): AppError =>
  new AppError('TOO_MANY_CODES', 429, 'Too many codes were asked for; try again in an hour', undefined, waitSeconds);

export const codeNotSent = (): AppError => new AppError('CODE_NOT_SENT', 502, 'The code could not be sent; try again');

export const cannotReschedule = (): AppError =>
  AppError.conflict('INVALID_TRANSITION', 'The appointment can no longer be moved here');
