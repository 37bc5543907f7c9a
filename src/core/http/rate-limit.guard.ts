import { type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Throttle, ThrottlerGuard, type ThrottlerLimitDetail, type ThrottlerRequest } from '@nestjs/throttler';
import type { Response } from 'express';
import type { AuthenticatedRequest } from '../auth-guards/index.js';
import { AppConfig } from '../config/index.js';
import { rateLimited, setLimitHeaders } from './limit-headers.js';
import { callerOf, ORDINARY_BUCKET, windowKey } from './ordinary-limit.js';

/** Counts a known caller by company and user, another one by address. */
@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  @Inject(AppConfig)
  private readonly config!: AppConfig;

  /** A rule may read its limit from the configuration, which decorators cannot. */
  protected override handleRequest(props: ThrottlerRequest): Promise<boolean> {
    const targets = [props.context.getHandler(), props.context.getClass()];
    const limitOf = this.reflector.getAllAndOverride<ConfiguredLimit | undefined>(LIMIT, targets);
    return super.handleRequest(limitOf ? { ...props, limit: limitOf(this.config) } : props);
  }

  protected override shouldSkip(context: ExecutionContext): Promise<boolean> {
    return Promise.resolve(context.getType() !== 'http');
  }

  /** An IPv6 address counts as its network, because one caller has many addresses in it. */
  protected override getTracker(request: AuthenticatedRequest, context?: ExecutionContext): Promise<string> {
    const { principal } = request;
    const targets = context ? [context.getHandler(), context.getClass()] : [];
    const isByAddress = this.reflector.getAllAndOverride<boolean | undefined>(BY_ADDRESS, targets);
    if (!principal || isByAddress) return super.getTracker(request);
    return Promise.resolve(callerOf(principal));
  }

  protected override generateKey(context: ExecutionContext, tracker: string, name: string): string {
    const targets = [context.getHandler(), context.getClass()];
    const bucket = this.reflector.getAllAndOverride<string | undefined>(BUCKET, targets);
    return windowKey(name, bucket ?? ORDINARY_BUCKET, tracker);
  }

  protected override throwThrottlingException(
    context: ExecutionContext,
    { limit, timeToBlockExpire }: ThrottlerLimitDetail,
  ): Promise<void> {
    const response = context.switchToHttp().getResponse<Response>();
    setLimitHeaders(response, { limit, remaining: 0, resetSeconds: timeToBlockExpire });
    throw rateLimited(timeToBlockExpire);
  }
}

export const BUCKET = 'rate-limit:bucket';
const LIMIT = 'rate-limit:limit';
const BY_ADDRESS = 'rate-limit:by-address';

type ConfiguredLimit = (config: AppConfig) => number;

interface RateLimitRule {
  limit: number | ConfiguredLimit;
  ttl: number;
  /** Counts callers with a token by address too, so that a token gives no more tries. */
  by?: 'address';
}

export function RateLimit(bucket: string, rule: RateLimitRule): ClassDecorator & MethodDecorator {
  return (target: object, key?: string | symbol, descriptor?: PropertyDescriptor): void => {
    const routes = (descriptor?.value as object | undefined) ?? target;
    const { limit, ttl, by } = rule;
    Reflect.defineMetadata(BUCKET, bucket, routes);
    if (by) Reflect.defineMetadata(BY_ADDRESS, true, routes);
    if (typeof limit === 'function') Reflect.defineMetadata(LIMIT, limit, routes);
    const fixed = typeof limit === 'number' ? { limit, ttl } : { ttl };
    Throttle({ default: fixed })(target as never, key as never, descriptor as never);
  };
}
