import bcrypt from 'bcrypt';
import { AppConfig } from '../../../../core/config/index.js';
import { PasswordHasher } from './password-hasher.js';
import { PasswordStrengthChecker } from './password-strength-checker.js';

const config = AppConfig.load({
  NODE_ENV: 'production',
  JWT_ACCESS_SECRET: 'a'.repeat(32),
  JWT_REFRESH_SECRET: 'r'.repeat(32),
  INTERNAL_SERVICE_API_KEY: 'k'.repeat(32),
  ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'),
  BCRYPT_SALT_ROUNDS: '5',
});

describe('PasswordHasher', () => {
  const hasher = new PasswordHasher(config, new PasswordStrengthChecker());

  it('hashes at the configured cost and verifies', async () => {
    const hash = await hasher.hash('a good password');
    expect(bcrypt.getRounds(hash)).toBe(5);
    await expect(hasher.verify('a good password', hash)).resolves.toBe(true);
    await expect(hasher.verify('a bad password', hash)).resolves.toBe(false);
  });

  it('says no without an account', async () => {
    await expect(hasher.verify('anything', null)).resolves.toBe(false);
  });

  it('does not accept a password for its first 72 bytes', async () => {
    const hash = await bcrypt.hash('x'.repeat(72), 4);
    await expect(hasher.verify('x'.repeat(72), hash)).resolves.toBe(true);
    await expect(hasher.verify('x'.repeat(73), hash)).resolves.toBe(false);
  });

  it('refuses with UNAVAILABLE instead of queueing without end', async () => {
    const hash = await hasher.hash('a good password');
    const calls = Array.from({ length: 400 }, () => hasher.verify('a good password', hash));
    const outcomes = await Promise.allSettled(calls);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.map(({ reason }: PromiseRejectedResult) => reason)).toEqual(
      refused.map(() => expect.objectContaining({ code: 'UNAVAILABLE', status: 503 })),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled').every(({ value }) => value)).toBe(true);
  });
});
