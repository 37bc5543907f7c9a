import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '#web/app/parent-routes.tsx';
import { withFlowRunWords, withFlowWords } from '#web/lib/i18n/i18n.ts';
import { readRunsSearch } from './runs-search.ts';

const runsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/flows/runs',
  validateSearch: readRunsSearch,
  component: lazyRouteComponent(withFlowWords(withFlowRunWords(() => import('./runs-page.tsx'))), 'RunsPage'),
});

const runRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/flows/runs/$runId',
  component: lazyRouteComponent(withFlowWords(withFlowRunWords(() => import('./run-page.tsx'))), 'RunPage'),
});

export const flowRunsRoutes = [runsRoute, runRoute] as const;
