import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '#web/app/parent-routes.tsx';
import { withMoreWords } from '#web/lib/i18n/i18n.ts';
import { type PeriodDays, PERIODS } from './periods.ts';

const todayRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/today',
  validateSearch: ({ days }: Record<string, unknown>): { days?: PeriodDays } => {
    const known = PERIODS.find((one) => one === String(days));
    return known ? { days: known } : {};
  },
  component: lazyRouteComponent(
    withMoreWords(() => import('./today-page.tsx')),
    'TodayPage',
  ),
});

export const dashboardRoutes = [todayRoute] as const;
