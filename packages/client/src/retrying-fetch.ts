import type { Token, TokenSource } from './credentials.js';

export interface RetryOptions {
  /** How often a request is repeated after 429 or 503. */
  readonly retries: number;
  /** If the server asks for a longer pause, the call fails at once. */
  readonly maxPauseMs: number;
}

const MS_PER_SECOND = 1_000;
const FIRST_PAUSE_MS = 500;
const [UNAUTHORIZED, TOO_MANY_REQUESTS, UNAVAILABLE] = [401, 429, 503];

/**
 * A fetch that adds the token, renews one that has expired, and repeats a request after 429 and 503. A POST has an
 * Idempotency-Key, so that a repetition has no second effect.
 */
export function retryingFetch(
  tokens: TokenSource,
  send: typeof fetch,
  { retries, maxPauseMs }: RetryOptions,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method === 'POST' && !request.headers.has('idempotency-key')) {
      request.headers.set('idempotency-key', crypto.randomUUID());
    }
    for (let attempt = 0; ; attempt++) {
      const response = await sendWithToken(request, tokens, send);
      const pauseMs = pauseBeforeRetry(response, attempt);
      if (pauseMs === undefined || attempt >= retries || pauseMs > maxPauseMs) return response;
      await response.body?.cancel();
      await pause(pauseMs, request.signal);
    }
  };
}

async function sendWithToken(request: Request, tokens: TokenSource, send: typeof fetch): Promise<Response> {
  const token = await tokens.current();
  const response = await sendAs(token, request, send);
  if (response.status !== UNAUTHORIZED) return response;
  const renewed = await tokens.renewed(token);
  if (renewed === undefined) return response;
  await response.body?.cancel();
  return sendAs(renewed, request, send);
}

function sendAs({ accessToken }: Token, request: Request, send: typeof fetch): Promise<Response> {
  const attempt = request.clone();
  attempt.headers.set('authorization', `Bearer ${accessToken}`);
  return send(attempt);
}

/** Milliseconds; undefined if the request must not be repeated. */
function pauseBeforeRetry({ status, headers }: Response, attempt: number): number | undefined {
  if (status !== TOO_MANY_REQUESTS && status !== UNAVAILABLE) return undefined;
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * MS_PER_SECOND : FIRST_PAUSE_MS * 2 ** attempt;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const stop = (): void => {
      clearTimeout(timer);
      fail(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      done();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
