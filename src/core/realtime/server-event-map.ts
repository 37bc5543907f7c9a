/**
 * Name -> payload of every event the server sends to sockets; features add theirs by declaration merging in their
 * `x.events.ts`. The `seq` of a logged event is added by {@link RealtimeService.publish}.
 */
export interface ServerEventMap {
  /** First event of a connection: where the company's event sequence stands. */
  'session:ready': { seq: number; userId: string; companyId: string };
  /** The connection is about to be closed; `code` says why. */
  'session:ended': { code: string };
  /** Stands for an event of the log that the role of the client may not see. */
  seq: { seq: number };
  /** The process is about to end: come back, to whichever answers, after a random part of this time (milliseconds). */
  'server:draining': { reconnectWithinMs: number };
}
