import type { Window } from './schedule-draft.ts';

/** Weekdays in a row with the same hours; 1 is Monday. */
export interface HoursOfDays {
  first: number;
  last: number;
  windows: Window[];
}

/** The hours of a week, with equal neighbours as one line; days off are left out. @param week by weekday, from Monday on */
export function hoursOfDays(week: readonly Window[][]): HoursOfDays[] {
  const lines: HoursOfDays[] = [];
  week.forEach((windows, index) => {
    const day = index + 1;
    const before = lines.at(-1);
    if (before?.last === index && JSON.stringify(before.windows) === JSON.stringify(windows)) before.last = day;
    else if (windows.length > 0) lines.push({ first: day, last: day, windows });
  });
  return lines;
}

/** The hours of a week in which at least one of several people works. */
export function unitedWeek(weeks: readonly Window[][][]): Window[][] {
  return Array.from({ length: 7 }, (_, index) => united(weeks.flatMap((week) => week[index] ?? [])));
}

/** Windows that overlap or touch become one. A window over midnight stays as it is. */
function united(windows: readonly Window[]): Window[] {
  const sorted = [...windows].sort((a, b) => a.from.localeCompare(b.from));
  const result: Window[] = [];
  for (const window of sorted) {
    const before = result.at(-1);
    const isInOneDay = before && before.to > before.from && window.to > window.from;
    if (isInOneDay && window.from <= before.to) before.to = before.to > window.to ? before.to : window.to;
    else if (!result.some(({ from, to }) => from === window.from && to === window.to)) result.push({ ...window });
  }
  return result;
}
