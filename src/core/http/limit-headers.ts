import type { ServerResponse } from 'node:http';
import { AppError } from '../errors/index.js';

interface LimitState {
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

/** CORS exposes them to browsers (see `exposedHeaders`). */
export const LIMIT_HEADERS = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'] as const;

export function setLimitHeaders(response: ServerResponse, { limit, remaining, resetSeconds }: LimitState): void {
  const values = [limit, Math.max(0, remaining), Math.ceil(resetSeconds)];
  for (const [index, header] of LIMIT_HEADERS.entries()) response.setHeader(header, String(values[index]));
}

/** @param waitSeconds sent as Retry-After */
export function rateLimited(waitSeconds: number): AppError {
  const seconds = Math.max(1, Math.ceil(waitSeconds));
  return new AppError('RATE_LIMITED', 429, `Too many requests; try again in ${seconds} seconds`, undefined, seconds);
}
