/** Limits and times of the inbound queue. */

/** A source is told that storing failed after this time, so that it sends again. Meta hangs up after 20 s. */
export const INSERT_BUDGET_MS = 2_000;
/** Items that may wait for the database. More are refused at once, so that they do not fill the memory. */
export const MAX_WAITING_ITEMS = 20_000;
export const INSERT_BATCH = 500;

/** Groups of lanes; more than the processes that may share the work, few enough to share leases. */
export const PARTITIONS = 64;
/** Partitions one process works on at a time. */
export const PARTITION_CONCURRENCY = 8;
/** Customers of one partition worked on at a time. */
export const LANE_CONCURRENCY = 8;
/** Due events looked at in one go, and most events loaded of their lanes. */
export const DUE_BATCH = 500;
export const LANE_BATCH = 500;

/** Starts of one event before it is parked; with the pauses between them they take about an hour. */
export const MAX_ATTEMPTS = 13;
/** So many failures hold up the customer's later events, for about four minutes; from then on those go ahead. */
export const HOLDING_ATTEMPTS = 7;
/** Starts that ended with their process before an event is parked: it may be what kills processes. */
export const MAX_DEATHS = 5;
export const RETRY_BASE_MS = 2_000;
export const RETRY_CAP_MS = 900_000;
/** Pause after the second attempt that ended with its process; doubled with each further one. */
export const DEATH_PAUSE_MS = 2_000;
/** A status may overtake the answer of the send it speaks of; so long it is tried again. */
export const STATUS_PARK_MS = 60_000;
export const STATUS_RETRY_MS = 2_000;

/** Looks for events without a signal: from other processes, after a crash, or due again. */
export const SWEEP_INTERVAL_MS = 3_000;
/** A partition another process works on is looked at again after this. */
export const BUSY_RETRY_MS = 250;

/** Looks for events to reopen, in case a process ended between a proof and the job for it. */
export const REOPEN_INTERVAL_MS = 15_000;

export const RETENTION_DAYS = 30;
export const RETENTION_INTERVAL_MS = 3_600_000;
