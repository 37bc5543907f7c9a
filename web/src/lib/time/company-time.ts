import { createStore, useStore } from '#web/lib/store.ts';

/** Time zone and language of what is shown. The company's zone, never the browser's. */
export interface TimeSettings {
  zone: string;
  locale: string;
}

export const timeSettings = createStore<TimeSettings>({ zone: 'UTC', locale: 'en' });

/** The settings for a component: it renders again when they change. */
export const useTimeSettings = (): TimeSettings => useStore(timeSettings);

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(settings: TimeSettings, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${settings.locale}|${settings.zone}|${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(settings.locale, { timeZone: settings.zone, ...options });
  formatters.set(key, made);
  return made;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The calendar date of an instant in the company's zone, `YYYY-MM-DD`. */
export function dateOf(instant: string | number, { zone }: TimeSettings): string {
  // Swedish writes dates as ISO does.
  return formatter({ zone, locale: 'sv-SE' }, { dateStyle: 'short' }).format(new Date(instant));
}

/** Hour and minute, as `14:05`. */
export const clockTime = (instant: string | number, settings: TimeSettings): string =>
  formatter(settings, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));

/** Day and hour in full, for tooltips. */
export const fullTime = (instant: string | number, settings: TimeSettings): string =>
  formatter(settings, { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' }).format(new Date(instant));

/** For a list: the clock today, the weekday within six days, the date before. */
export function listTime(instant: string, settings: TimeSettings, now = Date.now()): string {
  const at = Date.parse(instant);
  if (dateOf(at, settings) === dateOf(now, settings)) return clockTime(at, settings);
  const age = now - at;
  if (Math.abs(age) < 6 * DAY_MS) return formatter(settings, { weekday: 'short' }).format(at);
  return formatter(settings, { day: 'numeric', month: 'short' }).format(at);
}

/** A day as a heading: `Monday, 3 March`, with the year where it is not this one. */
export function dayHeading(instant: string, settings: TimeSettings, now = Date.now()): string {
  const sameYear = dateOf(instant, settings).slice(0, 4) === dateOf(now, settings).slice(0, 4);
  return formatter(settings, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(new Date(instant));
}

/** A date without its year, as `3 Mar`. @param date `YYYY-MM-DD` */
export const shortDate = (date: string, { locale }: TimeSettings): string =>
  formatter({ zone: 'UTC', locale }, { day: 'numeric', month: 'short' }).format(new Date(`${date}T00:00:00Z`));

/** Weekday and clock, as `Tue 14:00`; for what lies ahead. */
export const weekdayTime = (instant: string, settings: TimeSettings): string =>
  formatter(settings, { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(instant),
  );

const unitFormatters = new Map<string, Intl.NumberFormat>();

function unitFormatter(locale: string, unit: 'second' | 'minute' | 'hour' | 'day'): Intl.NumberFormat {
  const key = `${locale}|${unit}`;
  const known = unitFormatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' });
  unitFormatters.set(key, made);
  return made;
}

/** How long ago something was: seconds below a minute, then as {@link duration}. */
export function age(ms: number, settings: TimeSettings): string {
  if (Number.isNaN(ms) || ms >= MINUTE_MS) return duration(ms || 0, settings);
  const seconds = Math.max(1, Math.round(ms / 1_000));
  return unitFormatter(settings.locale, 'second').format(seconds);
}

/** When an appointment is, as `Tue, 3 Mar, 14:00–15:00`; with the second day where it ends on another one. */
export function appointmentTime(startsAt: string, endsAt: string, settings: TimeSettings, now = Date.now()): string {
  const isThisYear = dateOf(startsAt, settings).slice(0, 4) === dateOf(now, settings).slice(0, 4);
  return formatter(settings, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatRange(new Date(startsAt), new Date(endsAt));
}

/** A length of time in words of the language: minutes, hours or days. */
export function duration(ms: number, { locale }: TimeSettings): string {
  const [value, unit] =
    ms < 60 * MINUTE_MS
      ? [Math.max(1, Math.round(ms / MINUTE_MS)), 'minute' as const]
      : ms < DAY_MS
        ? [Math.round(ms / (60 * MINUTE_MS)), 'hour' as const]
        : [Math.round(ms / DAY_MS), 'day' as const];
  return unitFormatter(locale, unit).format(value);
}

/**
 * The instant of a wall clock in the company's zone.
 *
 * @param date `YYYY-MM-DD`
 * @param time `HH:MM`; a time that a clock change skips moves on by the length of the change
 */
export function instantOf(date: string, time: string, settings: TimeSettings): Date {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  // Near a clock change the offset is that of the day before or that of the day after.
  const [before, after] = [offsetMs(asUtc - DAY_MS, settings), offsetMs(asUtc + DAY_MS, settings)];
  const isAfter = offsetMs(asUtc - before, settings) !== before && offsetMs(asUtc - after, settings) === after;
  return new Date(asUtc - (isAfter ? after : before));
}

/** How far the zone's wall clock is ahead of UTC at an instant. */
function offsetMs(instant: number, { zone }: TimeSettings): number {
  const wall = formatter({ zone, locale: 'sv-SE' }, { dateStyle: 'short', timeStyle: 'medium' }).format(instant);
  return Date.parse(`${wall.replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;
}

/** The date some days after another one. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
