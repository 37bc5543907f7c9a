/** The limits of calls that flows make to other systems. */
export const CALL_TIMEOUT_MS = 8_000;
export const CONNECT_TIMEOUT_MS = 3_000;
export const MAX_ANSWER_BYTES = 256 * 1024;
/** An answer that is not JSON is cut here. */
export const MAX_TEXT_BYTES = 8 * 1024;
export const MAX_JSON_DEPTH = 20;
export const MAX_REDIRECTS = 3;
/** As in `URL.port`: 443 and 8443. */
export const PORTS = ['', '8443'] as const;
/** Of one company. */
export const CALLS_PER_MINUTE = { max: 60, windowMs: 60_000 } as const;
/** In a row, of one company and host. */
export const FAILURES_TO_OPEN = 5;
export const OPEN_FOR_MS = 60_000;
