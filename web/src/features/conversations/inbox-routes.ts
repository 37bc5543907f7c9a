import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { staffRoute } from '#web/app/parent-routes.tsx';
import { withMoreWords } from '#web/lib/i18n/i18n.ts';
import { inboxFilters, readThreadSearch } from './inbox-search.ts';

/** The inbox without a view. */
const inboxHomeRoute = createRoute({ getParentRoute: () => staffRoute, path: '/inbox', beforeLoad: openInbox });

/** Shows all conversations instead of the page that was asked for. */
export function openInbox(): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router takes redirects as thrown values
  throw redirect({ to: '/inbox/$view', params: { view: 'all' }, replace: true });
}

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

export const inboxRoutes = [
  inboxHomeRoute,
  inboxRoute.addChildren([noThreadRoute, threadRoute, contactRoute]),
] as const;
