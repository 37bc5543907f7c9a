import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeyedHasher } from '../../../core/security/index.js';

const ID_BYTES = 16;
const MAC_BYTES = 32;

/**
 * Tokens that a log-in leaves on its device. They open nothing: wrong tries of their holder are counted apart, so
 * that strangers who lock an account do not lock out its owner. Nothing is stored; the token names its e-mail
 * address.
 */
@Injectable()
export class DeviceTokenService {
  constructor(private readonly hashes: KeyedHasher) {}

  issue(email: string): string {
    const id = randomBytes(ID_BYTES);
    return Buffer.concat([id, this.mac(email, id)]).toString('base64url');
  }

  /** @returns the id of the device; undefined for a token of another address */
  recognise(email: string, token: string | undefined): string | undefined {
    const bytes = Buffer.from(token ?? '', 'base64url');
    if (bytes.length !== ID_BYTES + MAC_BYTES) return undefined;
    const id = bytes.subarray(0, ID_BYTES);
    return timingSafeEqual(bytes.subarray(ID_BYTES), this.mac(email, id)) ? id.toString('hex') : undefined;
  }

  private mac(email: string, id: Buffer): Buffer {
    return this.hashes.digest('device', email, id);
  }
}
