/** Instances of recurring events: FREQ=DAILY and WEEKLY with INTERVAL, COUNT, UNTIL and BYDAY. */
import type { EventTime, GoogleEvent } from './google-calendars.ts';
import { invalid } from './google-refusal.ts';
import { dayAfter, daysBetween, instantOf, msOf, wallTime, zoned } from './google-time.ts';

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const KEYS = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'WKST'];
const WEEK_DAYS = 7;
/** Series without an end are shown for this long. */
const HORIZON_DAYS = 730;

export interface Instance {
  id: string;
  original: EventTime;
  start: EventTime;
  end: EventTime;
}

interface Rule {
  frequency: string;
  interval: number;
  count: number;
  until: string | undefined;
  days: readonly string[];
}

/** @throws GoogleRefusal for a rule that the sandbox cannot expand */
export function assertRule(recurrence: readonly string[]): void {
  ruleOf(recurrence);
}

/** All instances of the series, the oldest first. */
export function instancesOf(series: GoogleEvent, calendarZone: string): Instance[] {
  const { start, end, recurrence = [] } = series;
  const zone = start.timeZone ?? calendarZone;
  const isAllDay = start.date !== undefined;
  const first = isAllDay ? `${start.date}T00:00:00` : wallTime(msOf(start, calendarZone), zone);
  const days = isAllDay ? daysBetween(start.date ?? '', end.date ?? '') : 0;
  const lengthMs = msOf(end, calendarZone) - msOf(start, calendarZone);
  return daysOf(ruleOf(recurrence), first).map((day) => {
    if (isAllDay) return allDay(series.id, day, days);
    const ms = instantOf(`${day}${first.slice('YYYY-MM-DD'.length)}`, zone);
    const at = (time: number): EventTime => ({ dateTime: zoned(time, zone), timeZone: zone });
    return { id: instanceId(series.id, ms), original: at(ms), start: at(ms), end: at(ms + lengthMs) };
  });
}

function allDay(id: string, day: string, days: number): Instance {
  const start = { date: day };
  return { id: `${id}_${day.replaceAll('-', '')}`, original: start, start, end: { date: dayAfter(day, days) } };
}

const instanceId = (id: string, ms: number): string =>
  `${id}_${new Date(ms).toISOString().replace(/[-:]/g, '').replace('.000', '')}`;

function daysOf({ frequency, interval, count, until, days }: Rule, first: string): string[] {
  const from = first.slice(0, 'YYYY-MM-DD'.length);
  const week = dayAfter(from, -weekday(from));
  const wanted = days.length > 0 ? days : [weekdayName(from)];
  const found: string[] = [];
  for (let n = 0; n < HORIZON_DAYS && found.length < count; n++) {
    const day = dayAfter(from, n);
    if (until !== undefined && day > until) break;
    const isDay = days.length === 0 || days.includes(weekdayName(day));
    const isWeek = Math.floor(daysBetween(week, day) / WEEK_DAYS) % interval === 0;
    const isInstance =
      frequency === 'DAILY' ? n % interval === 0 && isDay : isWeek && wanted.includes(weekdayName(day));
    if (isInstance) found.push(day);
  }
  return found;
}

const weekdayName = (day: string): string => WEEKDAYS[weekday(day)] ?? '';

const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

function ruleOf(recurrence: readonly string[]): Rule {
  const [line = '', ...others] = recurrence;
  if (!line.startsWith('RRULE:') || others.length > 0) throw invalid('Invalid recurrence rule.');
  const parts = new Map(
    line
      .slice('RRULE:'.length)
      .split(';')
      .map((part) => part.split('=') as [string, string]),
  );
  const frequency = parts.get('FREQ') ?? '';
  const isKnown = [...parts.keys()].every((key) => KEYS.includes(key));
  if (!isKnown || !['DAILY', 'WEEKLY'].includes(frequency)) throw invalid('Invalid recurrence rule.');
  const until = parts.get('UNTIL')?.slice(0, 'YYYYMMDD'.length);
  return {
    frequency,
    interval: Number(parts.get('INTERVAL') ?? 1),
    count: Number(parts.get('COUNT') ?? Infinity),
    until: until?.replace(/(\d{4})(\d{2})(\d{2})/, '$1-$2-$3'),
    days: parts.get('BYDAY')?.split(',') ?? [],
  };
}
