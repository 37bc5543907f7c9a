import type { IncomingMessage } from 'node:http';
import type { AllowedHosts } from './allowed-hosts.js';
import { parseCallable } from './callable-address.js';
import { guardedLookup, type NameResolver, openRequest } from './guarded-request.js';
import { CallTimeoutError, TooManyRedirectsError, UnsafeUrlError } from './outbound-errors.js';
import { ACCEPTED_ENCODINGS, readBody } from './read-body.js';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** A redirect of these keeps the method and the body; after the others only a read follows. */
const KEEPS_METHOD = new Set([307, 308]);
/** What another origin may see after a redirect. Everything else may hold a secret. */
const HARMLESS_HEADERS = ['accept', 'accept-language', 'content-type', 'idempotency-key', 'user-agent'];

export interface CallOptions {
  readonly method: string;
  /** Names in lower case. All are sent to the first origin, only harmless ones to another origin. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole call, from the name server to the last byte, with its redirects. */
  readonly timeoutMs: number;
  /** For each connection. */
  readonly connectTimeoutMs: number;
  /** Counted as sent, and again as decompressed. */
  readonly maxBodyBytes: number;
  readonly maxRedirects: number;
  /** As in `URL.port`: the empty string is 443. */
  readonly ports: readonly string[];
  readonly allowed: AllowedHosts;
  /** Ends the call earlier. */
  readonly signal?: AbortSignal;
  /** Absent: `dns.lookup`. */
  readonly resolve?: NameResolver;
}

export interface CallAnswer {
  readonly status: number;
  readonly contentType: string | undefined;
  /** Decompressed. */
  readonly body: Buffer;
}

interface Hop {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Calls an address that a company chose. Each connection is new and goes to a checked address; each redirect is
 * checked like the first address.
 * @throws UnsafeUrlError | CallTimeoutError | TooManyRedirectsError | ResponseTooLargeError | Error of the connection
 */
export async function callOnce(address: string, options: CallOptions): Promise<CallAnswer> {
  const { method, headers, body } = options;
  const url = parseCallable(address, options.allowed, options.ports);
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout;
  try {
    return await follow({ url, method, headers, ...(body !== undefined && { body }) }, options, signal);
  } catch (error) {
    throw timeout.aborted ? new CallTimeoutError(options.timeoutMs) : error;
  }
}

async function follow(first: Hop, options: CallOptions, signal: AbortSignal): Promise<CallAnswer> {
  let hop = first;
  for (let redirects = 0; ; redirects++) {
    const response = await open(hop, options, signal);
    try {
      const status = response.statusCode ?? 0;
      const location = REDIRECTS.has(status) ? response.headers.location : undefined;
      if (location === undefined) {
        const body = await readBody(response, options.maxBodyBytes);
        return { status, contentType: response.headers['content-type'], body };
      }
      if (redirects === options.maxRedirects) throw new TooManyRedirectsError(options.maxRedirects);
      hop = hopAfter(hop, status, location, options);
    } finally {
      response.destroy();
    }
  }
}

function open(
  { url, method, headers, body }: Hop,
  options: CallOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { allowed, connectTimeoutMs, resolve } = options;
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const lookup = guardedLookup(allowed.has(url) ? 'any' : 'none', resolve);
  const sent = { 'user-agent': 'PetBuddy', ...headers, 'accept-encoding': ACCEPTED_ENCODINGS, ...length };
  return openRequest(url, { method, headers: sent, lookup, signal, connectTimeoutMs }, body);
}

function hopAfter({ url, method, headers, body }: Hop, status: number, location: string, options: CallOptions): Hop {
  if (!URL.canParse(location, url.href)) throw new UnsafeUrlError('The redirect leads to no address');
  const target = parseCallable(new URL(location, url.href).href, options.allowed, options.ports);
  const kept = target.origin === url.origin ? headers : harmlessOf(headers);
  if (KEEPS_METHOD.has(status)) return { url: target, method, headers: kept, ...(body !== undefined && { body }) };
  const { 'content-type': _ofBody, ...withoutBody } = kept;
  return { url: target, method: method === 'HEAD' ? 'HEAD' : 'GET', headers: withoutBody };
}

function harmlessOf(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => HARMLESS_HEADERS.includes(name)));
}
