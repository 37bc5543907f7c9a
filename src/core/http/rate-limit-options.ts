import type { ThrottlerModuleOptions } from '@nestjs/throttler';
import type { AppConfig } from '../config/index.js';
import { LimitStorage } from './limit-storage.js';

const MINUTE_MS = 60_000;

/** Options of the throttler: every route has this rule unless it names one. */
export function rateLimitOptions(config: AppConfig): ThrottlerModuleOptions {
  return {
    throttlers: [{ name: 'default', ttl: MINUTE_MS, limit: config.rateLimitPerMinute }],
    storage: new LimitStorage(config.redisUrl),
  };
}
