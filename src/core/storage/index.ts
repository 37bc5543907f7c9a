export { assertStorageKey, newStorageKey, Storage, type StoredFile } from './storage.js';
export { SignedUrls } from './signed-url.js';
export { StorageModule } from './storage.module.js';
