const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The pause before each attempt, milliseconds. */
export const ATTEMPT_DELAYS_MS: readonly number[] = [
  0,
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
];

export const ATTEMPT_TIMEOUT_MS = 15 * SECOND_MS;

/** The rest of a response is not kept. */
export const MAX_RESPONSE_BYTES = 2_048;

/** A delivery keeps only its newest attempts. */
export const MAX_KEPT_ATTEMPTS = 20;

/** An endpoint whose attempts all failed for this time is switched off. */
export const DISABLE_AFTER_MS = 5 * DAY_MS;

export const KEEP_DELIVERIES_MS = 30 * DAY_MS;

/** The previous secret signs, too, for this time after a rotation. */
export const ROTATION_MS = DAY_MS;

export const MAX_ENDPOINTS = 20;
