import type { Schedule, ScheduleFields } from './schedules-queries.ts';

/** Times of the wall clock, `HH:MM`. A `to` that is not after `from` is on the next day. */
export interface Window {
  from: string;
  to: string;
}

export type Week = 'A' | 'B';
export type DateKind = 'off' | 'replace' | 'add' | 'remove';

/** A single day with other hours. */
export interface DateDraft {
  date: string;
  kind: DateKind;
  windows: Window[];
}

/** The working hours of a person in the form. */
export interface ScheduleDraft {
  bookable: boolean;
  /** Whether every second week is different; otherwise week A is every week. */
  alternates: boolean;
  /** The windows of each weekday, from Monday on; none on a day off. */
  weeks: Record<Week, Window[][]>;
  week_a_starts: string;
  dates: DateDraft[];
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const WORKDAYS = 5;
export const USUAL_WINDOW: Window = { from: '09:00', to: '18:00' };

/** Monday to Friday, for a person without hours. */
export const newScheduleDraft = (): ScheduleDraft => ({
  bookable: true,
  alternates: false,
  weeks: {
    A: WEEKDAYS.map((day) => (day <= WORKDAYS ? [USUAL_WINDOW] : [])),
    B: WEEKDAYS.map((day) => (day <= WORKDAYS ? [USUAL_WINDOW] : [])),
  },
  week_a_starts: '',
  dates: [],
});

export function scheduleDraft({ bookable, weekly, week_a_starts, overrides }: Schedule): ScheduleDraft {
  const weekOf = (week: Week): Window[][] =>
    WEEKDAYS.map((day) =>
      weekly
        .filter((one) => one.weekday === day && (one.week ?? week) === week)
        .flatMap(({ windows }) => windows.map(shown))
        .sort((a, b) => a.from.localeCompare(b.from)),
    );
  return {
    bookable,
    alternates: weekly.some(({ week }) => week !== null),
    weeks: { A: weekOf('A'), B: weekOf('B') },
    week_a_starts: week_a_starts ?? '',
    dates: overrides.map(({ date, kind, windows }) => ({
      date,
      kind: windows.length === 0 ? 'off' : kind,
      windows: windows.map(shown),
    })),
  };
}

/** A time field knows no 24:00. A window until 00:00 ends at the same instant. */
const shown = ({ from, to }: Window): Window => ({ from, to: to === '24:00' ? '00:00' : to });

/** @param stored the schedule before; its time zone stays */
export function scheduleBody(draft: ScheduleDraft, stored: Schedule | undefined): ScheduleFields {
  const { alternates, weeks, week_a_starts } = draft;
  const daysOf = (week: Week) =>
    weeks[week].flatMap((windows, index) =>
      windows.length > 0 ? [{ weekday: index + 1, windows, week: alternates ? week : null }] : [],
    );
  return {
    time_zone: stored?.time_zone ?? null,
    weekly: alternates ? [...daysOf('A'), ...daysOf('B')] : daysOf('A'),
    week_a_starts: alternates ? week_a_starts : null,
    overrides: draft.dates.map(({ date, kind, windows }) =>
      kind === 'off' ? { date, kind: 'replace', windows: [] } : { date, kind, windows },
    ),
    bookable: draft.bookable,
  };
}

export type ScheduleProblem = 'time' | 'overlap' | 'date' | 'weekA';

/** What must be changed before the hours can be saved, by the place in the form: `A.0` is Monday of week A. */
export function scheduleProblems(draft: ScheduleDraft): Record<string, ScheduleProblem> {
  const problems: Record<string, ScheduleProblem> = {};
  const check = (place: string, windows: readonly Window[]) => {
    if (windows.some(({ from, to }) => !from || !to)) problems[place] = 'time';
    else if (doOverlap(windows)) problems[place] = 'overlap';
  };
  for (const week of draft.alternates ? (['A', 'B'] as const) : (['A'] as const))
    draft.weeks[week].forEach((windows, index) => check(`${week}.${index}`, windows));
  draft.dates.forEach(({ date, kind, windows }, index) => {
    if (!date) problems[`dates.${index}`] = 'date';
    else if (kind !== 'off') check(`dates.${index}`, windows);
  });
  if (draft.alternates && !draft.week_a_starts) problems.week_a_starts = 'weekA';
  return problems;
}

const NEXT_DAY = '1 ';
/** Times that compare as text, also on the next day. */
const endOf = ({ from, to }: Window): string => (to > from ? `0 ${to}` : NEXT_DAY + to);

function doOverlap(windows: readonly Window[]): boolean {
  const sorted = [...windows].sort((a, b) => a.from.localeCompare(b.from));
  return sorted.some((one, index) => {
    const before = sorted[index - 1];
    return before !== undefined && endOf(before) > `0 ${one.from}`;
  });
}

/** Gives all working days of a week the windows of one day. Days off stay days off. */
export const copyToWorkingDays = (week: readonly Window[][], day: number): Window[][] =>
  week.map((windows) => (windows.length > 0 ? (week[day] ?? []) : windows));
