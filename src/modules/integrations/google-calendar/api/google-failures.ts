import { objectOf, objectsOf, textOf } from '../../../../core/json/index.js';

const QUOTA_REASONS = [
  'rateLimitExceeded',
  'userRateLimitExceeded',
  'quotaExceeded',
  'calendarUsageLimitsExceeded',
  'dailyLimitExceeded',
];
const [TOO_MANY, SERVER_ERROR] = [429, 500];

/** Google has refused a call. */
export class GoogleRefusal extends Error {
  constructor(
    readonly status: number,
    /** As Google says it, for example `fullSyncRequired` or `invalid_grant`. */
    readonly reason: string,
  ) {
    super(`Google answered with status ${status} (${reason})`);
    this.name = 'GoogleRefusal';
  }

  /** Whether the same call may succeed later. Throttling is 403 or 429, so the reason decides. */
  get isTemporary(): boolean {
    return this.status >= SERVER_ERROR || this.status === TOO_MANY || QUOTA_REASONS.includes(this.reason);
  }
}

/** The account must be connected again. */
export class GoogleAccessLost extends Error {
  constructor(
    /** Somebody has disconnected the account, so nothing can be changed in Google any more. */
    readonly isDisconnected = false,
  ) {
    super('Google does not accept the connection any more');
    this.name = 'GoogleAccessLost';
  }
}

export function isRefusal(error: unknown, ...statuses: number[]): error is GoogleRefusal {
  return error instanceof GoogleRefusal && statuses.includes(error.status);
}

/** Reads the reason of an error of the API or of the token endpoint. */
export function reasonOf(json: unknown): string {
  const { error } = objectOf(json);
  const [first] = objectsOf(objectOf(error)['errors']);
  return textOf(first?.['reason']) ?? textOf(error) ?? 'unknown';
}
