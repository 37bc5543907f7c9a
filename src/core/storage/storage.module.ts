import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { AppConfig } from '../config/index.js';
import { LocalStorage } from './local-storage.js';
import { parseS3Address } from './s3-address.js';
import { S3Storage } from './s3-storage.js';
import { UrlSigner } from './url-signer.js';
import { Storage } from './storage.js';
import { UploadService } from './upload.service.js';

const FILES_FOLDER = 'files';

function createStorage({ storageUrl, dataDir }: AppConfig): Storage {
  return storageUrl ? new S3Storage(parseS3Address(storageUrl)) : new LocalStorage(join(dataDir, FILES_FOLDER));
}

@Global()
@Module({
  providers: [
    {
      provide: Storage,
      inject: [AppConfig],
      useFactory: createStorage,
    },
    UrlSigner,
    { provide: UploadService, inject: [AppConfig], useFactory: (config: AppConfig) => new UploadService(config) },
  ],
  exports: [Storage, UrlSigner, UploadService],
})
export class StorageModule {}
