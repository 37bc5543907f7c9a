import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';

export interface FileFacts {
  readonly size: number;
  readonly mime: string;
}

export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** The caller must read or destroy the stream. */
export interface StoredFile {
  readonly stream: Readable;
  readonly size: number;
  readonly mime: string;
}

export interface FileOnDisk {
  readonly path: string;
}

/** Port to the stored files. {@link newStorageKey} makes the keys; a key is written once and never changed. */
export abstract class Storage {
  abstract put(key: string, content: Buffer | FileOnDisk, options: { mime: string }): Promise<void>;

  /**
   * @param part only these bytes, which the file must have
   * @returns undefined when there is no such file
   */
  abstract open(key: string, part?: ByteRange): Promise<StoredFile | undefined>;

  abstract describe(key: string): Promise<FileFacts | undefined>;

  abstract delete(key: string): Promise<void>;
}

const RANDOM_BYTES = 16;
const KEY = /^[\w-]+(?:\/[\w-]+)*\.[a-z0-9]{1,8}$/;

/**
 * A key that nobody can guess, `companyId/yyyy/mm/random.ext`, never the uploader's name.
 * @param extension without the dot
 */
export function newStorageKey(companyId: string, extension: string, now = new Date()): string {
  const [year, month] = now.toISOString().split('-');
  return assertStorageKey(
    `${companyId}/${year}/${month}/${randomBytes(RANDOM_BYTES).toString('base64url')}.${extension}`,
  );
}

/** @throws Error for a key that could leave the folder, such as one with dots or a leading slash */
export function assertStorageKey(key: string): string {
  if (!KEY.test(key)) throw new Error(`Not a storage key: ${key}`);
  return key;
}
