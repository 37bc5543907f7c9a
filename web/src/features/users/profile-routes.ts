import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '#web/app/parent-routes.tsx';

const profileRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/profile',
  component: lazyRouteComponent(() => import('./profile-page.tsx'), 'ProfilePage'),
});

export const profileRoutes = [profileRoute] as const;
