import type { ServerResponse } from 'node:http';
import type { ThrottlerModuleOptions, ThrottlerStorage } from '@nestjs/throttler';
import type { Principal } from '../auth-guards/index.js';
import type { AppConfig } from '../config/index.js';
import { setLimitHeaders } from './limit-headers.js';
import { LimitStorage } from './limit-storage.js';

const MINUTE_MS = 60_000;
const RULE = 'default';
/** The bucket of all routes without a rule of their own. */
export const ORDINARY_BUCKET = 'api';

export function rateLimitOptions(config: AppConfig): ThrottlerModuleOptions {
  return {
    throttlers: [{ name: RULE, ttl: MINUTE_MS, limit: config.rateLimitPerMinute }],
    storage: new LimitStorage(config.redisUrl),
  };
}

export function callerOf({ companyId, userId }: Principal): string {
  return `${companyId}:${userId}`;
}

export function windowKey(rule: string, bucket: string, caller: string): string {
  return `${rule}:${bucket}:${caller}`;
}

/** The ordinary rule without the guard: the same counters and headers. */
export class OrdinaryLimit {
  private readonly limit: number;

  constructor(
    private readonly storage: ThrottlerStorage,
    config: AppConfig,
  ) {
    this.limit = config.rateLimitPerMinute;
  }

  /** @returns false, without a header, if the guard would refuse */
  async take(principal: Principal, response: ServerResponse): Promise<boolean> {
    const key = windowKey(RULE, ORDINARY_BUCKET, callerOf(principal));
    const hit = await this.storage.increment(key, MINUTE_MS, this.limit, MINUTE_MS, RULE);
    if (hit.isBlocked) return false;
    setLimitHeaders(response, {
      limit: this.limit,
      remaining: this.limit - hit.totalHits,
      resetSeconds: hit.timeToExpire,
    });
    return true;
  }
}
