/** A delivery names its files by address, so it is small. */
export const MAX_DELIVERY_BYTES = 3 * 1024 * 1024;
export const BODY_TIMEOUT_MS = 5_000;
/** For each process; one server of many companies stays far below. */
export const WEBHOOK_LIMIT_PER_ADDRESS = 60_000;
export const WEBHOOK_LIMIT_WINDOW_MS = 60_000;

/** A server repeats a delivery for minutes, so an older one is a replay. */
export const MAX_EVENT_AGE_MS = 86_400_000;

/** The names of WAHA's states that PetBuddy acts on. A server may have others. */
export const SCAN_QR_CODE = 'SCAN_QR_CODE';
export const WORKING = 'WORKING';
export const STARTING = 'STARTING';
export const STOPPED = 'STOPPED';
/** PetBuddy's own word: the server does not have the session. */
export const MISSING = 'MISSING';

/** What PetBuddy subscribes to. `message.any` also has the messages that staff write on the phone. */
export const SUBSCRIBED_EVENTS = [
  'message.any',
  'message.ack',
  'message.reaction',
  'message.edited',
  'message.revoked',
  'session.status',
] as const;

/** WAHA takes no other names of sessions. */
export const SESSION_NAME = /^[A-Za-z0-9_-]{1,54}$/;
