import { AppError } from '../../../core/errors/index.js';
import type { Platform } from '../../customers/contacts/index.js';
import { type ChannelKind, channelKind, kindsOfPlatform } from '../channels/index.js';
import { type Attachment, PLAYABLE_MIME, playableKeyOf } from '../message-log/index.js';

/** Only uploaded files have a known size and type. */
type SentFile = Pick<Attachment, 'type'> &
  Partial<Pick<Attachment, 'mime_type' | 'size' | 'storage_key' | 'has_playable_copy'>>;

/**
 * Checks the files against all channel kinds of the platform.
 * @throws AppError FILE_TYPE_UNSUPPORTED with `{platform, kind, types}` | FILE_TOO_LARGE with `{platform, kind, max_bytes, size}`
 */
export function assertFilesFit(platform: Platform, files: readonly SentFile[]): void {
  for (const { contentLimits } of kindsOfPlatform(platform)) {
    for (const file of files) {
      const { type: kind, size } = file;
      const limit = contentLimits.media.find((one) => one.kind === kind);
      if (!limit) throw unsupported(platform, kind, []);
      const { types, maxBytes } = limit;
      if (!isTaken(types, withTakenForm(types, file).mime_type)) throw unsupported(platform, kind, types ?? []);
      if (size && size > maxBytes) throw tooLarge(platform, kind, maxBytes, size);
    }
  }
}

/** Returns the playable copy of a voice note if the channel refuses the type of the recording. */
export function fileToSend<File extends SentFile>(channel: ChannelKind, file: File): File {
  const limit = channelKind(channel)?.contentLimits.media.find(({ kind }) => kind === file.type);
  return withTakenForm(limit?.types ?? null, file);
}

function withTakenForm<File extends SentFile>(types: readonly string[] | null, file: File): File {
  const { mime_type, storage_key, has_playable_copy } = file;
  if (isTaken(types, mime_type) || !has_playable_copy || !isTaken(types, PLAYABLE_MIME)) return file;
  const copy = storage_key && playableKeyOf(storage_key);
  return copy ? { ...file, storage_key: copy, mime_type: PLAYABLE_MIME } : file;
}

function isTaken(types: readonly string[] | null, mime: string | null | undefined): boolean {
  return !types || !mime || types.includes(withoutParameters(mime));
}

/** For instance `audio/ogg; codecs=opus` becomes `audio/ogg`. */
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
