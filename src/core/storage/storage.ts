import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';

/** What is known of a file without opening it. */
export interface FileFacts {
  /** Bytes. */
  readonly size: number;
  readonly mime: string;
}

/** Bytes of a file, the first and the last included, counted from 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A file as it comes out; whoever opens it must read or destroy the stream. */
export interface StoredFile {
  readonly stream: Readable;
  /** Bytes of the stream. */
  readonly size: number;
  readonly mime: string;
}

/** A whole file on this machine's disk, which stays where it is. */
export interface FileOnDisk {
  readonly path: string;
}

/** Port to where files are kept. Keys are made by {@link newStorageKey}; a key is written once and never changed. */
export abstract class Storage {
  /** Stores the whole file or nothing. */
  abstract put(key: string, content: Buffer | FileOnDisk, options: { mime: string }): Promise<void>;

  /**
   * @param part only these bytes, which the file must have
   * @returns undefined when there is no such file
   */
  abstract open(key: string, part?: ByteRange): Promise<StoredFile | undefined>;

  /** @returns undefined when there is no such file */
  abstract describe(key: string): Promise<FileFacts | undefined>;

  /** Deletes the file; nothing happens when there is none. */
  abstract delete(key: string): Promise<void>;
}

const RANDOM_BYTES = 16;
const KEY = /^[\w-]+(?:\/[\w-]+)*\.[a-z0-9]{1,8}$/;

/**
 * A key nobody can guess, `companyId/yyyy/mm/random.ext`: our own name, never the uploader's.
 * @param extension without the dot
 */
export function newStorageKey(companyId: string, extension: string, now = new Date()): string {
  const [year, month] = now.toISOString().split('-');
  return assertStorageKey(
    `${companyId}/${year}/${month}/${randomBytes(RANDOM_BYTES).toString('base64url')}.${extension}`,
  );
}

/** @throws Error for a key that could lead anywhere else, such as one with dots or a leading slash */
export function assertStorageKey(key: string): string {
  if (!KEY.test(key)) throw new Error(`Not a storage key: ${key}`);
  return key;
}
