export {
  assertStorageKey,
  type ByteRange,
  type FileFacts,
  type FileOnDisk,
  newStorageKey,
  Storage,
  type StoredFile,
} from './storage.js';
export { UrlSigner } from './url-signer.js';
export { StorageModule } from './storage.module.js';
export { type RunningUpload, UploadService } from './upload.service.js';
