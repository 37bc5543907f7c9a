import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '#web/app/parent-routes.tsx';
import { withMoreWords } from '#web/lib/i18n/i18n.ts';

const profileRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/profile',
  component: lazyRouteComponent(
    withMoreWords(() => import('./profile-page.tsx')),
    'ProfilePage',
  ),
});

export const profileRoutes = [profileRoute] as const;
