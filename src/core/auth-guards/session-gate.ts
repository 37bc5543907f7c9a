/**
 * Port to the log-in sessions, provided by the auth module. It mostly answers from memory, since every request asks.
 */
export abstract class SessionGate {
  /** @returns false after a log-out, a revocation, or when the user is disabled */
  abstract isLive(sessionId: string): Promise<boolean>;

  /** Like {@link isLive}, but read from the database: another process may have ended the session. */
  abstract isLiveNow(sessionId: string): Promise<boolean>;
}
