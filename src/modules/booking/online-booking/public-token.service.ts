import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../core/config/index.js';
import { isSameSecret } from '../../../core/security/index.js';

const PURPOSE = 'public-booking';
/** Longer than any token of ours. */
const MAX_TOKEN_LENGTH = 256;
const SEPARATOR = '.';

/** What a token is for; one of another kind opens nothing. */
export type TokenKind = 'visitor' | 'manage';

/** Signs what people without a log-in carry around, and tells again whether it is ours. */
@Injectable()
export class PublicTokenService {
  constructor(private readonly config: AppConfig) {}

  /** @param payload without dots, fit for an address */
  sign(kind: TokenKind, payload: string): string {
    return `${payload}${SEPARATOR}${this.mac(this.currentKey, kind, payload)}`;
  }

  /** @returns the payload, or undefined for what is forged; any of the current keys may have signed */
  open(kind: TokenKind, token: string | undefined): string | undefined {
    if (!token || token.length > MAX_TOKEN_LENGTH) return undefined;
    const [payload = '', signature = '', ...rest] = token.split(SEPARATOR);
    const isOurs = this.config.encryptionKeys.some((key) => isSameSecret(signature, this.mac(key, kind, payload)));
    return isOurs && rest.length === 0 ? payload : undefined;
  }

  /** Stands for a text that is not to be stored; nobody without our key can find the text by trying. */
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
