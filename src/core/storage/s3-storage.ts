import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { OnModuleDestroy } from '@nestjs/common';
import type { S3Client } from '@aws-sdk/client-s3';
import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import type { S3Address } from './s3-address.js';
import {
  assertStorageKey,
  type ByteRange,
  type FileFacts,
  type FileOnDisk,
  Storage,
  type StoredFile,
} from './storage.js';

const CONNECTION_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 60_000;
const MAX_ATTEMPTS = 3;
const TOO_MANY_REQUESTS = 429;
const SERVER_ERROR = 500;
const DEFAULT_MIME = 'application/octet-stream';

type S3Module = typeof import('@aws-sdk/client-s3');
interface Connected {
  s3: S3Module;
  client: S3Client;
}

/** A bucket of S3 or a compatible server. The SDK is loaded by the first file. */
export class S3Storage extends Storage implements OnModuleDestroy {
  private connected: Promise<Connected> | undefined;

  constructor(private readonly address: S3Address) {
    super();
  }

  async put(key: string, content: Buffer | FileOnDisk, { mime }: { mime: string }): Promise<void> {
    assertStorageKey(key);
    if (Buffer.isBuffer(content)) return this.send(key, mime, content, content.length, md5Of(content));
    const [md5, { size }] = await Promise.all([md5OfFile(content.path), stat(content.path)]);
    // The SDK does not repeat a request with a stream.
    await repeated.execute(() => this.send(key, mime, createReadStream(content.path), size, md5));
  }

  async open(key: string, part?: ByteRange): Promise<StoredFile | undefined> {
    assertStorageKey(key);
    const { s3, client } = await this.connect();
    const { bucket } = this.address;
    try {
      const range = part && { Range: `bytes=${part.start}-${part.end}` };
      const file = await client.send(new s3.GetObjectCommand({ Bucket: bucket, Key: key, ...range }));
      return { stream: file.Body as Readable, size: file.ContentLength ?? 0, mime: file.ContentType ?? DEFAULT_MIME };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async describe(key: string): Promise<FileFacts | undefined> {
    assertStorageKey(key);
    const { s3, client } = await this.connect();
    try {
      const file = await client.send(new s3.HeadObjectCommand({ Bucket: this.address.bucket, Key: key }));
      return { size: file.ContentLength ?? 0, mime: file.ContentType ?? DEFAULT_MIME };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    assertStorageKey(key);
    const { s3, client } = await this.connect();
    await client.send(new s3.DeleteObjectCommand({ Bucket: this.address.bucket, Key: key }));
  }

  async onModuleDestroy(): Promise<void> {
    (await this.connected)?.client.destroy();
  }

  private async send(key: string, mime: string, body: Buffer | Readable, size: number, md5: string): Promise<void> {
    const { s3, client } = await this.connect();
    const object = { Bucket: this.address.bucket, Key: key, Body: body, ContentLength: size, ContentMD5: md5 };
    await client.send(new s3.PutObjectCommand({ ...object, ContentType: mime }));
  }

  private connect(): Promise<Connected> {
    this.connected ??= import('@aws-sdk/client-s3').then((s3) => ({ s3, client: this.createClient(s3) }));
    return this.connected;
  }

  private createClient(s3: S3Module): S3Client {
    const { endpoint, region, accessKey, secretKey } = this.address;
    return new s3.S3Client({
      endpoint,
      region,
      credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
      forcePathStyle: true,
      maxAttempts: MAX_ATTEMPTS,
      // Not every server understands the checksum trailers of the SDK; all understand Content-MD5.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: CONNECTION_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
    });
  }
}

const repeated = retry(handleWhen(isTransient), { maxAttempts: MAX_ATTEMPTS - 1, backoff: new ExponentialBackoff() });

/** A broken connection, or a bucket that is busy or out of order. */
function isTransient(error: Error): boolean {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  return status === undefined || status === TOO_MANY_REQUESTS || status >= SERVER_ERROR;
}

async function md5OfFile(path: string): Promise<string> {
  const md5 = createHash('md5');
  await pipeline(createReadStream(path), md5);
  return md5.digest('base64');
}

function md5Of(content: Buffer): string {
  return createHash('md5').update(content).digest('base64');
}

/** Only a missing key: a missing bucket is a fault of the set-up. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name);
}
