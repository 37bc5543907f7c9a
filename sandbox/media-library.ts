import { createHash, randomBytes } from 'node:crypto';
import { numericId } from './ids.ts';
import { EXE_BYTES, MEDIA_FILES } from './media-files.ts';

export interface Media {
  id: string;
  mime: string;
  bytes: Buffer;
  filename?: string;
  /** Null for files that everybody may fetch. */
  channelId: string | null;
}

export interface MediaFault {
  /** So many fetches are answered with 503 first. */
  fail_503?: number;
  /** `exe`: a program under the promised MIME type; `huge`: 120 MB. */
  content?: 'exe' | 'huge';
}

const URL_LIFETIME_MS = 5 * 60_000;
const HUGE_FILE_BYTES = 120 * 1024 * 1024;

export class MediaLibrary {
  /** By media id or file name; `*` is all. */
  faults: Record<string, MediaFault> = {};
  private readonly media = new Map<string, Media>();
  private readonly addresses = new Map<string, { media: Media; expiresAt: number }>();
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
    for (const { name, mime, bytes } of MEDIA_FILES) {
      this.media.set(name, { id: name, mime, bytes, filename: name, channelId: null });
    }
  }

  /** The id is a number of 16 digits unless one is given. */
  add(file: { bytes: Buffer; mime: string; filename?: string; channelId?: string | null; id?: string }): Media {
    const media: Media = {
      channelId: null,
      ...file,
      id: file.id ?? numericId(16),
    };
    this.media.set(media.id, media);
    return media;
  }

  find(id: string): Media | undefined {
    return this.media.get(id);
  }

  remove(id: string): boolean {
    return this.media.delete(id);
  }

  /** The address works for five minutes. */
  issueAddress(media: Media): string {
    const key = randomBytes(16).toString('hex');
    this.addresses.set(key, { media, expiresAt: this.now() + URL_LIFETIME_MS });
    return key;
  }

  byAddress(key: string): Media | undefined {
    const address = this.addresses.get(key);
    return address !== undefined && address.expiresAt > this.now() ? address.media : undefined;
  }

  fetchBytes(media: Media): Buffer | null {
    const fault = this.faults[media.id] ?? this.faults['*'];
    if (fault?.fail_503 !== undefined && fault.fail_503 > 0) {
      fault.fail_503 -= 1;
      return null;
    }
    if (fault?.content === 'exe') return EXE_BYTES;
    return fault?.content === 'huge' ? Buffer.alloc(HUGE_FILE_BYTES) : media.bytes;
  }
}

/** Webhooks carry base64, the media call hex. */
export function sha256(bytes: Buffer, encoding: 'base64' | 'hex'): string {
  return createHash('sha256').update(bytes).digest(encoding);
}
