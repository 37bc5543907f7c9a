export {
  assertStorageKey,
  type ByteRange,
  type FileFacts,
  newStorageKey,
  Storage,
  type StoredFile,
} from './storage.js';
export { SignedUrls } from './signed-url.js';
export { StorageModule } from './storage.module.js';
