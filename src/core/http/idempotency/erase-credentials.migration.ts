import type { Migration } from '../../database/index.js';

const ERASED = 'erased';

/** Nothing writes keys of these routes any more; the sweep deletes the rest. */
export const eraseCredentials: Migration = {
  name: 'no Idempotency-Key keeps credentials',
  collection: 'idempotency_keys',
  old: { route: /^POST \/api\/v1\/auth\//, fingerprint: { $ne: ERASED } },
  guard: 'updated_at',
  changes: () => Promise.resolve(() => ({ $set: { fingerprint: ERASED, answer: null, expires_at: new Date(0) } })),
};
