import { AppError } from '../../../core/errors/index.js';

export const slugTaken = (): AppError =>
  AppError.conflict('SLUG_TAKEN', 'Another company uses this slug; choose another one');
export const companyNotFound = (): AppError => AppError.notFound('Company');
export const lastOwner = (): AppError =>
  AppError.conflict('LAST_OWNER', 'The company must keep an owner; make another user an owner first');
