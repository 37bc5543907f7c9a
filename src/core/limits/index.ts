export { DurableLimits, type LimitRule } from './durable-limits.js';
export { LimitsModule } from './limits.module.js';
