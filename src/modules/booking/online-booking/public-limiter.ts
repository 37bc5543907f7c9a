import { Inject, Injectable } from '@nestjs/common';
import { ThrottlerStorage } from '@nestjs/throttler';
import { AppConfig } from '../../../core/config/index.js';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { tooManyCodes } from './public.errors.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Shares of all visitors of a company: more than the limit of one address, so one address cannot use them up. */
const HOLDS_SHARE = 1 / 2;
const WAITS_SHARE = 1 / 4;
const CODES_SHARE = 1 / 20;
/** Counted over all companies: no company sees the codes of others. */
const MAX_CODES_TO_ADDRESS_AN_HOUR = 10;

/** Limits all visitors together: per company, and per mail address and phone. With REDIS_URL processes share the counters. */
@Injectable()
export class PublicLimiter {
  constructor(
    @Inject(ThrottlerStorage) private readonly windows: ThrottlerStorage,
    private readonly config: AppConfig,
  ) {}

  async takeHold(scope: CompanyScope): Promise<void> {
    const wait = await this.take(`holds:${scope.id}`, this.shareOf(HOLDS_SHARE), MINUTE_MS);
    if (wait > 0) throw busy(wait);
  }

  async takeWait(scope: CompanyScope): Promise<void> {
    const wait = await this.take(`waits:${scope.id}`, this.shareOf(WAITS_SHARE), MINUTE_MS);
    if (wait > 0) throw busy(wait);
  }

  /** @param address fingerprint of a mail address or phone @throws AppError TOO_MANY_CODES | RATE_LIMITED */
  async takeCode(scope: CompanyScope, address: string): Promise<void> {
    const waitForAddress = await this.take(`codes-to:${address}`, MAX_CODES_TO_ADDRESS_AN_HOUR, HOUR_MS);
    if (waitForAddress > 0) throw tooManyCodes(waitForAddress);
    const wait = await this.take(`codes:${scope.id}`, this.shareOf(CODES_SHARE), MINUTE_MS);
    if (wait > 0) throw busy(wait);
  }

  /** @returns seconds to wait; 0 if allowed now */
  private async take(what: string, limit: number, ttl: number): Promise<number> {
    const bucket = 'public-booking';
    const hit = await this.windows.increment(`${bucket}:${what}`, ttl, limit, ttl, bucket);
    return hit.isBlocked ? Math.max(1, hit.timeToBlockExpire) : 0;
  }

  private shareOf(share: number): number {
    return Math.max(1, Math.ceil(this.config.rateLimitPerMinute * share));
  }
}

const busy = (waitSeconds: number): AppError =>
  new AppError('RATE_LIMITED', 429, 'Too many requests; try again in a minute', undefined, waitSeconds);
