import '../meta/meta-platforms.js';
import type { Platform } from '../../customers/contacts/index.js';
import { assertTextFits } from './text-limits.js';

const tooLong = (limit: number, unit: string, length: number): unknown =>
  expect.objectContaining({
    code: 'TEXT_TOO_LONG',
    status: 422,
    details: expect.objectContaining({ limit, unit, length }),
  });

describe('assertTextFits', () => {
  it.each<[Platform, string, number, string]>([
    ['whatsapp', 'x', 4_096, 'characters'],
    ['facebook', '🐶', 2_000, 'characters'],
    ['instagram', 'é', 500, 'bytes'],
  ])('refuses a text that is longer than %s allows', (platform, letter, count, unit) => {
    const limit = unit === 'bytes' ? Buffer.byteLength(letter) * count : count;
    expect(() => assertTextFits(platform, letter.repeat(count))).not.toThrow();
    expect(() => assertTextFits(platform, letter.repeat(count) + 'y')).toThrow(
      tooLong(limit, unit, limit + 1) as Error,
    );
  });

  it('allows any length where no limit is declared', () => {
    expect(() => assertTextFits('web', 'x'.repeat(5_000))).not.toThrow();
  });
});
