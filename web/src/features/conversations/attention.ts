import { notificationsQuery } from '#web/features/notifications/notifications-queries.ts';
import type { Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { userId } from '#web/lib/session/access-token.ts';
import { attentionCount } from './attention-count.ts';
import type { ViewCounts } from './counts-query.ts';
import { conversationKeys, rowOf } from './conversations-queries.ts';

const APP_NAME = 'PetBuddy';
const FEATURES: readonly unknown[] = [
  conversationKeys.counts[0],
  conversationKeys.rows[0],
  notificationsQuery.queryKey[0],
];

/**
 * Shows the number of the user's unread conversations and notifications in the title and on the app's icon. Call it once.
 */
export function callAttention(): void {
  queryClient.getQueryCache().subscribe(({ query }) => {
    const [feature] = query.queryKey as unknown[];
    if (FEATURES.includes(feature)) showNumber();
  });
}

let shown = 0;

function showNumber(): void {
  const counts = queryClient.getQueryData<ViewCounts>(conversationKeys.counts);
  const notices = queryClient.getQueryData<Schemas['NotificationPageDto']>(notificationsQuery.queryKey);
  const unread = attentionCount(counts?.['mine']?.unread ?? 0, notices, isUnreadOfUser);
  if (unread === shown) return;
  shown = unread;
  document.title = unread > 0 ? `(${unread}) ${APP_NAME}` : APP_NAME;
  const { setAppBadge } = navigator as { setAppBadge?: (count: number) => Promise<void> };
  void setAppBadge?.call(navigator, unread).catch(() => undefined);
}

/** Counts like the view `mine`. */
function isUnreadOfUser(id: unknown): boolean {
  const row = typeof id === 'string' ? rowOf(id) : undefined;
  return row?.status === 'open' && row.assignee_id === userId() && row.unread_count > 0;
}
