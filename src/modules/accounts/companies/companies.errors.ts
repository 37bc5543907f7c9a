import { AppError } from '../../../core/errors/index.js';

export const slugTaken = (): AppError => AppError.conflict('SLUG_TAKEN', 'Another company uses this slug');
export const companyNotFound = (): AppError => AppError.notFound('Company');
export const lastOwner = (): AppError =>
  AppError.conflict('LAST_OWNER', 'A company needs an owner: make somebody else an owner first');
