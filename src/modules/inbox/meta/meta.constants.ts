/** Meta's own limit is 3 MB; a cut body would fail its signature for ever. */
export const MAX_DELIVERY_BYTES = 3 * 1024 * 1024;
export const BODY_TIMEOUT_MS = 5_000;

/** For each process, and far above Meta's traffic. */
export const WEBHOOK_LIMIT_PER_ADDRESS = 600_000;
export const WEBHOOK_LIMIT_WINDOW_MS = 60_000;
