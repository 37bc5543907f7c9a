import { callAttention } from '#web/features/conversations/attention.ts';
import { followInbox } from '#web/features/conversations/inbox-live.ts';
import { followUsers } from '#web/features/users/users-live.ts';

/** Connects the stores of the first screens to the live events. Features of later chunks do so when they are loaded. */
export function followLive(): void {
  followInbox();
  followUsers();
  callAttention();
}
