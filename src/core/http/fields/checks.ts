import { isCalendarDate } from './calendar-date.js';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const END_OF_DAY = '24:00';
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const GRAMS_A_KG = 1_000;

export function isTimeOfDay(value: unknown): value is string {
  return typeof value === 'string' && TIME.test(value);
}

export function isEndOfWindow(value: unknown): value is string {
  return value === END_OF_DAY || isTimeOfDay(value);
}

export function isInstant(value: unknown): value is string {
  const [, date] = (typeof value === 'string' && INSTANT.exec(value)) || [];
  return isCalendarDate(date);
}

/** Whole grams. Unlike class-validator's check of decimals it also knows 1e-7. */
export function isWeight(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.round(value * GRAMS_A_KG) / GRAMS_A_KG === value;
}

/** False for a list, which class-validator accepts as a nested object without a look at its items. */
export function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
