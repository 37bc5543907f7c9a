export {
  acquireEmbeddedDatabase,
  SIDECAR_LINGER_MS,
  type EmbeddedDatabaseHandle,
  type EmbeddedDatabaseOptions,
  type SidecarExit,
} from './embedded-database.js';
export { EmbeddedDatabaseError } from './errors.js';
