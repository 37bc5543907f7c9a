import type { LoggedEvent, LoggedEventName, LoggedEvents, PassingEventName, PassingEvents } from './events.ts';

type AllEvents = LoggedEvents & PassingEvents;
type Handler = (payload: never) => void;

const handlers = new Map<string, Set<Handler>>();
const missedHandlers = new Set<() => void>();

/** Calls the handler with each event of this name. Handlers of the log must be merges: the same event twice does no harm. */
export function onEvent<N extends LoggedEventName | PassingEventName>(
  name: N,
  handler: (payload: AllEvents[N]) => void,
): () => void {
  const of = handlers.get(name) ?? new Set<Handler>();
  handlers.set(name, of.add(handler));
  return () => of.delete(handler);
}

/** Calls back when events were missed for good: what is shown must be read again. */
export function onMissedEvents(handler: () => void): () => void {
  missedHandlers.add(handler);
  return () => missedHandlers.delete(handler);
}

/** Hands an event to its handlers. One that throws is logged, and the data is read again; the log goes on. */
export function handleEvent({ name, payload }: Omit<LoggedEvent, 'seq'>): void {
  for (const handler of handlers.get(name) ?? []) {
    try {
      (handler as (payload: unknown) => void)(payload);
    } catch (error) {
      console.error(`the handler of ${name} failed`, error);
      handleMissedEvents();
    }
  }
}

/** Tells all that events were missed for good. */
export function handleMissedEvents(): void {
  for (const handler of missedHandlers) handler();
}
