import { AppError } from '../../../core/errors/index.js';

export const resourceTypeNotFound = (): AppError => AppError.notFound('Resource type');
export const resourceNotFound = (): AppError => AppError.notFound('Resource');
export const serviceNotFound = (): AppError => AppError.notFound('Service');

/** @param by the plural of what still uses it */
export const inUse = (what: string, by: string): AppError =>
  AppError.conflict('IN_USE', `${what} is still used by ${by}`);
