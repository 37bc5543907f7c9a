import { addDays, instantOf, type TimeSettings } from '#web/lib/time/company-time.ts';
import type { BoardingWeeks, CalendarView } from './calendar-search.ts';

/** Plain dates of the company, both included. */
export interface DayRange {
  from: string;
  to: string;
}

const DAYS_A_WEEK = 7;

/** The days that a view shows around a day. Weeks begin on Monday, except those of boarding, which begin on the day. */
export function rangeOf(view: CalendarView, day: string, weeks: BoardingWeeks = 2): DayRange {
  if (view === 'boarding') return { from: day, to: addDays(day, weeks * DAYS_A_WEEK - 1) };
  if (view === 'week') {
    const from = addDays(day, -weekdayFromMonday(day));
    return { from, to: addDays(from, DAYS_A_WEEK - 1) };
  }
  if (view === 'month') {
    const first = `${day.slice(0, 7)}-01`;
    const last = addDays(firstOfNextMonth(day), -1);
    return {
      from: addDays(first, -weekdayFromMonday(first)),
      to: addDays(last, DAYS_A_WEEK - 1 - weekdayFromMonday(last)),
    };
  }
  return { from: day, to: day };
}

/** The day to show after a step forwards (1) or backwards (-1). */
export function stepDay(view: CalendarView, day: string, step: 1 | -1): string {
  if (view === 'week' || view === 'boarding') return addDays(day, step * DAYS_A_WEEK);
  if (view !== 'month') return addDays(day, step);
  const first = `${day.slice(0, 7)}-01`;
  return step === 1 ? firstOfNextMonth(day) : `${addDays(first, -1).slice(0, 7)}-01`;
}

/** The instants of a range: the start of the first day, and the end of the last one. */
export function instantsOf({ from, to }: DayRange, time: TimeSettings): { start: string; end: string } {
  return {
    start: instantOf(from, '00:00', time).toISOString(),
    end: instantOf(addDays(to, 1), '00:00', time).toISOString(),
  };
}

export function datesIn({ from, to }: DayRange): string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

const weekdayFromMonday = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % DAYS_A_WEEK;

function firstOfNextMonth(day: string): string {
  // Day 28 exists in each month; four days later is always the next one.
  return `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
}
