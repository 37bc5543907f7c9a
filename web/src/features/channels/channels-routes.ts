import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '#web/app/parent-routes.tsx';

const welcomeRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./welcome-page.tsx'), 'WelcomePage'),
});

export const channelRoutes = [welcomeRoute] as const;
