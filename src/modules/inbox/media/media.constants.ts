const MIB = 1024 * 1024;

/** Meta's own limits. */
export const MAX_FILE_BYTES = 25 * MIB;
export const MAX_IMAGE_BYTES = 8 * MIB;
/** The largest document that WhatsApp lets a customer send. */
export const MAX_RECEIVED_DOCUMENT_BYTES = 100 * MIB;

/** A picture of a customer; the platforms send some 20 KB. */
export const MAX_PICTURE_BYTES = 2 * MIB;
export const PICTURE_TIMEOUT_MS = 20_000;

export const FETCH_TIMEOUT_MS = 120_000;
/** Of all files of one message. */
export const FETCH_JOB_TIMEOUT_MS = 180_000;

export const PENDING_SWEEP_INTERVAL_MS = 300_000;
export const PENDING_SWEEP_AGE_MS = 300_000;
export const PENDING_SWEEP_BATCH = 200;
/** The provider's addresses have expired by then. */
export const PENDING_EXPIRY_MS = 86_400_000;

/** The upload must become part of a message in this time; the message keeps the file. */
export const UPLOAD_URL_LIFE_MS = 86_400_000;
