/** Then storing has failed, so that the source sends again. Meta hangs up after 20 s. */
export const INSERT_BUDGET_MS = 2_000;
/** More are refused at once, to save memory. */
export const MAX_WAITING_ITEMS = 20_000;
export const INSERT_BATCH = 500;

/** Groups of lanes: more than processes, and few enough to share leases. */
export const PARTITIONS = 64;
export const PARTITION_CONCURRENCY = 8;
export const LANE_CONCURRENCY = 8;
/** Also the most events that are loaded of their lanes. */
export const DUE_BATCH = 500;
export const LANE_BATCH = 500;

/** With the pauses between them they take about an hour. */
export const MAX_ATTEMPTS = 13;
/** The later events of the customer wait for about four minutes, then go ahead. */
export const HOLDING_ATTEMPTS = 7;
/** An event that may kill processes is parked. */
export const MAX_DEATHS = 5;
export const RETRY_BASE_MS = 2_000;
export const RETRY_CAP_MS = 900_000;
/** Doubled with each further attempt that ended with its process. */
export const DEATH_PAUSE_MS = 2_000;
/** A status may be faster than the answer of its send. */
export const STATUS_PARK_MS = 60_000;
export const STATUS_RETRY_MS = 2_000;
/** Meta repeats failed deliveries for hours, so an edit or removal may come long before its message. */
export const CHANGE_PARK_MS = 86_400_000;
/** The pause grows with the age: after an hour of waiting it is 15 minutes. */
export const CHANGE_RETRIES_PER_AGE = 4;

/** For events of other processes, after a crash, or due again. */
export const SWEEP_INTERVAL_MS = 3_000;
export const BUSY_RETRY_MS = 250;

/** In case a process ended between a proof and its job. */
export const REOPEN_INTERVAL_MS = 15_000;

export const RETENTION_DAYS = 30;
export const RETENTION_INTERVAL_MS = 3_600_000;
