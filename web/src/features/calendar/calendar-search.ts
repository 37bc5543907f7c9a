export const CALENDAR_VIEWS = ['staff', 'resources', 'week', 'month'] as const;
/** `staff` and `resources` are a day by column. */
export type CalendarView = (typeof CALENDAR_VIEWS)[number];

/** The state of the calendar in the address, so that a day can be shared. */
export interface CalendarSearch {
  view?: CalendarView | undefined;
  /** `YYYY-MM-DD`; absent: today in the company's zone. */
  day?: string | undefined;
  /** Ids of the staff whose columns are shown; absent: all. */
  staff?: string[] | undefined;
}

const ID = /^[0-9a-f]{24}$/;

/** Keeps what is valid, and leaves out the rest. */
export function readCalendarSearch({ view, day, staff }: Record<string, unknown>): CalendarSearch {
  const known = CALENDAR_VIEWS.find((one) => one === view);
  const ids = Array.isArray(staff) ? staff.filter((id): id is string => typeof id === 'string' && ID.test(id)) : [];
  return {
    ...(known ? { view: known } : {}),
    ...(isDate(day) ? { day } : {}),
    ...(ids.length > 0 ? { staff: ids } : {}),
  };
}

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
