import { Global, Module } from '@nestjs/common';
import { AppConfig } from '../config/index.js';
import { KeyedHasher } from './keyed-hasher.js';
import { SecretBox } from './secret-box.js';
import { SecretResealer } from './secret-resealer.js';

const secretBox = {
  provide: SecretBox,
  inject: [AppConfig],
  useFactory: (config: AppConfig) => new SecretBox(config.encryptionKeys),
};

@Global()
@Module({ providers: [secretBox, KeyedHasher, SecretResealer], exports: [SecretBox, KeyedHasher] })
export class SecurityModule {}
