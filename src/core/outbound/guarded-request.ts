import { lookup as resolveName } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { CallTimeoutError, UnsafeUrlError } from './outbound-errors.js';
import { isLoopbackAddress, isPublicAddress } from './public-address.js';

/** Which private addresses a connection may reach: none, this machine, or any because the operator named the host. */
export type PrivateAddresses = 'none' | 'loopback' | 'any';

/** Finds the addresses of a name; `dns.lookup`, or a stub of a test. */
export type NameResolver = typeof resolveName;

export interface GuardedRequest extends RequestOptions {
  /** From the name server to the end of the handshake. */
  readonly connectTimeoutMs?: number;
}

const LOCAL_NAME = /(^|\.)localhost\.?$/;
/** `URL.port` of https on its standard port. */
const STANDARD_PORT = '';

/** Checks an address before its name is resolved. @throws UnsafeUrlError */
export function assertSafeUrl(
  address: string,
  allowLoopback: boolean,
  ports: readonly string[] = [STANDARD_PORT],
): URL {
  if (!URL.canParse(address)) throw new UnsafeUrlError('The address is not a URL');
  const url = new URL(address);
  const host = hostOf(url);
  const isLocal = allowLoopback && (host === 'localhost' || isLoopbackAddress(host));
  if (isLocal && ['http:', 'https:'].includes(url.protocol)) return url;
  if (url.protocol !== 'https:') throw new UnsafeUrlError('Only https is fetched');
  if (url.username !== '' || url.password !== '') throw new UnsafeUrlError('An address may not carry a password');
  if (!ports.includes(url.port)) throw new UnsafeUrlError('This port is not allowed');
  if (LOCAL_NAME.test(host)) throw new UnsafeUrlError('The address is not public');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new UnsafeUrlError('The address is not public');
  return url;
}

/** Resolves a name once, and refuses it unless every address may be reached. */
export function guardedLookup(reachable: PrivateAddresses, resolve: NameResolver = resolveName): LookupFunction {
  const isAllowed = (address: string): boolean =>
    reachable === 'any' || isPublicAddress(address) || (reachable === 'loopback' && isLoopbackAddress(address));
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '');
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isAllowed(address))) {
        return callback(new UnsafeUrlError('The name does not lead to the public internet'), '');
      }
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}

/** Sends a request to a checked URL; it follows no redirect. Node skips `lookup` for a numeric host: check it before. */
export function openRequest(
  url: URL,
  { connectTimeoutMs, ...options }: GuardedRequest,
  body?: string | Buffer,
): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    // A kept connection would skip the check of its address.
    const request = send(url, { ...options, agent: false });
    if (connectTimeoutMs !== undefined) limitConnecting(request, url, connectTimeoutMs);
    request.on('response', done).on('error', fail).end(body);
  });
}

function limitConnecting(request: ClientRequest, url: URL, limitMs: number): void {
  const timer = setTimeout(() => request.destroy(new CallTimeoutError(limitMs)), limitMs);
  const stop = (): void => clearTimeout(timer);
  const connected = url.protocol === 'https:' ? 'secureConnect' : 'connect';
  request.on('socket', (socket) => socket.once(connected, stop)).once('close', stop);
}

/** The host without the brackets of an IPv6 address. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}
