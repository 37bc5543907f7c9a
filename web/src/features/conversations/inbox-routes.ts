import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '#web/app/parent-routes.tsx';
import { withMoreWords } from '#web/lib/i18n/i18n.ts';
import type { Row } from './conversation-merge.ts';

const PLATFORMS: readonly Row['platform'][] = ['instagram', 'facebook', 'whatsapp', 'telegram', 'web', 'other'];

/** The filters of the inbox in the address. Unknown values are left out. */
export interface InboxSearch {
  q?: string | undefined;
  label?: string | undefined;
  platform?: Row['platform'] | undefined;
  unread?: true | undefined;
}

/** The message that a conversation is opened at, by its `seq`. */
export interface ThreadSearch {
  seq?: number | undefined;
}

/** The filters of the list. They stay when the user opens another conversation. */
export function inboxFilters({ q, label, platform, unread }: { [name in keyof InboxSearch]: unknown }): InboxSearch {
  const known = PLATFORMS.find((name) => name === platform);
  return {
    ...(typeof q === 'string' && q !== '' ? { q } : {}),
    ...(typeof label === 'string' ? { label } : {}),
    ...(known ? { platform: known } : {}),
    ...(unread === true ? { unread } : {}),
  };
}

const readThreadSearch = ({ seq }: Record<string, unknown>): ThreadSearch =>
  typeof seq === 'number' && Number.isSafeInteger(seq) && seq > 0 ? { seq } : {};

export const inboxRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/inbox/$view',
  validateSearch: (search: Record<string, unknown>) => inboxFilters(search),
  component: lazyRouteComponent(() => import('./inbox-page.tsx'), 'InboxPage'),
});

const noThreadRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./inbox-page.tsx'), 'NoThread'),
});

const threadRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '/$id',
  validateSearch: readThreadSearch,
  component: lazyRouteComponent(
    withMoreWords(() => import('#web/features/messages/thread-page.tsx')),
    'ThreadPage',
  ),
});

const contactRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '/$id/contact',
  validateSearch: readThreadSearch,
  component: lazyRouteComponent(
    withMoreWords(() => import('#web/features/messages/thread-page.tsx')),
    'ThreadPage',
  ),
});

export const inboxRoutes = [inboxRoute.addChildren([noThreadRoute, threadRoute, contactRoute])] as const;
