import { type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Throttle, ThrottlerGuard, type ThrottlerLimitDetail, type ThrottlerRequest } from '@nestjs/throttler';
import type { AuthenticatedRequest } from '../auth-guards/index.js';
import { AppConfig } from '../config/index.js';
import { AppError } from '../errors/index.js';
import { callerOf, ORDINARY_BUCKET, windowKey } from './ordinary-limit.js';

/** Counts a known caller by company and user, an unknown one by address; each answer says what is left. */
@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  @Inject(AppConfig)
  private readonly config!: AppConfig;

  /** A rule may take its limit from the configuration, which decorators can't see. */
  protected override handleRequest(props: ThrottlerRequest): Promise<boolean> {
    const targets = [props.context.getHandler(), props.context.getClass()];
    const limitOf = this.reflector.getAllAndOverride<ConfiguredLimit | undefined>(LIMIT, targets);
    return super.handleRequest(limitOf ? { ...props, limit: limitOf(this.config) } : props);
  }

  protected override shouldSkip(context: ExecutionContext): Promise<boolean> {
    return Promise.resolve(context.getType() !== 'http');
  }

  protected override getTracker(request: AuthenticatedRequest): Promise<string> {
    const { principal } = request;
    return Promise.resolve(principal ? callerOf(principal) : (request.ip ?? 'unknown'));
  }

  /** One bucket a caller for all ordinary routes; a route with a rule of its own has a bucket of its own. */
  protected override generateKey(context: ExecutionContext, tracker: string, name: string): string {
    const targets = [context.getHandler(), context.getClass()];
    const bucket = this.reflector.getAllAndOverride<string | undefined>(BUCKET, targets);
    return windowKey(name, bucket ?? ORDINARY_BUCKET, tracker);
  }

  protected override throwThrottlingException(_: ExecutionContext, detail: ThrottlerLimitDetail): Promise<void> {
    const seconds = Math.max(1, Math.ceil(detail.timeToBlockExpire));
    throw new AppError('RATE_LIMITED', 429, `Too many requests; try again in ${seconds} s`);
  }
}

/** Metadata of a route that has a bucket of its own. */
export const BUCKET = 'rate-limit:bucket';
const LIMIT = 'rate-limit:limit';

type ConfiguredLimit = (config: AppConfig) => number;

/** Puts the routes of a controller or a handler into a bucket with its own rule; `ttl` in milliseconds. */
export function RateLimit(
  bucket: string,
  rule: { limit: number | ConfiguredLimit; ttl: number },
): ClassDecorator & MethodDecorator {
  return (target: object, key?: string | symbol, descriptor?: PropertyDescriptor): void => {
    const routes = (descriptor?.value as object | undefined) ?? target;
    const { limit, ttl } = rule;
    Reflect.defineMetadata(BUCKET, bucket, routes);
    if (typeof limit === 'function') Reflect.defineMetadata(LIMIT, limit, routes);
    const fixed = typeof limit === 'number' ? { limit, ttl } : { ttl };
    Throttle({ default: fixed })(target as never, key as never, descriptor as never);
  };
}
