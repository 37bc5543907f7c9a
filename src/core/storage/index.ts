export {
  assertStorageKey,
  type ByteRange,
  type FileFacts,
  type FileOnDisk,
  newStorageKey,
  Storage,
  type StoredFile,
} from './storage.js';
export { SignedUrls } from './signed-url.js';
export { StorageModule } from './storage.module.js';
export { type Upload, Uploads } from './uploads.js';
