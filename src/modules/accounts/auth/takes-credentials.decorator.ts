import { applyDecorators } from '@nestjs/common';
import { Public } from '../../../core/auth-guards/index.js';
import type { AppConfig } from '../../../core/config/index.js';
import { RateLimit } from '../../../core/http/index.js';

const QUARTER_OF_AN_HOUR_MS = 15 * 60_000;

/**
 * For a public route that takes a password or a mailed link; they share one bucket for each address. Refreshes do not count:
 * their tokens cannot be guessed, and a browser refreshes with each load of a page.
 */
export const TakesCredentials = (): MethodDecorator =>
  applyDecorators(
    Public(),
    RateLimit('auth', {
      limit: (config: AppConfig) => config.rateLimitAuthPer15Minutes,
      ttl: QUARTER_OF_AN_HOUR_MS,
      by: 'address',
    }),
  );
