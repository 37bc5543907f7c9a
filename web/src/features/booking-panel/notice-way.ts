import { bookingSettingsQuery } from '#web/features/booking-settings/booking-settings-queries.ts';
import { contactConversationsQuery, contactQuery } from '#web/features/contacts/contacts-queries.ts';
import type { Contact } from '#web/features/contacts/contacts-queries.ts';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import type { Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type NoticeWay = 'message' | 'mail';

interface NoticeFacts {
  settings: Pick<Schemas['BookingSettingsDto'], 'customer_notices'> | undefined;
  email: Contact['email'];
  /** The conversation with the latest activity. */
  latest: Row | undefined;
  now: number;
}

/** How PetBuddy itself tells the customer of an appointment; undefined if it does not. */
export function noticeWayOf({ settings, email, latest, now }: NoticeFacts): NoticeWay | undefined {
  if (settings?.customer_notices.message && latest && isOpen(latest, now)) return 'message';
  return settings?.customer_notices.mail && email !== null ? 'mail' : undefined;
}

/** Like {@link noticeWayOf}, from the cache or the API. @throws ApiError */
export async function readNoticeWay(contactId: string): Promise<NoticeWay | undefined> {
  const [settings, { email }, [latest]] = await Promise.all([
    queryClient.fetchQuery(bookingSettingsQuery),
    queryClient.fetchQuery(contactQuery(contactId)),
    queryClient.fetchQuery(contactConversationsQuery(contactId)),
  ]);
  return noticeWayOf({ settings, email, latest, now: Date.now() });
}

/** Whether a message can be sent in the conversation now. */
const isOpen = ({ channel_health: health, text_limit: limit, reply_window: replyWindow }: Row, now: number): boolean =>
  health !== 'disconnected' &&
  health !== 'unverified' &&
  limit !== null &&
  (replyWindow === null || Date.parse(replyWindow.expires_at) > now);
