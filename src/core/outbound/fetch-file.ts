import { lookup as resolve } from 'node:dns';
import { createWriteStream } from 'node:fs';
import { type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { ResponseTooLargeError, UnsafeUrlError } from './outbound-errors.js';
import { isLoopbackAddress, isPublicAddress } from './public-address.js';

const OK = 200;

export interface FetchFileOptions {
  /** Sent to this one host only, since redirects are not followed. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  readonly path: string;
  /** For a local sandbox: allows this machine, and plain http to it. */
  readonly allowLoopback: boolean;
}

export interface FetchedFile {
  readonly size: number;
  readonly contentType: string | undefined;
}

/** The server answered with a status other than 200, for instance a redirect. */
export class FetchStatusError extends Error {
  override readonly name = 'FetchStatusError';

  constructor(readonly status: number) {
    super(`The server answered with status ${status}`);
  }
}

/**
 * Downloads a file from an address that an outsider chose. The name is resolved once, and the connection goes to the
 * checked address.
 * @throws UnsafeUrlError | ResponseTooLargeError | FetchStatusError | Error of the connection or the time limit
 */
export async function fetchFile(address: string, options: FetchFileOptions): Promise<FetchedFile> {
  const url = assertSafeUrl(address, options.allowLoopback);
  const limits = [AbortSignal.timeout(options.timeoutMs), ...(options.signal ? [options.signal] : [])];
  const response = await open(url, {
    headers: { 'user-agent': 'PetBuddy', ...options.headers },
    lookup: guardedLookup(options.allowLoopback),
    signal: AbortSignal.any(limits),
    // A kept connection would skip the check of its address.
    agent: false,
  });
  try {
    if (response.statusCode !== OK) throw new FetchStatusError(response.statusCode ?? 0);
    const size = await writeAll(response, options);
    return { size, contentType: response.headers['content-type'] };
  } finally {
    response.destroy();
  }
}

/** Checks an address before its name is resolved. @throws UnsafeUrlError */
export function assertSafeUrl(address: string, allowLoopback: boolean): URL {
  if (!URL.canParse(address)) throw new UnsafeUrlError('The address is not a URL');
  const url = new URL(address);
  const host = hostOf(url);
  const isLocal = allowLoopback && (host === 'localhost' || isLoopbackAddress(host));
  if (isLocal && ['http:', 'https:'].includes(url.protocol)) return url;
  if (url.protocol !== 'https:') throw new UnsafeUrlError('Only https is fetched');
  if (url.username !== '' || url.password !== '') throw new UnsafeUrlError('An address may not carry a password');
  if (url.port !== '') throw new UnsafeUrlError('Only the standard port is fetched');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new UnsafeUrlError('The address is not public');
  return url;
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

function guardedLookup(allowLoopback: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '');
      const isAllowed = (address: string): boolean =>
        isPublicAddress(address) || (allowLoopback && isLoopbackAddress(address));
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isAllowed(address))) {
        return callback(new UnsafeUrlError('The name does not lead to the public internet'), '');
      }
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}

function open(url: URL, options: RequestOptions): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    send(url, options).on('response', done).on('error', fail).end();
  });
}

async function writeAll(response: IncomingMessage, { path, maxBytes }: FetchFileOptions): Promise<number> {
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw new ResponseTooLargeError(maxBytes);
  let size = 0;
  const limited = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > maxBytes) throw new ResponseTooLargeError(maxBytes);
      yield chunk;
    }
  };
  await pipeline(response, limited, createWriteStream(path));
  return size;
}
