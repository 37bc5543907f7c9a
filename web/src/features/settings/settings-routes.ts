import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '#web/app/parent-routes.tsx';
import { withMoreWords } from '#web/lib/i18n/i18n.ts';

const settingsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings',
  component: lazyRouteComponent(
    withMoreWords(() => import('./settings-page.tsx')),
    'SettingsPage',
  ),
});

const overviewRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/',
  component: lazyRouteComponent(
    withMoreWords(() => import('./settings-page.tsx')),
    'NoSetting',
  ),
});

const webhooksRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/webhooks',
  component: lazyRouteComponent(
    withMoreWords(() => import('#web/features/outgoing-webhooks/webhooks-page.tsx')),
    'WebhooksPage',
  ),
});

const webhookRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/webhooks/$webhookId',
  component: lazyRouteComponent(
    withMoreWords(() => import('#web/features/outgoing-webhooks/webhook-page.tsx')),
    'WebhookPage',
  ),
});

const apiKeysRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/api-keys',
  component: lazyRouteComponent(
    withMoreWords(() => import('#web/features/api-keys/api-keys-page.tsx')),
    'ApiKeysPage',
  ),
});

const cannedRepliesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/canned-replies',
  component: lazyRouteComponent(
    withMoreWords(() => import('#web/features/canned-replies/canned-replies-page.tsx')),
    'CannedRepliesPage',
  ),
});

export const settingsRoutes = [
  settingsRoute.addChildren([overviewRoute, cannedRepliesRoute, webhooksRoute, webhookRoute, apiKeysRoute]),
] as const;
