/** Name -> payload. Modules add theirs by declaration merging in their `x.events.ts`. */
export interface EventMap {
  /** Log-ins have ended: their sockets are closed and their tokens refused. */
  'sessions.ended': { sessionIds: readonly string[] };
  /** The log of the company has a new event. */
  'event.logged': { companyId: string };
}
