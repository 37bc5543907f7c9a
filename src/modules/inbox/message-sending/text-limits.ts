import { AppError } from '../../../core/errors/index.js';
import type { Platform } from '../../customers/contacts/index.js';
import { kindsOfPlatform } from '../channels/index.js';

/** Checks the limits of all channel kinds of the platform. @throws AppError TEXT_TOO_LONG with `{platform, limit, unit, length}` */
export function assertTextFits(platform: Platform, text: string): void {
  for (const { textLimit } of kindsOfPlatform(platform)) {
    const { limit, unit } = textLimit;
    const length = unit === 'bytes' ? Buffer.byteLength(text) : [...text].length;
    if (length <= limit) continue;
    const message = `A message on ${platform} has at most ${limit} ${unit}; this one has ${length}`;
    throw new AppError('TEXT_TOO_LONG', 422, message, { platform, limit, unit, length });
  }
}
