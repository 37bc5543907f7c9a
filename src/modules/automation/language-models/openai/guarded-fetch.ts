import { type AllowedHosts, callOnce } from '../../../../core/outbound/index.js';

/** A model that thinks may need most of this; a customer waits no longer. */
export const MODEL_TIMEOUT_MS = 20_000;
const CONNECT_TIMEOUT_MS = 3_000;
const MAX_ANSWER_BYTES = 1024 * 1024;
/** The empty string is 443. */
const PORTS = ['', '8443'];

/**
 * `fetch` for addresses that a company has entered: https to public hosts, or a host that the operator allows; no redirects.
 * Its error is that of `callOnce`.
 */
export function guardedFetch(allowed: AllowedHosts, maxAnswerBytes = MAX_ANSWER_BYTES): typeof fetch {
  return async (input, init = {}) => {
    const { status, contentType, body } = await callOnce(String(input instanceof Request ? input.url : input), {
      method: init.method ?? 'GET',
      headers: Object.fromEntries(new Headers(init.headers)),
      ...(typeof init.body === 'string' && { body: init.body }),
      timeoutMs: MODEL_TIMEOUT_MS,
      connectTimeoutMs: CONNECT_TIMEOUT_MS,
      maxBodyBytes: maxAnswerBytes,
      maxRedirects: 0,
      ports: PORTS,
      allowed,
      ...(init.signal && { signal: init.signal }),
    });
    return new Response(new Uint8Array(body), {
      status,
      ...(contentType !== undefined && { headers: { 'content-type': contentType } }),
    });
  };
}
