import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { AppConfig } from '../config/index.js';
import { LocalStorage } from './local-storage.js';
import { SignedUrls } from './signed-url.js';
import { Storage } from './storage.js';

/** Folder in DATA_DIR. */
const FILES_FOLDER = 'files';

/** Makes the one Storage and its signed addresses injectable everywhere. */
@Global()
@Module({
  providers: [
    {
      provide: Storage,
      inject: [AppConfig],
      useFactory: (config: AppConfig): Storage => new LocalStorage(join(config.dataDir, FILES_FOLDER)),
    },
    SignedUrls,
  ],
  exports: [Storage, SignedUrls],
})
export class StorageModule {}
