/** Limits and times of Meta's webhooks. */

/** Above Meta's own limit of one delivery (3 MB at WhatsApp): a cut body would fail its signature for ever. */
export const MAX_DELIVERY_BYTES = 3 * 1024 * 1024;
export const BODY_TIMEOUT_MS = 5_000;

/** Per process, and far above what Meta sends: one address must not take all the time of a process. */
export const WEBHOOK_LIMIT_PER_ADDRESS = 600_000;
export const WEBHOOK_LIMIT_WINDOW_MS = 60_000;
