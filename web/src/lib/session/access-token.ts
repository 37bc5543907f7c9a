import { onSessionMessage, tellOtherTabs } from './other-tabs.ts';
import { withTabLock } from './tab-lock.ts';

/** The part of a token's life after which it is renewed. */
const RENEW_AFTER = 0.8;
const REFRESH_URL = '/api/v1/auth/refresh';
const REFRESH_TIMEOUT_MS = 15_000;

/** Marks requests whose refresh token travels in the cookie. */
export const COOKIE_SESSION = { 'x-session': 'cookie' } as const;

interface Token {
  value: string;
  renewAt: number;
}

let current: Token | null = null;
let refreshing: Promise<string | null> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const tokenListeners = new Set<(token: string) => void>();
const endListeners = new Set<() => void>();

/** The access token; null while nobody is logged in. It is kept in memory alone. */
export const accessToken = (): string | null => current?.value ?? null;

/** The id of the user who is logged in; null while nobody is. */
export const userId = (): string | null => (current ? userOf(current.value) : null);

/** Calls back with each new token. */
export function onNewToken(listener: (token: string) => void): () => void {
  tokenListeners.add(listener);
  return () => tokenListeners.delete(listener);
}

/** Calls back when the log-in ends, here or in another tab. */
export function onSessionEnd(listener: () => void): () => void {
  endListeners.add(listener);
  return () => endListeners.delete(listener);
}

/** Takes the access token of a log-in or a refresh, and hands it to the other tabs. */
export function adoptToken(token: string, expiresInSeconds: number): void {
  take({ value: token, renewAt: Date.now() + expiresInSeconds * 1000 * RENEW_AFTER });
  tellOtherTabs({ type: 'token', token, expiresInSeconds });
}

/** Forgets the token in this tab, and in the others unless they said so themselves. */
export function forgetSession(byOtherTab = false): void {
  if (current === null) return;
  current = null;
  clearTimeout(timer);
  if (!byOtherTab) tellOtherTabs({ type: 'ended' });
  for (const listener of [...endListeners]) listener();
}

/**
 * A new access token by the refresh cookie, asked for once for all callers and all tabs.
 *
 * @param used the token that was refused; a newer one that is there already is answered as it is
 * @returns null where nobody is logged in
 * @throws TypeError where the server cannot be reached
 */
export function refreshAccessToken(used: string | null = accessToken()): Promise<string | null> {
  if (current && current.value !== used) return Promise.resolve(current.value);
  refreshing ??= withTabLock('pb-auth', async () => {
    // Another tab may have renewed it while this one waited for the lock.
    if (current && current.value !== used) return current.value;
    return askForToken();
  }).finally(() => (refreshing = null));
  return refreshing;
}

async function askForToken(): Promise<string | null> {
  const response = await fetch(REFRESH_URL, {
    method: 'POST',
    headers: COOKIE_SESSION,
    signal: AbortSignal.timeout(REFRESH_TIMEOUT_MS),
  });
  if (response.ok) {
    const { accessToken: token, expiresIn } = (await response.json()) as { accessToken: string; expiresIn: number };
    adoptToken(token, expiresIn);
    return token;
  }
  if (response.status >= 500 || response.status === 429) throw new TypeError(`refresh answered ${response.status}`);
  forgetSession();
  return null;
}

function take(token: Token): void {
  current = token;
  clearTimeout(timer);
  timer = setTimeout(() => void refreshAccessToken().catch(() => undefined), token.renewAt - Date.now());
  for (const listener of [...tokenListeners]) listener(token.value);
}

/** The id of the user whose token this is. */
function userOf(token: string): string {
  const payload = token.split('.')[1] ?? '';
  return (JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { sub: string }).sub;
}

onSessionMessage((message) => {
  if (message.type === 'ended') return forgetSession(true);
  // Tabs that show the log-in page stay there until their user acts.
  if (!current) return;
  // Another user has logged in: this tab reloads and shows their data.
  if (userOf(message.token) !== userOf(current.value)) return window.location.reload();
  take({ value: message.token, renewAt: Date.now() + message.expiresInSeconds * 1000 * RENEW_AFTER });
});
