import { useQuery } from '@tanstack/react-query';
import { bookingSettingsQuery } from '#web/features/booking-settings/booking-settings-queries.ts';
import { type Contact, useContactConversations } from '#web/features/contacts/contacts-queries.ts';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { useNow } from '#web/lib/time/ticker.ts';

/** How PetBuddy itself confirms a booking to the customer; undefined if it does not, or is not known yet. */
export function useNoticeWay({ _id, email }: Contact): 'message' | 'mail' | undefined {
  const { data: settings } = useQuery(bookingSettingsQuery);
  const { data: [latest] = [] } = useContactConversations(_id);
  const now = useNow();
  if (settings?.customer_notices.message && latest && isOpen(latest, now)) return 'message';
  return settings?.customer_notices.mail && email !== null ? 'mail' : undefined;
}

/** Whether a message can be sent in the conversation now. */
const isOpen = ({ channel_health: health, text_limit: limit, reply_window: replyWindow }: Row, now: number): boolean =>
  health !== 'disconnected' &&
  health !== 'unverified' &&
  limit !== null &&
  (replyWindow === null || Date.parse(replyWindow.expires_at) > now);
