import { occurrencesOf } from '../../../booking/calendar/index.js';
import { type CatalogSnapshot, toClosureRules, toScheduleRules } from '../../../booking/catalog/index.js';
import { readSchedule, workingPeriods } from '../../../booking/engine/index.js';

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
