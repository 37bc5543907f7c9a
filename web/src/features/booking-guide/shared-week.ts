import {
  newScheduleDraft,
  scheduleBody,
  scheduleDraft,
  type ScheduleDraft,
  type Window,
} from '#web/features/staff-schedules/schedule-draft.ts';
import type { Schedule, ScheduleFields } from '#web/features/staff-schedules/schedules-queries.ts';

/** The hours that the guide shows first, and the people who have exactly these hours. */
export interface SharedWeek {
  week: Window[][];
  people: string[];
}

/** The hours of the first bookable person, or the usual ones. @param me takes part if nobody has hours yet */
export function sharedWeek(schedules: readonly Schedule[], me: string): SharedWeek {
  const plain = schedules
    .map((schedule) => ({ id: schedule.staff_id, draft: scheduleDraft(schedule) }))
    .filter(({ draft }) => draft.bookable && !draft.alternates && draft.weeks.A.some(({ length }) => length > 0));
  const [first] = plain;
  if (!first) return { week: newScheduleDraft().weeks.A, people: [me] };
  const { A: week } = first.draft.weeks;
  const same = plain.filter(({ draft }) => JSON.stringify(draft.weeks.A) === JSON.stringify(week));
  return { week, people: same.map(({ id }) => id) };
}

/** The schedule of a person with these hours; single days and the time zone stay as they are. */
export function withWeek(stored: Schedule | undefined, week: Window[][]): ScheduleFields {
  const before = stored ? scheduleDraft(stored) : newScheduleDraft();
  const draft: ScheduleDraft = { ...before, bookable: true, alternates: false, weeks: { A: week, B: week } };
  return scheduleBody(draft, stored);
}

/** When pets of a stay are brought and fetched. Weekdays are ISO: 1 Monday ... 7 Sunday. */
export interface DoorHours {
  weekdays: number[];
  /** `HH:MM` */
  from: string;
  to: string;
}

/** The days of a week with hours, from the first opening to the last closing. */
export function doorHours(week: readonly Window[][]): DoorHours {
  const windows = week.flat();
  const from = windows.map((window) => window.from).sort()[0] ?? '08:00';
  const last = windows.map((window) => (window.to > window.from ? window.to : '24:00')).sort();
  const weekdays = week.flatMap(({ length }, index) => (length > 0 ? [index + 1] : []));
  return { weekdays, from, to: last.at(-1) ?? '18:00' };
}
