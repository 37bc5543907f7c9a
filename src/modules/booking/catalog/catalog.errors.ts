import { AppError } from '../../../core/errors/index.js';

export const resourceTypeNotFound = (): AppError => AppError.notFound('Resource type');
export const resourceNotFound = (): AppError => AppError.notFound('Resource');
export const serviceNotFound = (): AppError => AppError.notFound('Service');

/** @param by what still needs it, in the plural */
export const inUse = (what: string, by: string): AppError =>
  AppError.conflict('IN_USE', `${what} is still used by ${by}`);
