export { CachedJson } from './cached-json.js';
export { accessLogMiddleware } from './access-log.middleware.js';
export { ApiErrors } from './api-errors.decorator.js';
export { BodyExample } from './body-example.decorator.js';
export type { LargeBodyRoute } from './bodies/body-parsers.js';
export { API_PREFIX, configureHttp, setApiPrefix } from './configure-app.js';
export { assertTrustedOrigin, csrfRefused } from './csrf.middleware.js';
export { csvFile, toCsv } from './csv.js';
export { documentErrors } from './document-errors.js';
export { documentPathParameters } from './document-path-parameters.js';
export { ErrorDto, PageQueryDto } from './dto.js';
export { EXAMPLE_IDS } from './example-ids.js';
export * from './fields/index.js';
export { type HotCall, type HotRoute, mountHotRoute } from './hot-route/index.js';
export {
  assertIdempotencyKey,
  documentIdempotencyKey,
  eraseCredentials,
  IdempotencyService,
  type IdempotentCall,
  IdempotencyModule,
  REPLAYED_HEADER,
  WithoutIdempotency,
} from './idempotency/index.js';
export { rateLimited, setLimitHeaders } from './limit-headers.js';
export { NoWebAddress } from './no-web-address.decorator.js';
export { rateLimitOptions } from './ordinary-limit.js';
export { ParseIdPipe } from './parse-id.pipe.js';
export { type BodyLimits, mountRawWebhook, type RawWebhook, readBody } from './raw-webhook/index.js';
export { RateLimit, RateLimitGuard } from './rate-limit.guard.js';
export { type UploadedFile, Upload, AcceptsUpload } from './upload.decorators.js';
export { DOCS_PATH, UnmatchedPathHandler } from './unmatched-path-handler.js';
export { ETAG_HEADER, IfMatch, TakesIfMatch, Versioned } from './version-tag.js';
export { setPagePolicy } from './content-security-policy.js';
export { webAppPage } from './web-app/web-app-files.js';
