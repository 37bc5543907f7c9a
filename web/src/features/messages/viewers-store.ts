import { onEvent } from '#web/lib/live/event-handlers.ts';
import type { PassingEvents } from '#web/lib/live/events.ts';
import { createStore, useStore } from '#web/lib/store.ts';

type Viewer = PassingEvents['presence:update']['viewers'][number];

/** Who looks at the conversation that is open here; others are not told of. */
const presence = createStore<PassingEvents['presence:update'] | null>(null);

/** Who else looks at the conversation. */
export function useViewers(conversationId: string, me: string): Viewer[] {
  const shown = useStore(presence);
  if (shown?.conversationId !== conversationId) return [];
  return shown.viewers.filter(({ userId }) => userId !== me);
}

/** Keeps the viewers as the events say. Call it once. */
export function followViewers(): void {
  onEvent('presence:update', (update) => presence.set(update));
}
