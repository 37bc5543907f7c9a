import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/index.js';

/** A value of one purpose is never accepted for another. */
export type HashPurpose =
  | 'refresh-mac'
  | 'refresh-successor'
  | 'refresh-hash'
  | 'device'
  | 'attempts'
  | 'idempotency'
  | 'mailbox'
  | 'waha-session';

/** Hashes under JWT_REFRESH_SECRET, so that a reader of the database cannot test guesses. */
@Injectable()
export class KeyedHasher {
  private readonly key: KeyObject;

  constructor(config: AppConfig) {
    this.key = createSecretKey(Buffer.from(config.jwtRefreshSecret, 'utf8'));
  }

  /** 32 bytes. Parts are length-prefixed, so that no two lists of parts hash alike. */
  digest(purpose: HashPurpose, ...parts: readonly (string | Buffer)[]): Buffer {
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
