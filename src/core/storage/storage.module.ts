import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { AppConfig } from '../config/index.js';
import { LocalStorage } from './local-storage.js';
import { parseS3Address } from './s3-address.js';
import { S3Storage } from './s3-storage.js';
import { SignedUrls } from './signed-url.js';
import { Storage } from './storage.js';
import { Uploads } from './uploads.js';

/** Folder in DATA_DIR. */
const FILES_FOLDER = 'files';

function createStorage({ storageUrl, dataDir }: AppConfig): Storage {
  return storageUrl ? new S3Storage(parseS3Address(storageUrl)) : new LocalStorage(join(dataDir, FILES_FOLDER));
}

/** Makes the one Storage, its signed addresses and the place of unfinished uploads injectable everywhere. */
@Global()
@Module({
  providers: [
    {
      provide: Storage,
      inject: [AppConfig],
      useFactory: createStorage,
    },
    SignedUrls,
    { provide: Uploads, inject: [AppConfig], useFactory: (config: AppConfig) => new Uploads(config) },
  ],
  exports: [Storage, SignedUrls, Uploads],
})
export class StorageModule {}
