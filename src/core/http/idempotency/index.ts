export { documentIdempotencyKey } from './document-idempotency-key.js';
export { type Answer, assertIdempotencyKey, IdempotencyService, type IdempotentCall } from './idempotency.service.js';
export { eraseCredentials } from './erase-credentials.migration.js';
export { IDEMPOTENCY_KEY_HEADER, REPLAYED_HEADER } from './idempotency.interceptor.js';
export { IdempotencyModule } from './idempotency.module.js';
export { WithoutIdempotency } from './without-idempotency.decorator.js';
