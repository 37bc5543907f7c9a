import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '#web/app/parent-routes.tsx';
import { withMoreWords } from '#web/lib/i18n/i18n.ts';

/** The periods of the figures, in days. */
export const PERIODS = ['7', '30', '90', '365'] as const;
export type PeriodDays = (typeof PERIODS)[number];

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
