import { createRoute, createRouter } from '@tanstack/react-router';
import { assistantRoutes } from '#web/features/assistant/assistant-routes.ts';
import { knowledgeRoutes } from '#web/features/assistant/knowledge/knowledge-routes.ts';
import { authRoutes } from '#web/features/auth/auth-routes.ts';
import { calendarRoutes } from '#web/features/calendar/calendar-routes.ts';
import { channelRoutes } from '#web/features/channels/channels-routes.ts';
import { contactsRoutes } from '#web/features/contacts/contacts-routes.ts';
import { inboxRoutes, openInbox } from '#web/features/conversations/inbox-routes.ts';
import { dashboardRoutes } from '#web/features/dashboard/dashboard-routes.ts';
import { flowsRoutes } from '#web/features/flows/flows-routes.ts';
import { flowRunsRoutes } from '#web/features/flows/runs/flow-runs-routes.ts';
import { paymentsRoutes } from '#web/features/payments/payments-routes.ts';
import { searchRoutes } from '#web/features/search/search-routes.ts';
import { profileRoutes } from '#web/features/users/profile-routes.ts';
import { beginWait } from '#web/lib/waits.ts';
import { settingsRoutes } from '#web/features/settings/settings-routes.ts';
import { publicRoute, rootRoute, staffRoute } from './parent-routes.tsx';

const homeRoute = createRoute({ getParentRoute: () => staffRoute, path: '/', beforeLoad: openInbox });

const routeTree = rootRoute.addChildren([
  publicRoute.addChildren(authRoutes),
  staffRoute.addChildren([
    homeRoute,
    ...inboxRoutes,
    ...dashboardRoutes,
    ...contactsRoutes,
    ...calendarRoutes,
    ...channelRoutes,
    ...flowsRoutes,
    ...flowRunsRoutes,
    ...assistantRoutes,
    ...knowledgeRoutes,
    ...paymentsRoutes,
    ...searchRoutes,
    ...profileRoutes,
    ...settingsRoutes,
  ]),
]);

export const router = createRouter({ routeTree, defaultPreload: 'intent', defaultStructuralSharing: true });

router.subscribe('onBeforeNavigate', ({ pathChanged, toLocation: { pathname } }) => {
  const [, area, , id] = pathname.split('/');
  if (pathChanged && area === 'inbox') beginWait(id === undefined ? 'switch-view' : 'open-thread');
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
