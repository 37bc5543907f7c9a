import { isCalendarDate } from '../calendar-date.decorator.js';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const END_OF_DAY = '24:00';
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const HUNDREDTHS = 100;

/** True for a time of day "HH:MM". */
export function isTimeOfDay(value: unknown): value is string {
  return typeof value === 'string' && TIME.test(value);
}

/** True for the end of a window: a time of day, or "24:00". */
export function isEndOfWindow(value: unknown): value is string {
  return value === END_OF_DAY || isTimeOfDay(value);
}

/** True for an ISO 8601 instant: an existing day, a time, and how far that is from UTC. */
export function isInstant(value: unknown): value is string {
  const [, date] = (typeof value === 'string' && INSTANT.exec(value)) || [];
  return isCalendarDate(date);
}

/** True for a number with at most two decimals; unlike class-validator's it also knows 1e-7. */
export function hasTwoDecimals(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.round(value * HUNDREDTHS) / HUNDREDTHS === value;
}
