/**
 * Name -> payload of the events for sockets. Modules add theirs by declaration merging in their `x.events.ts`;
 * {@link RealtimeService.publish} adds the `seq`.
 */
export interface ServerEventMap {
  'session:ready': { seq: number; userId: string; companyId: string };
  /** `code` says why the connection is about to be closed. */
  'session:ended': { code: string };
  /** In place of an event of the log that the role of the client may not see. */
  seq: { seq: number };
  /** The process is about to end: reconnect after a random part of this time (milliseconds). */
  'server:draining': { reconnectWithinMs: number };
}
