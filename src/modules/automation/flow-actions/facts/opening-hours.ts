import { occurrencesOf } from '../../../booking/calendar/index.js';
import { type CatalogSnapshot, toClosureRules, toScheduleRules } from '../../../booking/catalog/index.js';
import { readSchedule, workingPeriods } from '../../../booking/engine/index.js';

const DAY_MS = 86_400_000;
/** A later opening is not told. */
const LOOK_AHEAD_MS = 14 * DAY_MS;

interface Period {
  readonly starts_at: Date;
  readonly ends_at: Date;
}

/** A company is open while anybody who can be booked works and no closure of the whole company covers the time. */
export function isOpenAt(catalog: CatalogSnapshot, now: Date): boolean {
  const covers = ({ starts_at, ends_at }: Period): boolean => starts_at <= now && now < ends_at;
  const closures = catalog.closures.filter(({ scope }) => scope === 'all');
  if (closures.some((closure) => toClosureRules(closure, catalog.time_zone).some(covers))) return false;
  const next = new Date(now.getTime() + 1);
  return catalog.staff.some(({ schedule }) => {
    if (!schedule.bookable) return false;
    const zone = schedule.time_zone ?? catalog.time_zone;
    const works = workingPeriods(readSchedule(toScheduleRules(schedule, zone), zone), now, next).some(covers);
    const own = catalog.time_off.filter(({ staff_id }) => staff_id.equals(schedule.staff_id));
    return works && !own.some((one) => occurrencesOf(one, zone, now, next).some(covers));
  });
}

/** When a closed company opens next; null while it is open, where nobody has hours, and if it is closed for two weeks. */
export function nextOpening(catalog: CatalogSnapshot, now: Date): Date | null {
  if (isOpenAt(catalog, now)) return null;
  const until = new Date(now.getTime() + LOOK_AHEAD_MS);
  const edges = [...shiftStarts(catalog, now, until), ...endsOfAbsences(catalog, now, until)];
  const later = edges.filter((edge) => edge > now && edge <= until);
  later.sort((one, other) => one.getTime() - other.getTime());
  return later.find((edge) => isOpenAt(catalog, edge)) ?? null;
}

/** Whether the company is open at any time of the next 14 days. */
export function opensSoon(catalog: CatalogSnapshot, now: Date): boolean {
  return isOpenAt(catalog, now) || nextOpening(catalog, now) !== null;
}

function shiftStarts({ staff, time_zone }: CatalogSnapshot, from: Date, until: Date): Date[] {
  return staff.flatMap(({ schedule }) => {
    const zone = schedule.time_zone ?? time_zone;
    const periods = workingPeriods(readSchedule(toScheduleRules(schedule, zone), zone), from, until);
    return periods.map(({ starts_at }) => starts_at);
  });
}

function endsOfAbsences({ closures, time_off, time_zone }: CatalogSnapshot, from: Date, until: Date): Date[] {
  const closed = closures.flatMap((closure) => toClosureRules(closure, time_zone));
  const off = time_off.flatMap((one) => occurrencesOf(one, time_zone, from, until));
  return [...closed, ...off].map(({ ends_at }) => ends_at);
}
