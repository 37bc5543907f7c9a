import {
  copyToWorkingDays,
  newScheduleDraft,
  scheduleBody,
  scheduleDraft,
  scheduleProblems,
  type Window,
} from './schedule-draft.ts';
import type { Schedule } from './schedules-queries.ts';
import { hoursOfDays, unitedWeek } from './week-hours.ts';

const [MORNING, AFTERNOON, NIGHT]: Window[] = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
  { from: '20:00', to: '00:00' },
] as [Window, Window, Window];

const STORED = {
  time_zone: 'Europe/Lisbon',
  weekly: [
    { weekday: 1, windows: [AFTERNOON, MORNING], week: null },
    { weekday: 2, windows: [{ from: '20:00', to: '24:00' }], week: 'A' },
    { weekday: 2, windows: [MORNING], week: 'B' },
  ],
  week_a_starts: '2026-11-23',
  overrides: [
    { date: '2026-12-25', windows: [], kind: 'replace' },
    { date: '2026-12-28', windows: [MORNING], kind: 'remove' },
  ],
  bookable: false,
} as unknown as Schedule;

describe('working hours in the form', () => {
  it('have the days of every week in both of two different weeks', () => {
    const { weeks } = scheduleDraft(STORED);
    expect([weeks.A[0], weeks.A[1]]).toEqual([[MORNING, AFTERNOON], [NIGHT]]);
    expect([weeks.B[0], weeks.B[1]]).toEqual([[MORNING, AFTERNOON], [MORNING]]);
  });

  it('are stored with all that was there', () => {
    expect(scheduleBody(scheduleDraft(STORED), STORED)).toEqual({
      ...STORED,
      weekly: [
        { weekday: 1, windows: [MORNING, AFTERNOON], week: 'A' },
        { weekday: 2, windows: [NIGHT], week: 'A' },
        { weekday: 1, windows: [MORNING, AFTERNOON], week: 'B' },
        { weekday: 2, windows: [MORNING], week: 'B' },
      ],
    });
  });

  it('are every week the same unless the weeks alternate', () => {
    const { weekly, week_a_starts } = scheduleBody(newScheduleDraft(), undefined);
    expect(weekly.map(({ weekday, week }) => [weekday, week])).toEqual([1, 2, 3, 4, 5].map((day) => [day, null]));
    expect(week_a_starts).toBeNull();
  });

  it('must have times that do not overlap', () => {
    const draft = newScheduleDraft();
    const [first, second] = [{ ...MORNING, to: '13:30' }, AFTERNOON];
    draft.weeks.A.splice(
      0,
      4,
      [first, second],
      [{ from: '09:00', to: '' }],
      [MORNING, second],
      [
        { from: '22:00', to: '06:00' },
        { from: '23:00', to: '23:30' },
      ],
    );
    draft.dates = [{ date: '', kind: 'off', windows: [] }];
    const problems = { 'A.0': 'overlap', 'A.1': 'time', 'A.3': 'overlap', 'dates.0': 'date' };
    expect(scheduleProblems(draft)).toEqual(problems);
    expect(scheduleProblems({ ...draft, alternates: true })).toEqual({ ...problems, week_a_starts: 'weekA' });
  });

  it('are copied to the other working days', () => {
    const week = [[MORNING], [AFTERNOON], []] as Window[][];
    expect(copyToWorkingDays(week, 0)).toEqual([[MORNING], [MORNING], []]);
  });
});

describe('the hours of a week', () => {
  it('are one line for equal days in a row', () => {
    const week = [[MORNING], [MORNING], [], [MORNING], [NIGHT], [], []] as Window[][];
    expect(hoursOfDays(week)).toEqual([
      { first: 1, last: 2, windows: [MORNING] },
      { first: 4, last: 4, windows: [MORNING] },
      { first: 5, last: 5, windows: [NIGHT] },
    ]);
  });

  it('cover everybody who works', () => {
    const late = { from: '11:00', to: '15:00' };
    const week = unitedWeek([[[MORNING, AFTERNOON]], [[late]], [[NIGHT]], [[NIGHT]]] as Window[][][]);
    expect(week[0]).toEqual([{ from: '09:00', to: '18:00' }, NIGHT]);
    expect(week[6]).toEqual([]);
  });
});
