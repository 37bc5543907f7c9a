export { documentIdempotencyKey } from './document-idempotency-key.js';
export {
  type Answer,
  assertIdempotencyKey,
  fingerprintOf,
  Idempotency,
  type IdempotentCall,
  KEY_LIFE_MS,
  RUN_LEASE_MS,
} from './idempotency.js';
export { IDEMPOTENCY_KEY_HEADER, REPLAYED_HEADER } from './idempotency.interceptor.js';
export { IdempotencyModule } from './idempotency.module.js';
