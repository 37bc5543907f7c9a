import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  assertStorageKey,
  type ByteRange,
  type FileFacts,
  type FileOnDisk,
  Storage,
  type StoredFile,
} from './storage.js';

const MIME_SUFFIX = '.type';

export class LocalStorage extends Storage {
  constructor(private readonly folder: string) {
    super();
  }

  async put(key: string, content: Buffer | FileOnDisk, { mime }: { mime: string }): Promise<void> {
    const path = this.pathOf(key);
    const part = `${path}.${randomBytes(4).toString('hex')}.part`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      const source = Buffer.isBuffer(content) ? Readable.from([content]) : createReadStream(content.path);
      await pipeline(source, createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }));
      await writeFile(`${path}${MIME_SUFFIX}`, mime, { mode: 0o600 });
      // The rename makes the whole file appear at once, after its type.
      await rename(part, path);
    } finally {
      await rm(part, { force: true });
    }
  }

  async open(key: string, part?: ByteRange): Promise<StoredFile | undefined> {
    const facts = await this.describe(key);
    if (!facts) return undefined;
    const { mime, size } = facts;
    return { stream: createReadStream(this.pathOf(key), part), size: part ? part.end - part.start + 1 : size, mime };
  }

  async describe(key: string): Promise<FileFacts | undefined> {
    const path = this.pathOf(key);
    try {
      const [{ size }, mime] = await Promise.all([stat(path), readFile(`${path}${MIME_SUFFIX}`, 'utf8')]);
      return { size, mime };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    const path = this.pathOf(key);
    await rm(path, { force: true });
    await rm(`${path}${MIME_SUFFIX}`, { force: true });
  }

  private pathOf(key: string): string {
    return join(this.folder, assertStorageKey(key));
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
