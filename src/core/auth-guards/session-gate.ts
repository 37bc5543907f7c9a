/**
 * Port to the log-in sessions: an access token is good only while its session lives. The auth module provides it;
 * it answers from memory most of the time, since every request asks.
 */
export abstract class SessionGate {
  /** @returns false once the session was logged out, revoked or its user disabled */
  abstract isLive(sessionId: string): Promise<boolean>;

  /** The same, read afresh: for whoever cannot be told of a session that ended in another process. */
  abstract isLiveNow(sessionId: string): Promise<boolean>;
}
