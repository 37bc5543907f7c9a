import type { BookingRules, ScheduleRules, ServiceRules, WallWindow, WeeklyDay } from '../engine/index.js';

/** `any_start` ignores step, lead time and horizon; `any_hour` also working and opening hours. */
export const OVERRIDE_LEVELS = ['any_start', 'any_hour'] as const;
export type OverrideLevel = (typeof OVERRIDE_LEVELS)[number];

const ISO_WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const ALL_DAY: WallWindow = { from: '00:00', to: '24:00' };
const ALWAYS: ScheduleRules = { weekly: ISO_WEEKDAYS.map((weekday) => ({ weekday, windows: [ALL_DAY] })) };
const SMALLEST_STEP_MIN = 5;

/** Claimed time and the requirements of pets and services are never overridden. */
export function rulesWithOverride(rules: BookingRules, override: OverrideLevel): BookingRules {
  const services = rules.services.map(withAnyStart);
  if (override === 'any_start') return { ...rules, services };
  const staff = rules.staff.map(({ time_off: _off, ...one }) => ({
    ...one,
    schedule: { ...one.schedule, ...ALWAYS, overrides: [] },
  }));
  return { ...rules, services: services.map(withAnyHour), staff, closures: [] };
}

/** {@link rulesWithOverride} is used with the start as `now`, so the lead time counts from it. */
function withAnyStart(service: ServiceRules): ServiceRules {
  return { ...service, step_min: SMALLEST_STEP_MIN, lead_time_min: 0, staff_lead_time_min: 0 };
}

function withAnyHour({ boarding, daycare, ...service }: ServiceRules): ServiceRules {
  return {
    ...service,
    ...(boarding && { boarding: { arrivals: ALWAYS, departures: onEveryDay(boarding.departures) } }),
    ...(daycare && {
      daycare: {
        ...daycare,
        weekdays: ISO_WEEKDAYS,
        morning: { ...daycare.morning, arrival: { from: '00:00', to: '12:00' } },
        afternoon: { ...daycare.afternoon, arrival: { from: '12:00', to: '24:00' } },
      },
    }),
  };
}

/** A stay still ends with the last window of its day; days without windows get those of another day. */
function onEveryDay({ weekly, ...schedule }: ScheduleRules): ScheduleRules {
  const usual = weekly.find(({ windows }) => windows.length > 0)?.windows ?? [ALL_DAY];
  const missing = ISO_WEEKDAYS.filter(
    (weekday) => !weekly.some((day) => day.weekday === weekday && day.windows.length),
  );
  const added = missing.map((weekday): WeeklyDay => ({ weekday, windows: usual }));
  return { ...schedule, weekly: [...weekly, ...added] };
}
