import { AppError } from '../../../core/errors/index.js';

export const googleNotSetUp = (): AppError =>
  new AppError(
    'GOOGLE_NOT_SET_UP',
    422,
    'This installation has no Google app; set GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET',
  );

export const googleNotConnected = (): AppError =>
  AppError.conflict('GOOGLE_NOT_CONNECTED', 'Connect a Google account first');

export const googleNeedsReconnect = (): AppError =>
  AppError.conflict('GOOGLE_NEEDS_RECONNECT', 'Google does not accept the connection any more; connect it again');

export const googleUnavailable = (): AppError =>
  new AppError('GOOGLE_UNAVAILABLE', 503, 'Google does not answer; try again in a minute');

export const calendarUnknown = (): AppError =>
  new AppError('CALENDAR_UNKNOWN', 422, 'The connected Google account has no such calendar; choose one of the list');

export const calendarReadOnly = (): AppError =>
  new AppError(
    'CALENDAR_READ_ONLY',
    422,
    'The Google account may only read this calendar; choose another one, or the direction pull',
  );
