import { AppError } from '../../../core/errors/index.js';

export const staffNotFound = (): AppError => AppError.notFound('Staff member');
export const resourceTypeNotFound = (): AppError => AppError.notFound('Resource type');
export const resourceNotFound = (): AppError => AppError.notFound('Resource');
export const serviceNotFound = (): AppError => AppError.notFound('Service');

/** @param by what still needs it, in the plural */
export const inUse = (what: string, by: string): AppError =>
  AppError.conflict('IN_USE', `${what} is still used by ${by}`);

export const limitReached = (what: string, maximum: number): AppError =>
  AppError.conflict('LIMIT_REACHED', `${what}: there may be ${maximum} at most`);

export const notYourTimeOff = (): AppError =>
  new AppError('NOT_YOUR_TIME_OFF', 403, 'Only a manager decides on the time off of others');
