import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/index.js';
import { isSameSecret } from '../security/index.js';
import { assertStorageKey } from './storage.js';

const PURPOSE = 'storage-url';
const FILES_PATH = '/api/v1/media/files';
const SAME_FOR_MS = 3_600_000;

/** Signs addresses of stored files. Whoever has an address may open the file until it expires. */
@Injectable()
export class UrlSigner {
  constructor(private readonly config: AppConfig) {}

  /**
   * @returns a path on this server that is valid for at least `lifeMs`; it stays the same for an hour, so that
   *   browsers can cache it
   */
  sign(key: string, lifeMs: number): string {
    const payload = `${Buffer.from(assertStorageKey(key)).toString('base64url')}.${Math.ceil((Date.now() + lifeMs) / SAME_FOR_MS) * SAME_FOR_MS}`;
    const [current = ''] = this.config.encryptionKeys;
    return `${FILES_PATH}/${payload}.${mac(current, payload)}`;
  }

  /** @returns the storage key in a valid address of ours, absolute or not */
  keyIn(url: string): string | undefined {
    const path = URL.parse(url, 'http://localhost')?.pathname ?? '';
    return path.startsWith(`${FILES_PATH}/`) ? this.keyOf(path.slice(FILES_PATH.length + 1)) : undefined;
  }

  keyOf(token: string): string | undefined {
    const [encodedKey = '', expiry = '', signature = ''] = token.split('.');
    const payload = `${encodedKey}.${expiry}`;
    const isOurs = this.config.encryptionKeys.some((key) => isSameSecret(signature, mac(key, payload)));
    if (!isOurs || !(Number(expiry) > Date.now())) return undefined;
    return Buffer.from(encodedKey, 'base64url').toString();
  }
}

function mac(encryptionKey: string, payload: string): string {
  const key = createHmac('sha256', Buffer.from(encryptionKey, 'base64')).update(PURPOSE).digest();
  return createHmac('sha256', key).update(payload).digest('base64url');
}
