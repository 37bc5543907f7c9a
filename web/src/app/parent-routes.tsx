import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { sessionState } from '#web/lib/session/session.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { ErrorPage } from './error-page.tsx';

export const rootRoute = createRootRoute({ notFoundComponent: NotFoundPage, errorComponent: ErrorPage });

/** Pages for people who are not logged in. */
export const publicRoute = createRoute({ getParentRoute: () => rootRoute, id: 'public' });

/** Pages of staff; without a log-in they lead to the log-in page and back. */
export const staffRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'staff',
  beforeLoad: ({ location }) => {
    if (sessionState.get() === 'in') return;
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router takes redirects as thrown values
    throw redirect({ to: '/login', search: location.href === '/' ? {} : { next: location.href }, replace: true });
  },
  component: lazyRouteComponent(() => import('./shell/shell.tsx'), 'Shell'),
});
