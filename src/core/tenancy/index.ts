export { BatchedLookup } from './batched-lookup.js';
export { ChangeCounter } from './change-counter.js';
export {
  CompanyScope,
  distinctIds,
  type IdLike,
  SYSTEM_REASONS,
  systemComment,
  type SystemReason,
  toObjectId,
} from './company-scope.js';
export { assertVersion, atVersion, type HasRevision, versionMismatch, versionOf } from './document-version.js';
export {
  DEFAULT_PAGE_SIZE,
  encodeCursor,
  decodeCursor,
  keysetFilter,
  type KeysetOrder,
  OLDEST_FIRST,
  keysetSort,
  MAX_PAGE_SIZE,
  type Page,
  type PageRequest,
  toPage,
} from './page.js';
export { type Durability, type ScopedUpdate, TenantCollection } from './tenant-collection.js';
export { QUERY_TIMEOUT_MS, TenantRepository } from './tenant.repository.js';
export {
  platformSchema,
  type StoredDocument,
  tenancyOf,
  type TenantDocument,
  type TenantOwned,
  tenantSchema,
} from './tenant-schema.js';
export { TenantWallError } from './tenant-rules.js';
export { type VersionedDocument, VersionedRepository } from './versioned.repository.js';
export { WireProbe, type WireViolation } from './wire-probe.js';
