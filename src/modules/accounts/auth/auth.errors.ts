import { AppError } from '../../../core/errors/index.js';

export const invalidCredentials = (): AppError =>
  AppError.unauthorized(
    'INVALID_CREDENTIALS',
    'The e-mail address or the password is wrong; try again or reset the password',
  );
export const accountLocked = (until: Date): AppError => {
  const seconds = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1000));
  const message = 'Too many wrong passwords; try again in 15 minutes or reset the password';
  return new AppError('ACCOUNT_LOCKED', 423, message, undefined, seconds);
};
export const invalidRefreshToken = (): AppError =>
  AppError.unauthorized('INVALID_TOKEN', 'The refresh token is not valid any more; log in again');
export const sessionNotFound = (): AppError => AppError.notFound('Session');
export const sessionMismatch = (): AppError =>
  new AppError('SESSION_MISMATCH', 403, 'The token belongs to another log-in; connect again with it');
