import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '#web/app/parent-routes.tsx';
import { withMoreWords } from '#web/lib/i18n/i18n.ts';
import { inboxFilters, readThreadSearch } from './inbox-search.ts';

export const inboxRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/inbox/$view',
  validateSearch: (search: Record<string, unknown>) => inboxFilters(search),
  component: lazyRouteComponent(() => import('./inbox-page.tsx'), 'InboxPage'),
});

const noThreadRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./inbox-page.tsx'), 'NoThread'),
});

const threadRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '/$id',
  validateSearch: readThreadSearch,
  component: lazyRouteComponent(
    withMoreWords(() => import('#web/features/messages/thread-page.tsx')),
    'ThreadPage',
  ),
});

const contactRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '/$id/contact',
  validateSearch: readThreadSearch,
  component: lazyRouteComponent(
    withMoreWords(() => import('#web/features/messages/thread-page.tsx')),
    'ThreadPage',
  ),
});

export const inboxRoutes = [inboxRoute.addChildren([noThreadRoute, threadRoute, contactRoute])] as const;
