import { AppError } from '../../../../core/errors/index.js';
import type { Platform } from '../../../customers/contacts/index.js';

interface TextLimit {
  readonly limit: number;
  readonly unit: 'characters' | 'bytes';
}

/** The longest text that a platform takes in one message. */
const TEXT_LIMITS: Readonly<Partial<Record<Platform, TextLimit>>> = {
  whatsapp: { limit: 4_096, unit: 'characters' },
  telegram: { limit: 4_096, unit: 'characters' },
  facebook: { limit: 2_000, unit: 'characters' },
  instagram: { limit: 1_000, unit: 'bytes' },
};

/** @throws AppError TEXT_TOO_LONG with `{platform, limit, unit, length}` */
export function assertTextFits(platform: Platform, text: string): void {
  const rule = TEXT_LIMITS[platform];
  if (!rule) return;
  const { limit, unit } = rule;
  const length = unit === 'bytes' ? Buffer.byteLength(text) : [...text].length;
  if (length <= limit) return;
  const message = `A message on ${platform} has at most ${limit} ${unit}; this one has ${length}`;
  throw new AppError('TEXT_TOO_LONG', 422, message, { platform, limit, unit, length });
}
