export { DurableLimiter, type LimitRule } from './durable-limiter.js';
export { LimitsModule } from './limits.module.js';
