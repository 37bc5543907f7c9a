import type { IncomingMessage } from 'node:http';
import type { AllowedHosts } from './allowed-hosts.js';
import { parseCallable } from './callable-address.js';
import { guardedLookup, openRequest } from './guarded-request.js';

export interface PostOnceOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** For the whole call, from the name server to the last byte. */
  readonly timeoutMs: number;
  /** The rest of the response is not read. */
  readonly maxResponseBytes: number;
  readonly allowed: AllowedHosts;
  readonly signal?: AbortSignal;
}

export interface PostAnswer {
  readonly status: number;
  /** At most `maxResponseBytes` of it. */
  readonly text: string;
}

/**
 * Sends one POST to an address that a company chose, over a connection of its own to a checked address. A redirect
 * is an answer like any other.
 * @throws UnsafeUrlError | Error of the connection or the time limit
 */
export async function postOnce(address: string, options: PostOnceOptions): Promise<PostAnswer> {
  const url = parseCallable(address, options.allowed);
  const limits = [AbortSignal.timeout(options.timeoutMs), ...(options.signal ? [options.signal] : [])];
  const signal = AbortSignal.any(limits);
  const bytes = Buffer.byteLength(options.body);
  const headers = { 'user-agent': 'PetBuddy', 'content-length': String(bytes), ...options.headers };
  const lookup = guardedLookup(options.allowed.has(url) ? 'any' : 'none');
  const response = await openRequest(url, { method: 'POST', headers, lookup, signal }, options.body);
  try {
    return { status: response.statusCode ?? 0, text: await beginningOf(response, options.maxResponseBytes) };
  } finally {
    response.destroy();
  }
}

async function beginningOf(response: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= maxBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, maxBytes).toString('utf8');
}
