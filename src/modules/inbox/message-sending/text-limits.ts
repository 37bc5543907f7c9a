import { AppError } from '../../../core/errors/index.js';
import type { Platform } from '../../customers/contacts/index.js';
import { platformDefinition } from '../channels/index.js';

/** @throws AppError TEXT_TOO_LONG with `{platform, limit, unit, length}` */
export function assertTextFits(platform: Platform, text: string): void {
  const rule = platformDefinition(platform)?.textLimit;
  if (!rule) return;
  const { limit, unit } = rule;
  const length = unit === 'bytes' ? Buffer.byteLength(text) : [...text].length;
  if (length <= limit) return;
  const message = `A message on ${platform} has at most ${limit} ${unit}; this one has ${length}`;
  throw new AppError('TEXT_TOO_LONG', 422, message, { platform, limit, unit, length });
}
