import { lookup as resolve } from 'node:dns';
import { type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { UnsafeUrlError } from './outbound-errors.js';
import { isLoopbackAddress, isPublicAddress } from './public-address.js';

/** Which private addresses a connection may reach: none, this machine, or any because the operator named the host. */
export type PrivateAddresses = 'none' | 'loopback' | 'any';

const LOCAL_NAME = /(^|\.)localhost\.?$/;

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
  if (LOCAL_NAME.test(host)) throw new UnsafeUrlError('The address is not public');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new UnsafeUrlError('The address is not public');
  return url;
}

/** Resolves a name once, and refuses it unless every address may be reached. */
export function guardedLookup(reachable: PrivateAddresses): LookupFunction {
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
export function openRequest(url: URL, options: RequestOptions, body?: string | Buffer): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    // A kept connection would skip the check of its address.
    send(url, { ...options, agent: false })
      .on('response', done)
      .on('error', fail)
      .end(body);
  });
}

/** The host without the brackets of an IPv6 address. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}
