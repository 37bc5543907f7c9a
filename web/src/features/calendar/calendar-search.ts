export const CALENDAR_VIEWS = ['staff', 'resources', 'week', 'month', 'boarding'] as const;
/** `staff` and `resources` are a day by column; `boarding` has a row for each kennel. */
export type CalendarView = (typeof CALENDAR_VIEWS)[number];
/** The views that FullCalendar draws. */
export type GridView = Exclude<CalendarView, 'month' | 'boarding'>;

/** How much the boarding view shows. */
export type BoardingWeeks = 2 | 4;

/** The state of the calendar in the address, so that a day can be shared. */
export interface CalendarSearch {
  view?: CalendarView | undefined;
  /** `YYYY-MM-DD`; absent: today in the company's zone. */
  day?: string | undefined;
  /** Ids of the staff whose columns are shown; absent: all. */
  staff?: string[] | undefined;
  /** Of the boarding view; absent: 2. */
  weeks?: BoardingWeeks | undefined;
}

const ID = /^[0-9a-f]{24}$/;

/** Keeps what is valid, and leaves out the rest. */
export function readCalendarSearch({ view, day, staff, weeks }: Record<string, unknown>): CalendarSearch {
  const known = CALENDAR_VIEWS.find((one) => one === view);
  const ids = Array.isArray(staff) ? staff.filter((id): id is string => typeof id === 'string' && ID.test(id)) : [];
  return {
    ...(known ? { view: known } : {}),
    ...(isDate(day) ? { day } : {}),
    ...(ids.length > 0 ? { staff: ids } : {}),
    ...(weeks === 4 ? { weeks } : {}),
  };
}

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
