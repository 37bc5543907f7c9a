import { useQuery } from '@tanstack/react-query';
import { bookingSettingsQuery } from '#web/features/booking-settings/booking-settings-queries.ts';
import { type Contact, useContactConversations } from '#web/features/contacts/contacts-queries.ts';
import { useNow } from '#web/lib/time/ticker.ts';
import { type NoticeWay, noticeWayOf } from './notice-way.ts';

/** How PetBuddy itself confirms a booking to the customer; undefined if it does not, or is not known yet. */
export function useNoticeWay({ _id, email }: Contact): NoticeWay | undefined {
  const { data: settings } = useQuery(bookingSettingsQuery);
  const { data: [latest] = [] } = useContactConversations(_id);
  return noticeWayOf({ settings, email, latest, now: useNow() });
}
