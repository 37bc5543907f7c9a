import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '#web/app/parent-routes.tsx';
import { withMoreWords } from '#web/lib/i18n/i18n.ts';

const welcomeRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/welcome',
  component: lazyRouteComponent(
    withMoreWords(() => import('./welcome-page.tsx')),
    'WelcomePage',
  ),
});

export const channelRoutes = [welcomeRoute] as const;
