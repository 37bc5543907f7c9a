import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { KeyedHasher } from '../../../core/security/index.js';

const ID_BYTES = 12;
const SECRET_BYTES = 32;
const MAC_BYTES = 16;
const TOKEN_BYTES = ID_BYTES + SECRET_BYTES + MAC_BYTES;

/** Opaque to clients: base64url of session id (12 bytes), secret (32) and MAC (16). */
export interface RefreshToken {
  readonly value: string;
  readonly sessionId: Types.ObjectId;
  readonly secret: Buffer;
  readonly hash: string;
}

/**
 * The MAC tells old tokens of ours from forged ones: only the former may end a family. The next token is a keyed
 * function of this one, so parallel and repeated calls get the same next token.
 */
@Injectable()
export class RefreshTokenService {
  constructor(private readonly hashes: KeyedHasher) {}

  first(sessionId: Types.ObjectId): RefreshToken {
    return this.make(sessionId, randomBytes(SECRET_BYTES));
  }

  successor({ sessionId, secret }: RefreshToken): RefreshToken {
    return this.make(sessionId, this.hashes.digest('refresh-successor', sessionId.id as Buffer, secret));
  }

  /** @returns undefined for a token that we never issued */
  parse(value: string): RefreshToken | undefined {
    const bytes = Buffer.from(value, 'base64url');
    if (bytes.length !== TOKEN_BYTES) return undefined;
    const sessionId = new Types.ObjectId(bytes.subarray(0, ID_BYTES));
    const token = this.make(sessionId, bytes.subarray(ID_BYTES, ID_BYTES + SECRET_BYTES));
    return timingSafeEqual(Buffer.from(token.value, 'base64url'), bytes) ? token : undefined;
  }

  private make(sessionId: Types.ObjectId, secret: Buffer): RefreshToken {
    const id = Buffer.from(sessionId.id);
    const mac = this.hashes.digest('refresh-mac', id, secret).subarray(0, MAC_BYTES);
    const value = Buffer.concat([id, secret, mac]).toString('base64url');
    return { value, sessionId, secret, hash: this.hashes.digest('refresh-hash', value).toString('base64url') };
  }
}
