import { useUsers } from '#web/features/users/users-queries.ts';
import { onEvent } from '#web/lib/live/event-handlers.ts';
import type { PassingEvents } from '#web/lib/live/events.ts';
import { createStore, useStore } from '#web/lib/store.ts';

type Viewer = PassingEvents['presence:update']['viewers'][number];

/** Who looks at the conversation that is open here; others are not told of. */
const presence = createStore<PassingEvents['presence:update'] | null>(null);

/** Who else looks at the conversation, by the names that they have now. */
export function useViewers(conversationId: string, me: string): Viewer[] {
  const shown = useStore(presence);
  const users = useUsers() ?? [];
  if (shown?.conversationId !== conversationId) return [];
  const nameOf = ({ userId, name }: Viewer) => users.find(({ _id }) => _id === userId)?.full_name ?? name;
  return shown.viewers.filter(({ userId }) => userId !== me).map((viewer) => ({ ...viewer, name: nameOf(viewer) }));
}

/** Keeps the viewers as the events say. Call it once. */
export function followViewers(): void {
  onEvent('presence:update', (update) => presence.set(update));
}
