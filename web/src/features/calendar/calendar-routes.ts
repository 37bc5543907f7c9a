import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '#web/app/parent-routes.tsx';
import { withBookingWords, withMoreWords } from '#web/lib/i18n/i18n.ts';
import { readWaitlistSearch } from '#web/features/waitlist/waitlist-search.ts';
import { type CalendarSearch, readCalendarSearch } from './calendar-search.ts';

const calendarRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/calendar',
  validateSearch: readCalendarSearch,
  component: lazyRouteComponent(
    withMoreWords(() => import('./calendar-page.tsx')),
    'CalendarPage',
  ),
});

const waitlistRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/calendar/waitlist',
  validateSearch: readWaitlistSearch,
  component: lazyRouteComponent(
    withBookingWords(() => import('#web/features/waitlist/waitlist-page.tsx')),
    'WaitlistPage',
  ),
});

const daySheetRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/calendar/print',
  validateSearch: (search: Record<string, unknown>): Pick<CalendarSearch, 'day'> => ({
    day: readCalendarSearch(search).day,
  }),
  component: lazyRouteComponent(
    withMoreWords(() => import('./day-sheet-page.tsx')),
    'DaySheetPage',
  ),
});

export const calendarRoutes = [calendarRoute, waitlistRoute, daySheetRoute] as const;
