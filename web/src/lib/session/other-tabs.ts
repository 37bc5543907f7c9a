/** What tabs of one browser tell each other about the log-in. */
export type SessionMessage = { type: 'token'; token: string; expiresInSeconds: number } | { type: 'ended' };

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('pb-session');

/** Sends to the other tabs of this browser. */
export function tellOtherTabs(message: SessionMessage): void {
  channel?.postMessage(message);
}

/** Calls back with what other tabs send. */
export function onSessionMessage(listener: (message: SessionMessage) => void): void {
  channel?.addEventListener('message', ({ data }: MessageEvent<SessionMessage>) => listener(data));
}
