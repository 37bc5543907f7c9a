import { followAppointments } from '#web/features/appointments/appointments-live.ts';
import { callAttention } from '#web/features/conversations/attention.ts';
import { followContacts } from '#web/features/contacts/contacts-live.ts';
import { followInbox } from '#web/features/conversations/inbox-live.ts';
import { followServerDrafts } from '#web/features/messages/draft-sync.ts';
import { followDrafts } from '#web/features/messages/drafts.ts';
import { followThreads } from '#web/features/messages/messages-queries.ts';
import { followViewers } from '#web/features/messages/viewers-store.ts';

/** Connects the features' stores to the live events, once for the life of the page. */
export function followLive(): void {
  followInbox();
  followThreads();
  followViewers();
  followDrafts();
  followServerDrafts();
  callAttention();
  followContacts();
  followAppointments();
}
