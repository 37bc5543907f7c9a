import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { AllowedHosts } from './allowed-hosts.js';
import { parseCallable } from './callable-address.js';
import { assertSafeUrl, guardedLookup, openRequest } from './guarded-request.js';
import { ResponseTooLargeError } from './outbound-errors.js';

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
  /** Private hosts that the operator allows. Absent: none. */
  readonly allowed?: AllowedHosts;
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
  const { allowed, allowLoopback } = options;
  const isAllowed = URL.canParse(address) && allowed?.has(new URL(address)) === true;
  const url = isAllowed ? parseCallable(address, allowed) : assertSafeUrl(address, allowLoopback);
  const limits = [AbortSignal.timeout(options.timeoutMs), ...(options.signal ? [options.signal] : [])];
  const response = await openRequest(url, {
    headers: { 'user-agent': 'PetBuddy', ...options.headers },
    lookup: guardedLookup(isAllowed ? 'any' : allowLoopback ? 'loopback' : 'none'),
    signal: AbortSignal.any(limits),
  });
  try {
    if (response.statusCode !== OK) throw new FetchStatusError(response.statusCode ?? 0);
    const size = await writeAll(response, options);
    return { size, contentType: response.headers['content-type'] };
  } finally {
    response.destroy();
  }
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
