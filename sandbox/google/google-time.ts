import type { EventTime } from './google-calendars.ts';

const MINUTE_MS = 60_000;
const DATE_LENGTH = 'YYYY-MM-DD'.length;

/** The clock of a wall at an instant, as `YYYY-MM-DDTHH:mm:ss`. */
export function wallTime(ms: number, timeZone: string): string {
  return new Date(ms + offsetMs(ms, timeZone)).toISOString().slice(0, 'YYYY-MM-DDTHH:mm:ss'.length);
}

/** The instant of a wall time without offset. */
export function instantOf(wall: string, timeZone: string): number {
  const asUtc = Date.parse(`${wall}Z`);
  const guess = asUtc - offsetMs(asUtc, timeZone);
  return asUtc - offsetMs(guess, timeZone);
}

/** RFC 3339 with the offset of the zone. */
export function zoned(ms: number, timeZone: string): string {
  const minutes = Math.round(offsetMs(ms, timeZone) / MINUTE_MS);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${wallTime(ms, timeZone)}${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
}

/** @param timeZone of the calendar, for a day and for a time without a zone of its own */
export function msOf({ date, dateTime = '', timeZone: own }: EventTime, timeZone: string): number {
  if (date !== undefined) return instantOf(`${date}T00:00:00`, timeZone);
  return hasOffset(dateTime) ? Date.parse(dateTime) : instantOf(dateTime, own ?? timeZone);
}

export const hasOffset = (dateTime: string): boolean => /(Z|[+-]\d{2}:\d{2})$/.test(dateTime);

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export function dayAfter(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, DATE_LENGTH);
}

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / (24 * 60 * MINUTE_MS));

function offsetMs(ms: number, timeZone: string): number {
  const name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(ms)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
}
