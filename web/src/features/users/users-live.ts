import { onEvent } from '#web/lib/live/event-handlers.ts';
import { invalidateSoon } from '#web/lib/live/invalidate-soon.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { meQuery } from '#web/lib/session/session.ts';
import type { User } from './users-queries.ts';
import { usersQuery } from './users-queries.ts';

/** Reads the colleagues, and the own profile, again when one of them changes. Call it once. */
export function followUsers(): void {
  onEvent('user:updated', ({ userId }) => {
    invalidateSoon(usersQuery.queryKey);
    if (queryClient.getQueryData<User>(meQuery.queryKey)?._id === userId) invalidateSoon(meQuery.queryKey);
  });
}
