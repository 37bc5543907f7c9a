import { lookup } from 'node:dns/promises';
import { AllowedHosts } from './allowed-hosts.js';
import { assertSafeUrl, hostOf } from './guarded-request.js';
import { UnsafeUrlError } from './outbound-errors.js';
import { isPublicAddress } from './public-address.js';

/** A name server that does not answer must not hold up the request. */
const RESOLVE_LIMIT_MS = 2_000;

/**
 * Checks an address that a company wants us to call: https on port 443 of a public host, or any host that the
 * operator allows. A name that cannot be resolved now is accepted, because each call checks it again.
 * @throws UnsafeUrlError
 */
export async function assertCallable(address: string, allowed: AllowedHosts): Promise<URL> {
  const url = parseCallable(address, allowed);
  if (allowed.has(url)) return url;
  const addresses = await withinLimit(lookup(hostOf(url), { all: true }));
  if (!addresses.every((one) => isPublicAddress(one.address))) {
    throw new UnsafeUrlError('The name does not lead to the public internet');
  }
  return url;
}

/**
 * The part of {@link assertCallable} that needs no name server.
 * @param ports as in `URL.port`; absent: only 443
 * @throws UnsafeUrlError
 */
export function parseCallable(address: string, allowed: AllowedHosts, ports?: readonly string[]): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isHttp = url !== undefined && ['http:', 'https:'].includes(url.protocol);
  const hasPassword = url !== undefined && (url.username !== '' || url.password !== '');
  return isHttp && !hasPassword && allowed.has(url) ? url : assertSafeUrl(address, false, ports);
}

async function withinLimit<T>(resolved: Promise<T[]>): Promise<T[]> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<T[]>((done) => (timer = setTimeout(() => done([]), RESOLVE_LIMIT_MS)));
  try {
    return await Promise.race([resolved.catch(() => []), limit]);
  } finally {
    clearTimeout(timer);
  }
}
