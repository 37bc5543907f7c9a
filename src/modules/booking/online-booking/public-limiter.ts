import { Inject, Injectable } from '@nestjs/common';
import { ThrottlerStorage } from '@nestjs/throttler';
import { AppConfig } from '../../../core/config/index.js';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { tooManyCodes } from './public.errors.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/**
 * How much of what a known caller may do in a minute all visitors of a company together may do. Ten times and three times what
 * one address may (public-access.decorators.ts), so that no address alone can use up what is everybody's.
 */
const HOLDS_SHARE = 1 / 2;
const CODES_SHARE = 1 / 20;
/** From all companies together: none of them sees that the others write to it, too. */
const MAX_CODES_TO_ADDRESS_AN_HOUR = 10;

/**
 * Bounds what visitors from many addresses do together: for each company, so that a flood of one is not everybody's, and
 * for each mail address and phone. Counted where the rate limits are, so with REDIS_URL by all processes together.
 */
@Injectable()
export class PublicLimiter {
  constructor(
    @Inject(ThrottlerStorage) private readonly windows: ThrottlerStorage,
    private readonly config: AppConfig,
  ) {}

  /** @throws AppError RATE_LIMITED */
  async takeHold(scope: CompanyScope): Promise<void> {
    const wait = await this.take(`holds:${scope.id}`, this.shareOf(HOLDS_SHARE), MINUTE_MS);
    if (wait > 0) throw busy(wait);
  }

  /** @param address fingerprint of a mail address or phone @throws AppError TOO_MANY_CODES for the address | RATE_LIMITED */
  async takeCode(scope: CompanyScope, address: string): Promise<void> {
    const waitForAddress = await this.take(`codes-to:${address}`, MAX_CODES_TO_ADDRESS_AN_HOUR, HOUR_MS);
    if (waitForAddress > 0) throw tooManyCodes(waitForAddress);
    const wait = await this.take(`codes:${scope.id}`, this.shareOf(CODES_SHARE), MINUTE_MS);
    if (wait > 0) throw busy(wait);
  }

  /** @returns how many seconds to wait; 0 where it is allowed now */
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
  new AppError('RATE_LIMITED', 429, 'Too many people use this page now; try again in a minute', undefined, waitSeconds);
