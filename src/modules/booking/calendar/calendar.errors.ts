import { AppError } from '../../../core/errors/index.js';

export const staffNotFound = (): AppError => AppError.notFound('Staff member');

export const limitReached = (noun: string, maximum: number): AppError =>
  AppError.conflict('LIMIT_REACHED', `${noun}: at most ${maximum} are allowed; delete one first`);

export const notYourTimeOff = (): AppError =>
  new AppError('NOT_YOUR_TIME_OFF', 403, 'Only a manager decides on the time off of others');
