/** Name -> payload of the events core itself knows; features add theirs by declaration merging in their `x.events.ts`. */
export interface EventMap {
  /** Log-ins ended (log-out, revocation, reset, disabled user): their sockets are closed and their tokens refused. */
  'sessions.ended': { sessionIds: readonly string[] };
}
