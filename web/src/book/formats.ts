import { moneyWords } from '#web/lib/money.ts';
import { clockTime, dateOf } from '#web/lib/time/company-time.ts';
import type { Language } from './words.ts';

const MINUTES_AN_HOUR = 60;
const HOURS_A_DAY = 24;
/** From here on hours are said in days. */
const LONG_HOURS = 72;
const PERCENT = 100;

/** @param amount in the currency's minor unit; null where the company names no price */
export function priceWords(amount: number | null, currency: string, { words, locale }: Language): string {
  if (amount === null) return words.services.noPrice;
  return amount === 0 ? words.services.free : moneyWords(amount, currency, locale);
}

const unit = (value: number, name: 'minute' | 'hour' | 'day', locale: string, unitDisplay: 'short' | 'long'): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay }).format(value);

/** A length of work, as `1 hr 30 min`. */
export function minutesWords(minutes: number, locale: string): string {
  const [hours, rest] = [Math.floor(minutes / MINUTES_AN_HOUR), minutes % MINUTES_AN_HOUR];
  return [
    ...(hours > 0 ? [unit(hours, 'hour', locale, 'short')] : []),
    ...(rest > 0 || hours === 0 ? [unit(rest, 'minute', locale, 'short')] : []),
  ].join(' ');
}

/** A time limit of a policy, as `24 hours` or `3 days`. */
export const hoursWords = (hours: number, locale: string): string =>
  hours >= LONG_HOURS && hours % HOURS_A_DAY === 0
    ? unit(hours / HOURS_A_DAY, 'day', locale, 'long')
    : unit(hours, 'hour', locale, 'long');

export const percentWords = (percent: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent' }).format(percent / PERCENT);

/** Time left, as `9:05`. */
export function countdownWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Whether clocks in this zone and in the visitor's show the same at that time. */
export function isOwnClock(instant: string | number, zone: string, ownZone = ownTimeZone()): boolean {
  const [there, here] = [zone, ownZone].map((one) => ({ zone: one, locale: 'en' }));
  return [dateOf, clockTime].every((show) => show(instant, there!) === show(instant, here!));
}

const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The city of an IANA zone, as `Sao Paulo`. */
export const placeOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** The distance of a zone from UTC at a time, as `GMT−3`. */
export function offsetOf(instant: string | number, zone: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortOffset' });
  const offset = format.formatToParts(new Date(instant)).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  // A minus sign, because lines break after a hyphen.
  return offset.replace('-', '\u2212');
}
