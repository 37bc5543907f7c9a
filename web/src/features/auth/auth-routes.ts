import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { publicRoute } from '#web/app/parent-routes.tsx';
import { withMoreWords } from '#web/lib/i18n/i18n.ts';
import { sessionState } from '#web/lib/session/session.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The secret of a mailed link; never in the address. */
    linkToken?: string;
    /** A notice above the form of the log-in page. */
    notice?: 'passwordSet';
    /** The address that was typed on the page before. */
    email?: string;
  }
}

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

/** Leads a user who is logged in already to the welcome page. */
function welcomeWhenLoggedIn(): void {
  if (sessionState.get() === 'out') return;
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router takes redirects as thrown values
  throw redirect({ to: '/welcome', replace: true });
}

/** Takes the secret of a mailed link out of the address, so that neither the history nor a picture shows it. */
const hideToken =
  (to: '/reset-password' | '/accept-invitation' | '/verify-email') =>
  ({ params }: { params: { token: string } }): void => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router takes redirects as thrown values
    throw redirect({ to, state: { linkToken: params.token }, replace: true });
  };

export const loginRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/login',
  validateSearch: readLoginSearch,
  beforeLoad: leaveWhenLoggedIn,
  component: lazyRouteComponent(
    withMoreWords(() => import('./login-page.tsx')),
    'LoginPage',
  ),
});

const registerRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/register',
  beforeLoad: welcomeWhenLoggedIn,
  component: lazyRouteComponent(
    withMoreWords(() => import('./register-page.tsx')),
    'RegisterPage',
  ),
});

const forgotPasswordRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/forgot-password',
  component: lazyRouteComponent(
    withMoreWords(() => import('./forgot-password-page.tsx')),
    'ForgotPasswordPage',
  ),
});

const resetLinkRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/reset-password/$token',
  beforeLoad: hideToken('/reset-password'),
});

const resetPasswordRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/reset-password',
  component: lazyRouteComponent(
    withMoreWords(() => import('./set-password-page.tsx')),
    'ResetPasswordPage',
  ),
});

const invitationLinkRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/accept-invitation/$token',
  beforeLoad: hideToken('/accept-invitation'),
});

const acceptInvitationRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/accept-invitation',
  component: lazyRouteComponent(
    withMoreWords(() => import('./set-password-page.tsx')),
    'AcceptInvitationPage',
  ),
});

const verificationLinkRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/verify-email/$token',
  beforeLoad: hideToken('/verify-email'),
});

const verifyEmailRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/verify-email',
  component: lazyRouteComponent(
    withMoreWords(() => import('./verify-email-page.tsx')),
    'VerifyEmailPage',
  ),
});

export const authRoutes = [
  loginRoute,
  registerRoute,
  forgotPasswordRoute,
  resetLinkRoute,
  resetPasswordRoute,
  invitationLinkRoute,
  acceptInvitationRoute,
  verificationLinkRoute,
  verifyEmailRoute,
] as const;
