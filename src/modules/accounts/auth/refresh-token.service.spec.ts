import fc from 'fast-check';
import { Types } from 'mongoose';
import { AppConfig } from '../../../core/config/index.js';
import { KeyedHasher } from '../../../core/security/index.js';
import { RefreshTokenService } from './refresh-token.service.js';

const SECRETS = { JWT_ACCESS_SECRET: 'a'.repeat(32), INTERNAL_SERVICE_API_KEY: 'k'.repeat(32) };

function tokensWith(secret: string): RefreshTokenService {
  const config = AppConfig.load({
    NODE_ENV: 'production',
    ...SECRETS,
    JWT_REFRESH_SECRET: secret,
    ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'),
  });
  return new RefreshTokenService(new KeyedHasher(config));
}

describe('RefreshTokenService', () => {
  const tokens = tokensWith('s'.repeat(32));

  it('reads back what it made', () => {
    const sessionId = new Types.ObjectId();
    const token = tokens.first(sessionId);
    expect(tokens.parse(token.value)).toEqual(token);
    expect(token.sessionId.equals(sessionId)).toBe(true);
  });

  it('gives every first token a secret of its own, and every token one successor', () => {
    const sessionId = new Types.ObjectId();
    const [a, b] = [tokens.first(sessionId), tokens.first(sessionId)];
    expect(a.value).not.toBe(b.value);
    expect(tokens.successor(a)).toEqual(tokens.successor(a));
    expect(tokens.successor(a).value).not.toBe(tokens.successor(b).value);
    expect(tokens.successor(a).value).not.toBe(a.value);
  });

  it('refuses what another key made', () => {
    expect(tokensWith('t'.repeat(32)).parse(tokens.first(new Types.ObjectId()).value)).toBeUndefined();
  });

  it('refuses every change of a bit, and any other text', () => {
    const bytes = Buffer.from(tokens.first(new Types.ObjectId()).value, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(tokens.parse(changed.toString('base64url'))).toBeUndefined();
    }
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => tokens.parse(text) === undefined));
  });
});
