import type { Schemas } from '#web/lib/api/client.ts';

type Notices = Pick<Schemas['NotificationPageDto'], 'unread'> & {
  items: readonly Pick<Schemas['NotificationDto'], 'read_at' | 'data'>[];
};

/**
 * Counts unread conversations, and unread notifications about anything else.
 * @param isUnread whether the conversation is counted as unread
 */
export function attentionCount(
  unread: number,
  notices: Notices | undefined,
  isUnread: (id: unknown) => boolean,
): number {
  if (!notices) return unread;
  const again = notices.items.filter(({ read_at, data }) => read_at === null && isUnread(data['conversation_id']));
  return unread + notices.unread - again.length;
}
