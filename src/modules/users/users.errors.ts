import { AppError } from '../../core/errors/index.js';

export const emailTaken = (): AppError => AppError.conflict('EMAIL_TAKEN', 'This e-mail address has an account');
export const userNotFound = (): AppError => AppError.notFound('User');
export const wrongPassword = (): AppError =>
  AppError.unauthorized('INVALID_CREDENTIALS', 'The current password is wrong');
export const passwordWorkersBusy = (): AppError =>
  new AppError('UNAVAILABLE', 503, 'Too many log-ins at once; try again in a moment');
export const roleAboveYours = (): AppError => AppError.forbidden('Only an owner may do this to an owner');
export const invalidLink = (): AppError =>
  new AppError('INVALID_LINK', 400, 'The link was used, has expired, or never was one; ask for a new one');
export const changedMeanwhile = (): AppError =>
  AppError.conflict('CONFLICT', 'Somebody else changed this user meanwhile; look again');
export const notYetActive = (): AppError =>
  AppError.conflict('NOT_ACTIVE', 'Only somebody who has accepted the invitation can become an owner');
export const notAPicture = (): AppError =>
  new AppError('UNSUPPORTED_MEDIA_TYPE', 415, 'The file must be a PNG, JPEG or WebP picture');
