import { applyDecorators, Header } from '@nestjs/common';
import { Public } from '../../../core/auth-guards/index.js';
import type { AppConfig } from '../../../core/config/index.js';
import { RateLimit } from '../../../core/http/index.js';

const MINUTE_MS = 60_000;

/** Limits of one address per minute, as shares of the limit of a known caller. */
const SHARES = { read: 1 / 5, write: 1 / 20, confirm: 1 / 60 } as const;

/** A public route: limited by address, never cached or indexed. */
export const VisitorRoute = (what: keyof typeof SHARES): MethodDecorator =>
  applyDecorators(
    Public(),
    RateLimit(`public-booking-${what}`, {
      limit: ({ rateLimitPerMinute }: AppConfig) => Math.max(1, Math.ceil(rateLimitPerMinute * SHARES[what])),
      ttl: MINUTE_MS,
      by: 'address',
    }),
    Header('cache-control', 'no-store'),
    Header('x-robots-tag', 'noindex'),
  );
