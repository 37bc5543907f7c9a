import { followCompany } from '#web/features/companies/companies-live.ts';
import { callAttention } from '#web/features/conversations/attention.ts';
import { followInbox } from '#web/features/conversations/inbox-live.ts';
import { followLabels } from '#web/features/conversations/labels-live.ts';
import { followUsers } from '#web/features/users/users-live.ts';

/** Connects the data of the first screens to live events. Other features connect theirs when their chunk is loaded. */
export function followLive(): void {
  followInbox();
  followLabels();
  followUsers();
  followCompany();
  callAttention();
}
