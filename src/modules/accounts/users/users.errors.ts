import { AppError } from '../../../core/errors/index.js';

const MS_PER_SECOND = 1_000;

export const emailTaken = (): AppError => AppError.conflict('EMAIL_TAKEN', 'This e-mail address has an account');
export const emailNotVerified = (): AppError =>
  new AppError(
    'EMAIL_NOT_VERIFIED',
    403,
    'Confirm your e-mail address first: open the link in the mail that we sent you, or ask for a new one at POST /auth/verify-email/resend',
  );
export const notInvited = (): AppError =>
  AppError.conflict('NOT_INVITED', 'This person has accepted the invitation already, or is disabled');
/** @param until when the next mail may go out, which the header Retry-After tells */
export const tooManyMails = (until: Date): AppError =>
  limitReached('TOO_MANY_MAILS', 'Too many e-mails went to this address in the last hour; try again later', until);
/** @param until when the company may invite again, which the header Retry-After tells */
export const tooManyInvitations = (until: Date): AppError =>
  limitReached('TOO_MANY_INVITATIONS', 'Your company has sent too many invitations today; try again tomorrow', until);
export const userNotFound = (): AppError => AppError.notFound('User');
export const wrongPassword = (): AppError =>
  AppError.unauthorized('INVALID_CREDENTIALS', 'The current password is wrong');
export const passwordWorkersBusy = (): AppError =>
  new AppError('UNAVAILABLE', 503, 'Too many log-ins at once; try again in a moment');
export const roleAboveYours = (): AppError => AppError.forbidden('Only an owner may do this to an owner');
export const invalidLink = (): AppError =>
  new AppError('INVALID_LINK', 400, 'The link is not valid: it was used, has expired or is wrong; ask for a new one');
export const changedMeanwhile = (): AppError =>
  AppError.conflict('CONFLICT', 'Somebody else has changed this user; read it again, then try again');
export const notYetActive = (): AppError =>
  AppError.conflict('NOT_ACTIVE', 'Only somebody who has accepted the invitation can become an owner');
export const notAPicture = (): AppError =>
  new AppError('UNSUPPORTED_MEDIA_TYPE', 415, 'The file must be a PNG, JPEG or WebP picture');

function limitReached(code: string, message: string, until: Date): AppError {
  const seconds = Math.max(1, Math.ceil((until.getTime() - Date.now()) / MS_PER_SECOND));
  return new AppError(code, 429, message, undefined, seconds);
}
