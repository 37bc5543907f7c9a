/** A small S3: path-style PUT, GET, HEAD and DELETE in one bucket, with real signatures (AWS Signature V4). */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Exchange, header, readExchange, type Reply, writeReply } from './http/exchange.ts';

export interface S3Account {
  accessKey: string;
  secretKey: string;
  region: string;
  bucket: string;
}

export interface S3Object {
  body: Buffer;
  contentType: string;
}

export interface S3Fake {
  /** host:port */
  host: string;
  objects: Map<string, S3Object>;
  /** `METHOD key` of successful calls. */
  calls: string[];
  /** The next request gets 503 SlowDown, as from a busy bucket. */
  slowDownOnce(): void;
  close(): Promise<void>;
}

const MAX_CLOCK_SKEW_MS = 15 * 60_000;
const UNSIGNED = 'UNSIGNED-PAYLOAD';
/** With both ends, as the product sends it. */
const RANGE = /^bytes=(\d+)-(\d+)$/;
const AUTHORIZATION = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
/** Headers that a signature must cover. */
const MUST_SIGN = ['host', 'x-amz-content-sha256', 'x-amz-date'];

class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

export async function startS3(account: S3Account): Promise<S3Fake> {
  const objects = new Map<string, S3Object>();
  const calls: string[] = [];
  let isSlow = false;
  const server: Server = createServer((req, res) => {
    void readExchange(req, res).then((exchange) => {
      if (!exchange) return;
      const wasSlow = isSlow;
      isSlow = false;
      writeReply(res, answer(exchange, account, objects, calls, wasSlow));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    calls,
    slowDownOnce: () => {
      isSlow = true;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function answer(
  exchange: Exchange,
  account: S3Account,
  objects: Map<string, S3Object>,
  calls: string[],
  isSlow: boolean,
): Reply {
  try {
    if (isSlow) throw new Refusal(503, 'SlowDown');
    assertSigned(exchange, account);
    const [, bucket, ...parts] = exchange.path.split('/').map(decodeURIComponent);
    if (bucket !== account.bucket) throw new Refusal(404, 'NoSuchBucket');
    const key = parts.join('/');
    if (!key) throw new Refusal(501, 'NotImplemented');
    const reply = perform(exchange, key, objects);
    calls.push(`${exchange.method} ${key}`);
    return reply;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const xml = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${error.code}</Code><Message>${error.code}</Message></Error>`;
    // HEAD has no body.
    const bytes = Buffer.from(exchange.method === 'HEAD' ? '' : xml);
    return { status: error.status, bytes, contentType: 'application/xml' };
  }
}

function perform(exchange: Exchange, key: string, objects: Map<string, S3Object>): Reply {
  if (exchange.method === 'PUT') return put(exchange, key, objects);
  if (exchange.method === 'DELETE') {
    objects.delete(key);
    return { status: 204, bytes: Buffer.alloc(0) };
  }
  if (exchange.method !== 'GET' && exchange.method !== 'HEAD') throw new Refusal(405, 'MethodNotAllowed');
  const object = objects.get(key);
  if (!object) throw new Refusal(404, 'NoSuchKey');
  const { body, contentType } = object;
  const headers = { etag: etagOf(body) };
  const range = header(exchange, 'range');
  if (range === undefined) return { status: 200, bytes: body, contentType, headers };
  const [, start = '', end = ''] = RANGE.exec(range) ?? [];
  if (!start || Number(start) > Number(end) || Number(start) >= body.length) throw new Refusal(416, 'InvalidRange');
  const part = body.subarray(Number(start), Number(end) + 1);
  const place = `bytes ${start}-${Number(start) + part.length - 1}/${body.length}`;
  return { status: 206, bytes: part, contentType, headers: { ...headers, 'content-range': place } };
}

function put(exchange: Exchange, key: string, objects: Map<string, S3Object>): Reply {
  const { body } = exchange;
  if (header(exchange, 'content-length') === undefined) throw new Refusal(411, 'MissingContentLength');
  if (header(exchange, 'content-encoding')?.includes('aws-chunked')) throw new Refusal(501, 'NotImplemented');
  const md5 = header(exchange, 'content-md5');
  if (md5 !== undefined && md5 !== createHash('md5').update(body).digest('base64')) throw new Refusal(400, 'BadDigest');
  objects.set(key, { body, contentType: header(exchange, 'content-type') ?? 'binary/octet-stream' });
  return { status: 200, bytes: Buffer.alloc(0), headers: { etag: etagOf(body) } };
}

/** Checks signer, day, region and service, and the signed method, path, query, headers and body. */
function assertSigned(exchange: Exchange, { accessKey, secretKey, region }: S3Account): void {
  const [, credential = '', signedHeaders = '', signature = ''] =
    AUTHORIZATION.exec(header(exchange, 'authorization') ?? '') ?? [];
  if (!signature) throw new Refusal(403, 'AccessDenied');
  const date = header(exchange, 'x-amz-date') ?? '';
  const day = date.slice(0, 8);
  const scope = `${day}/${region}/s3/aws4_request`;
  if (credential.split('/')[0] !== accessKey) throw new Refusal(403, 'InvalidAccessKeyId');
  if (credential !== `${accessKey}/${scope}`) throw new Refusal(400, 'AuthorizationHeaderMalformed');
  const at = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(Math.abs(Date.now() - at) < MAX_CLOCK_SKEW_MS)) throw new Refusal(403, 'RequestTimeTooSkewed');
  const names = signedHeaders.split(';');
  if (MUST_SIGN.some((name) => !names.includes(name))) throw new Refusal(403, 'AccessDenied');
  const bodyHash = header(exchange, 'x-amz-content-sha256') ?? '';
  if (bodyHash !== UNSIGNED && bodyHash !== sha256(exchange.body)) {
    throw new Refusal(400, 'XAmzContentSHA256Mismatch');
  }
  const request = canonicalRequest(exchange, names, bodyHash);
  const text = ['AWS4-HMAC-SHA256', date, scope, sha256(request)].join('\n');
  const expected = hmac(signingKey(secretKey, day, region), text);
  if (!timingSafeEqual(expected, Buffer.from(signature, 'hex'))) throw new Refusal(403, 'SignatureDoesNotMatch');
}

function canonicalRequest(exchange: Exchange, names: readonly string[], bodyHash: string): string {
  const [path = '/', query = ''] = (exchange.req.url ?? '/').split('?');
  const pairs = query
    .split('&')
    .filter(Boolean)
    .map((pair) => (pair.includes('=') ? pair : `${pair}=`));
  const headers = names.map((name) => `${name}:${(header(exchange, name) ?? '').trim().replace(/\s+/g, ' ')}\n`);
  return [exchange.method, path, pairs.sort().join('&'), headers.join(''), names.join(';'), bodyHash].join('\n');
}

function signingKey(secretKey: string, day: string, region: string): Buffer {
  return [day, region, 's3', 'aws4_request'].reduce<Buffer>(
    (key, part) => hmac(key, part),
    Buffer.from(`AWS4${secretKey}`),
  );
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function etagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}
