import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '#web/app/parent-routes.tsx';
import { withMoreWords } from '#web/lib/i18n/i18n.ts';
import { readCalendarSearch } from './calendar-search.ts';

const calendarRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/calendar',
  validateSearch: readCalendarSearch,
  component: lazyRouteComponent(
    withMoreWords(() => import('./calendar-page.tsx')),
    'CalendarPage',
  ),
});

export const calendarRoutes = [calendarRoute] as const;
