import { normalizeIp, type ThrottlerStorage } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import type { AppConfig } from '../../config/index.js';
import { rateLimited, setLimitHeaders } from '../limit-headers.js';

const MINUTE_MS = 60_000;
const RULE = 'anonymous-bodies';

/** Limits the bodies that an address may send without a log-in, before any of them is read. */
export class AnonymousLimit {
  private readonly limit: number;

  constructor(
    private readonly storage: ThrottlerStorage,
    config: AppConfig,
  ) {
    this.limit = config.rateLimitAnonymousPerMinute;
  }

  /** @throws AppError RATE_LIMITED */
  async take(request: Request, response: Response): Promise<void> {
    const key = `${RULE}:${normalizeIp(request.ip ?? '')}`;
    const hit = await this.storage.increment(key, MINUTE_MS, this.limit, MINUTE_MS, RULE);
    if (!hit.isBlocked) return;
    setLimitHeaders(response, { limit: this.limit, remaining: 0, resetSeconds: hit.timeToBlockExpire });
    throw rateLimited(hit.timeToBlockExpire);
  }
}
