import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../core/config/index.js';
import { isSameSecret } from '../../../core/security/index.js';

const PURPOSE = 'public-booking';
/** Longer than any valid token. */
const MAX_TOKEN_LENGTH = 256;
const SEPARATOR = '.';

/** A token of one kind does not open another. */
export type TokenKind = 'visitor' | 'manage' | 'waitlist';

@Injectable()
export class PublicTokenService {
  constructor(private readonly config: AppConfig) {}

  /** @param payload URL-safe text without dots */
  sign(kind: TokenKind, payload: string): string {
    return `${payload}${SEPARATOR}${this.mac(this.currentKey, kind, payload)}`;
  }

  /** @returns the payload, or undefined if forged; any current key may have signed it */
  open(kind: TokenKind, token: string | undefined): string | undefined {
    if (!token || token.length > MAX_TOKEN_LENGTH) return undefined;
    const [payload = '', signature = '', ...rest] = token.split(SEPARATOR);
    const isOurs = this.config.encryptionKeys.some((key) => isSameSecret(signature, this.mac(key, kind, payload)));
    return isOurs && rest.length === 0 ? payload : undefined;
  }

  /** Keyed hash stored instead of a text; it cannot be guessed without the key. */
  fingerprint(what: string, text: string): string {
    return this.mac(this.currentKey, what, text);
  }

  private mac(encryptionKey: string, what: string, text: string): string {
    const key = createHmac('sha256', Buffer.from(encryptionKey, 'base64')).update(`${PURPOSE}:${what}`).digest();
    return createHmac('sha256', key).update(text).digest('base64url');
  }

  private get currentKey(): string {
    return this.config.encryptionKeys[0] ?? '';
  }
}
