import { notificationsQuery } from '#web/features/notifications/notifications-queries.ts';
import type { Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';
import type { ViewCounts } from './counts-query.ts';
import { conversationKeys } from './conversations-queries.ts';

const APP_NAME = 'PetBuddy';

/**
 * Shows the number of the user's unread conversations and notifications in the title and on the app's icon. Call it once.
 */
export function callAttention(): void {
  queryClient.getQueryCache().subscribe(({ query }) => {
    const [feature] = query.queryKey as unknown[];
    if (feature === conversationKeys.counts[0] || feature === notificationsQuery.queryKey[0]) showNumber();
  });
}

function showNumber(): void {
  const counts = queryClient.getQueryData<ViewCounts>(conversationKeys.counts);
  const notices = queryClient.getQueryData<Schemas['NotificationPageDto']>(notificationsQuery.queryKey);
  const unread = (counts?.['mine']?.unread ?? 0) + (notices?.unread ?? 0);
  document.title = unread > 0 ? `(${unread}) ${APP_NAME}` : APP_NAME;
  const { setAppBadge } = navigator as { setAppBadge?: (count: number) => Promise<void> };
  void setAppBadge?.call(navigator, unread).catch(() => undefined);
}
