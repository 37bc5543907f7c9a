import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { publicRoute } from '#web/app/parent-routes.tsx';
import { sessionState } from '#web/lib/session/session.ts';

/** Where to go after the log-in; a path of this app only. */
export interface LoginSearch {
  next?: string;
}

const readLoginSearch = ({ next }: Record<string, unknown>): LoginSearch =>
  typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {};

/** Somebody who is logged in needs no log-in page. */
function leaveWhenLoggedIn({ search }: { search: LoginSearch }): void {
  if (sessionState.get() === 'out') return;
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router takes redirects as thrown values
  throw redirect({ href: search.next ?? '/', replace: true });
}

const page = (name: 'LoginPage') => lazyRouteComponent(() => import('./login-page.tsx'), name);

export const loginRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/login',
  validateSearch: readLoginSearch,
  beforeLoad: leaveWhenLoggedIn,
  component: page('LoginPage'),
});

export const authRoutes = [loginRoute] as const;
