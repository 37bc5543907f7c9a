import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { KeyedHasher } from '../../../core/security/index.js';

const ID_BYTES = 12;
const SECRET_BYTES = 32;
const MAC_BYTES = 16;
const TOKEN_BYTES = ID_BYTES + SECRET_BYTES + MAC_BYTES;

/** A refresh token, opaque to clients: base64url of session id (12 bytes), secret (32) and MAC (16). */
export interface RefreshToken {
  readonly value: string;
  readonly sessionId: Types.ObjectId;
  readonly secret: Buffer;
  /** What the session stores. */
  readonly hash: string;
}

/**
 * Makes and reads refresh tokens. The MAC tells a token that was once ours from a forged one: only the former may end a
 * family. The successor of a token is a keyed function of it, so everybody who presents the same token at the same time
 * is given the same next one: there is one lineage, and a client may repeat a refresh whose answer it lost.
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

  /** @returns undefined for what we never issued */
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
