import { Global, Module } from '@nestjs/common';
import { AppConfig } from '../config/index.js';
import { KeyedHash } from './keyed-hash.js';
import { SecretBox } from './secret-box.js';
import { SecretRotation } from './secret-rotation.js';

const secretBox = {
  provide: SecretBox,
  inject: [AppConfig],
  useFactory: (config: AppConfig) => new SecretBox(config.encryptionKeys),
};

/** Makes the SecretBox and the KeyedHash of the configured keys injectable everywhere. */
@Global()
@Module({ providers: [secretBox, KeyedHash, SecretRotation], exports: [SecretBox, KeyedHash] })
export class SecurityModule {}
