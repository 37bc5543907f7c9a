import type { Reply } from '../http/exchange.ts';

const STATUS_NAMES: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ALREADY_EXISTS',
  412: 'FAILED_PRECONDITION',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
};

interface Place {
  domain?: string;
  locationType?: 'parameter' | 'header';
  location?: string;
}

/** An error of the Calendar API. */
export class GoogleRefusal extends Error {
  readonly code: number;
  readonly reason: string;
  readonly place: Place;

  constructor(code: number, reason: string, message: string, place: Place = {}) {
    super(message);
    this.code = code;
    this.reason = reason;
    this.place = place;
  }

  /** In the shape of Google. */
  reply(): Reply {
    const { code, reason, message, place } = this;
    const error = { domain: 'global', ...place, reason, message };
    const status = STATUS_NAMES[code];
    return { status: code, json: { error: { code, message, errors: [error], ...(status && { status }) } } };
  }
}

export const notFound = (): GoogleRefusal => new GoogleRefusal(404, 'notFound', 'Not Found');

export const invalid = (message: string, location?: string): GoogleRefusal =>
  new GoogleRefusal(400, 'invalid', message, location === undefined ? {} : { locationType: 'parameter', location });

/** What Google answers to too many calls, and when it fails itself. */
export function serviceRefusal(code: number, reason?: string): GoogleRefusal {
  if (code === 403) {
    const domain = 'usageLimits';
    return new GoogleRefusal(403, reason ?? 'rateLimitExceeded', 'Rate Limit Exceeded', { domain });
  }
  if (code === 429) return new GoogleRefusal(429, reason ?? 'rateLimitExceeded', 'Rate Limit Exceeded');
  if (code === 401) return new GoogleRefusal(401, 'authError', 'Invalid Credentials');
  if (code >= 500) return new GoogleRefusal(code, reason ?? 'backendError', 'Backend Error');
  return new GoogleRefusal(code, reason ?? 'invalid', 'Bad Request');
}
