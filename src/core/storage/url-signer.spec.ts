import { randomBytes } from 'node:crypto';
import { AppConfig } from '../config/index.js';
import { UrlSigner } from './url-signer.js';

const HOUR_MS = 3_600_000;
const KEY = 'company/2026/11/file.png';
const encryptionKey = (): string => randomBytes(32).toString('base64');

function urlsWith(...keys: string[]): UrlSigner {
  const secret = 's'.repeat(32);
  return new UrlSigner(
    AppConfig.load({
      NODE_ENV: 'production',
      JWT_ACCESS_SECRET: secret,
      JWT_REFRESH_SECRET: secret,
      INTERNAL_SERVICE_API_KEY: secret,
      ENCRYPTION_KEY: keys.join(','),
    }),
  );
}

const tokenOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

describe('UrlSigner', () => {
  const [current, previous] = [encryptionKey(), encryptionKey()];
  const urls = urlsWith(current);

  it('reads back the key it signed', () => {
    const url = urls.sign(KEY, HOUR_MS);
    expect(url).toMatch(/^\/api\/v1\/media\/files\/[\w.-]+$/);
    expect(urls.keyOf(tokenOf(url))).toBe(KEY);
  });

  it('refuses an expired token, and one whose end was moved', () => {
    expect(urls.keyOf(tokenOf(urls.sign(KEY, -HOUR_MS)))).toBeUndefined();
    const [key, expiry, signature] = tokenOf(urls.sign(KEY, HOUR_MS)).split('.');
    expect(urls.keyOf(`${key}.${Number(expiry) + 1}.${signature}`)).toBeUndefined();
  });

  it.each(['', '.', '..', 'a.9999999999999.b', 'nonsense'])('refuses %j', (token) => {
    expect(urls.keyOf(token)).toBeUndefined();
  });

  it('accepts addresses of before a change of keys until the old key goes', () => {
    const token = tokenOf(urlsWith(previous).sign(KEY, HOUR_MS));
    expect(urlsWith(current, previous).keyOf(token)).toBe(KEY);
    expect(urls.keyOf(token)).toBeUndefined();
  });
});
