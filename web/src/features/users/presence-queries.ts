import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { onEvent, onMissedEvents } from '#web/lib/live/event-handlers.ts';
import { queryClient } from '#web/lib/query-client.ts';

type Presence = Schemas['PresenceDto'];

/** Who of the company is online, and when each person was last seen. */
export const presenceQuery = {
  queryKey: ['users', 'presence'] as const,
  queryFn: async (): Promise<Presence[]> => (await call(api.GET('/api/v1/users/presence'))).items,
  // Always stale, because live events are followed only while the page is open.
  staleTime: 0,
};

function setOnline(userId: string, online: boolean): void {
  queryClient.setQueryData<Presence[]>(presenceQuery.queryKey, (all) =>
    all?.map((one) => (one.user_id === userId ? { ...one, online, last_seen_at: new Date().toISOString() } : one)),
  );
}

/** Follows the live events of presence. Call it once. */
export function followPresence(): void {
  onEvent('user:online', ({ userId }) => setOnline(userId, true));
  onEvent('user:offline', ({ userId }) => setOnline(userId, false));
  onMissedEvents(() => void queryClient.invalidateQueries({ queryKey: presenceQuery.queryKey }));
}
