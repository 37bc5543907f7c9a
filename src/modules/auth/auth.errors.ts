import { AppError } from '../../core/errors/index.js';

export const invalidCredentials = (): AppError =>
  AppError.unauthorized('INVALID_CREDENTIALS', 'The e-mail address or the password is wrong');
export const accountLocked = (): AppError =>
  new AppError('ACCOUNT_LOCKED', 423, 'Too many wrong tries; try again in 15 minutes or reset the password');
export const invalidRefreshToken = (): AppError =>
  AppError.unauthorized('INVALID_TOKEN', 'The refresh token is not valid any more; log in again');
export const sessionNotFound = (): AppError => AppError.notFound('Session');
