import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '#web/app/parent-routes.tsx';
import { withBookingWords, withMoreWords } from '#web/lib/i18n/i18n.ts';

const welcomeRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/welcome',
  component: lazyRouteComponent(
    withMoreWords(() => import('./welcome-page.tsx')),
    'WelcomePage',
  ),
});

const bookingGuideRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/welcome/booking',
  component: lazyRouteComponent(
    withBookingWords(() => import('#web/features/booking-guide/guide-page.tsx')),
    'GuidePage',
  ),
});

export const channelRoutes = [welcomeRoute, bookingGuideRoute] as const;
