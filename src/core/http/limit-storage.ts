import { Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { ThrottlerStorage } from '@nestjs/throttler';
import { Redis } from 'ioredis';
import {
  type IRateLimiterOptions,
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';

const MS_PER_SECOND = 1_000;
const KEY_PREFIX = 'petbuddy:limit';
/** A Redis that hangs must not hold up every request. */
const COMMAND_TIMEOUT_MS = 250;
const MAX_RECONNECT_PAUSE_MS = 5_000;

type Hit = Awaited<ReturnType<ThrottlerStorage['increment']>>;

/** Counters in Redis for all processes, or else in this process. While Redis is away each process counts for itself. */
export class LimitStorage implements ThrottlerStorage, OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(LimitStorage.name);
  private readonly limiters = new Map<string, RateLimiterAbstract>();
  private readonly redis: Redis | undefined;

  constructor(redisUrl: string | undefined) {
    if (redisUrl) this.redis = this.clientOf(redisUrl);
  }

  /** In the background: a request never waits for the connection. */
  onModuleInit(): void {
    this.redis?.connect().catch(() => undefined);
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }

  /**
   * @param ttl length of a window, milliseconds
   * @param blockDuration how long a caller over the limit is refused, milliseconds
   * @returns times in seconds
   */
  async increment(key: string, ttl: number, limit: number, blockDuration: number): Promise<Hit> {
    const { isBlocked, state } = await take(this.limiterFor(ttl, limit, blockDuration), key);
    const seconds = Math.ceil(state.msBeforeNext / MS_PER_SECOND);
    return {
      totalHits: state.consumedPoints,
      timeToExpire: seconds,
      isBlocked,
      timeToBlockExpire: isBlocked ? seconds : 0,
    };
  }

  private limiterFor(ttl: number, limit: number, blockDuration: number): RateLimiterAbstract {
    const rule = `${ttl}:${limit}:${blockDuration}`;
    const known = this.limiters.get(rule);
    if (known) return known;
    const limiter = this.makeLimiter({
      keyPrefix: KEY_PREFIX,
      points: limit,
      duration: ttl / MS_PER_SECOND,
      blockDuration: blockDuration / MS_PER_SECOND,
    });
    this.limiters.set(rule, limiter);
    return limiter;
  }

  private makeLimiter(options: IRateLimiterOptions): RateLimiterAbstract {
    const own = new RateLimiterMemory(options);
    if (!this.redis) return own;
    return new RateLimiterRedis({
      ...options,
      storeClient: this.redis,
      rejectIfRedisNotReady: true,
      insuranceLimiter: own,
    });
  }

  private clientOf(redisUrl: string): Redis {
    const redis = new Redis(redisUrl, {
      lazyConnect: true,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: COMMAND_TIMEOUT_MS,
      disconnectTimeout: COMMAND_TIMEOUT_MS,
      retryStrategy: (tries) => Math.min(tries * COMMAND_TIMEOUT_MS, MAX_RECONNECT_PAUSE_MS),
    });
    redis.on('error', (error: Error) => this.logger.warn(`redis: ${error.message}`));
    return redis;
  }
}

async function take(limiter: RateLimiterAbstract, key: string): Promise<{ isBlocked: boolean; state: RateLimiterRes }> {
  try {
    return { isBlocked: false, state: await limiter.consume(key) };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { isBlocked: true, state: refusal };
  }
}
