import { AppError } from '../../../core/errors/index.js';
import type { Platform } from '../../customers/contacts/index.js';
import { kindsOfPlatform } from '../channels/index.js';
import type { Attachment } from '../message-log/index.js';

/** The size and the type are known for uploaded files only. */
type SentFile = Pick<Attachment, 'type'> & Partial<Pick<Attachment, 'mime_type' | 'size'>>;

/**
 * Checks the limits of all channel kinds of the platform.
 * @throws AppError FILE_TYPE_UNSUPPORTED with `{platform, kind, types}` | FILE_TOO_LARGE with `{platform, kind, max_bytes, size}`
 */
export function assertFilesFit(platform: Platform, files: readonly SentFile[]): void {
  for (const { contentLimits } of kindsOfPlatform(platform)) {
    for (const { type: kind, mime_type: mime, size } of files) {
      const limit = contentLimits.media.find((one) => one.kind === kind);
      if (!limit) throw unsupported(platform, kind, []);
      const { types, maxBytes } = limit;
      if (types && mime && !types.includes(withoutParameters(mime))) throw unsupported(platform, kind, types);
      if (size && size > maxBytes) throw tooLarge(platform, kind, maxBytes, size);
    }
  }
}

/** For instance `audio/ogg; codecs=opus`. */
function withoutParameters(mime: string): string {
  return mime.split(';', 1)[0]!.trim();
}

function unsupported(platform: Platform, kind: string, types: readonly string[]): AppError {
  const taken = types.length > 0 ? `takes ${types.join(', ')}` : `takes no file of the kind ${kind}`;
  const message = `This ${kind} cannot be sent: ${platform} ${taken}. Send it in another form`;
  return new AppError('FILE_TYPE_UNSUPPORTED', 422, message, { platform, kind, types });
}

function tooLarge(platform: Platform, kind: string, max_bytes: number, size: number): AppError {
  const message = `This ${kind} has ${size} bytes; ${platform} takes at most ${max_bytes}. Send a smaller one`;
  return new AppError('FILE_TOO_LARGE', 413, message, { platform, kind, max_bytes, size });
}
