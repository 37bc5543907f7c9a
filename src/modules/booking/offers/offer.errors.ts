import { AppError } from '../../../core/errors/index.js';

export const slotNotFree = (starts_at: Date): AppError =>
  new AppError(
    'SLOT_NOT_OFFERED',
    422,
    'One of the times is not free, or the person does not work then; choose another time',
    { starts_at: starts_at.toISOString() },
  );

export const noFreeTime = (): AppError =>
  AppError.conflict('NO_SLOTS', 'The service has no free time; choose another service, or times by hand');

export const sameTimeTwice = (): AppError =>
  AppError.validation([{ field: 'slots', message: 'must not have two times that look the same to the customer' }]);

export const offerNotOpen = (): AppError =>
  AppError.conflict('OFFER_NOT_OPEN', 'The offer is no longer open; read the offers of the conversation again');

export const clientKeyReused = (): AppError =>
  AppError.conflict('CLIENT_KEY_REUSED', 'This client_key was used with another offer; use a new key');

export const mayNotBook = (): AppError => AppError.forbidden('Offering times needs the permission booking:write');

export const offerNotSent = (why: string): AppError =>
  AppError.conflict('OFFER_NOT_SENT', `The times were not sent to the customer. ${why}`.trim());
