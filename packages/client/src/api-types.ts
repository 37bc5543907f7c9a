export type { components, operations, paths, webhooks } from '../../../web/src/lib/api/api.gen.js';
