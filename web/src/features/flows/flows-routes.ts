import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '#web/app/parent-routes.tsx';
import { withFlowRunWords, withFlowWords } from '#web/lib/i18n/i18n.ts';
import { readFlowsSearch } from './flows-search.ts';

const flowsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/flows',
  validateSearch: readFlowsSearch,
  component: lazyRouteComponent(withFlowWords(withFlowRunWords(() => import('./flows-page.tsx'))), 'FlowsPage'),
});

const flowRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/flows/$id',
  component: lazyRouteComponent(withFlowWords(withFlowRunWords(() => import('./flow-page.tsx'))), 'FlowPage'),
});

export const flowsRoutes = [flowsRoute, flowRoute] as const;
