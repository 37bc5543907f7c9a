import { Global, Module } from '@nestjs/common';
import { AppConfig } from '../config/index.js';
import { SecretBox } from './secret-box.js';

const secretBox = {
  provide: SecretBox,
  inject: [AppConfig],
  useFactory: (config: AppConfig) => new SecretBox(config.encryptionKeys),
};

/** Makes the SecretBox of the configured keys injectable everywhere. */
@Global()
@Module({ providers: [secretBox], exports: [SecretBox] })
export class SecurityModule {}
