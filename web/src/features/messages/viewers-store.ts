import { useUsers } from '#web/features/users/users-queries.ts';
import { onEvent } from '#web/lib/live/event-handlers.ts';
import type { PassingEvents } from '#web/lib/live/events.ts';
import { createStore, useStore } from '#web/lib/store.ts';

type Viewer = PassingEvents['presence:update']['viewers'][number];

/** The viewers of the open conversation. The server does not report those of other conversations. */
const presence = createStore<PassingEvents['presence:update'] | null>(null);

/** The other viewers of the conversation, with their current names. */
export function useViewers(conversationId: string, me: string): Viewer[] {
  const shown = useStore(presence);
  const users = useUsers() ?? [];
  if (shown?.conversationId !== conversationId) return [];
  const nameOf = ({ userId, name }: Viewer) => users.find(({ _id }) => _id === userId)?.full_name ?? name;
  return shown.viewers.filter(({ userId }) => userId !== me).map((viewer) => ({ ...viewer, name: nameOf(viewer) }));
}

/** Updates the viewers by live events. Call it once. */
export function followViewers(): void {
  onEvent('presence:update', (update) => presence.set(update));
}
