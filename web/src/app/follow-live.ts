import { followChannels } from '#web/features/channels/channels-queries.ts';
import { followInbox } from '#web/features/conversations/inbox-live.ts';
import { followThreads } from '#web/features/messages/messages-queries.ts';

/** Connects the features' stores to the live events, once for the life of the page. */
export function followLive(): void {
  followChannels();
  followInbox();
  followThreads();
}
