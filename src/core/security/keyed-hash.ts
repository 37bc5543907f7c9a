import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../core/config/index.js';

type Purpose = 'refresh-mac' | 'refresh-successor' | 'refresh-hash' | 'device' | 'attempts';

/** Keyed hashes under JWT_REFRESH_SECRET; the purpose keeps the value of one use from being accepted in another. */
@Injectable()
export class AuthKeys {
  private readonly key: KeyObject;

  constructor(config: AppConfig) {
    this.key = createSecretKey(Buffer.from(config.jwtRefreshSecret, 'utf8'));
  }

  /** 32 bytes. Parts are length-prefixed, so that no two lists of parts hash alike. */
  digest(purpose: Purpose, ...parts: readonly (string | Buffer)[]): Buffer {
    const hmac = createHmac('sha256', this.key);
    for (const part of [purpose, ...parts]) {
      const bytes = Buffer.from(part as string);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      hmac.update(length).update(bytes);
    }
    return hmac.digest();
  }
}
