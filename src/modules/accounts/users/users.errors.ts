import { AppError } from '../../../core/errors/index.js';

const MS_PER_SECOND = 1_000;

export const emailTaken = (): AppError =>
  AppError.conflict('EMAIL_TAKEN', 'An account with this e-mail address exists; log in or use another address');
export const emailNotVerified = (): AppError =>
  new AppError(
    'EMAIL_NOT_VERIFIED',
    403,
    'Confirm your e-mail address first: open the link in the mail that we sent you, or ask for a new one at POST /auth/verify-email/resend',
  );
export const notInvited = (): AppError =>
  AppError.conflict(
    'NOT_INVITED',
    'The user has no open invitation: they have accepted it already or are disabled; read the status of the user',
  );
export const tooManyMails = (until: Date): AppError =>
  limitReached('TOO_MANY_MAILS', 'Too many e-mails were sent to this address in the last hour; try again later', until);
export const tooManyInvitations = (until: Date): AppError =>
  limitReached('TOO_MANY_INVITATIONS', 'Your company has sent too many invitations today; try again tomorrow', until);
export const userNotFound = (): AppError => AppError.notFound('User');
export const wrongPassword = (): AppError =>
  AppError.unauthorized('INVALID_CREDENTIALS', 'The current password is wrong; try again or reset the password');
export const passwordWorkersBusy = (): AppError =>
  new AppError('UNAVAILABLE', 503, 'Too many log-ins at the same time; try again in a few seconds');
export const roleAboveYours = (): AppError =>
  AppError.forbidden('Only an owner may change an owner or make somebody an owner; ask an owner of the company');
export const invalidLink = (): AppError =>
  new AppError('INVALID_LINK', 400, 'The link is wrong, has expired or was used already; ask for a new one');
export const changedMeanwhile = (): AppError =>
  AppError.conflict(
    'CONFLICT',
    'Another request changed this user at the same time; read the user again and repeat the change',
  );
export const notYetActive = (): AppError =>
  AppError.conflict('NOT_ACTIVE', 'The user has not accepted the invitation yet; make them an owner afterwards');
export const notAPicture = (): AppError =>
  new AppError('UNSUPPORTED_MEDIA_TYPE', 415, 'The file must be a PNG, JPEG or WebP picture');

function limitReached(code: string, message: string, until: Date): AppError {
  const seconds = Math.max(1, Math.ceil((until.getTime() - Date.now()) / MS_PER_SECOND));
  return new AppError(code, 429, message, undefined, seconds);
}
