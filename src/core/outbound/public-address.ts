import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The assigned part of IPv6. ipaddr.js says `unicast` of unassigned addresses too. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** The service of Azure for its own machines; it answers with their settings, although the address looks public. */
const AZURE_HOST_SERVICE = '168.63.129.16';

/** Whether a numeric address is on the public internet; false for a string that is no address. */
export function isPublicAddress(address: string): boolean {
  const parsed = parse(address);
  if (parsed?.range() !== 'unicast' || address === AZURE_HOST_SERVICE) return false;
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST);
}

/** Whether a numeric address is this machine; false for a string that is no address. */
export function isLoopbackAddress(address: string): boolean {
  const parsed = parse(address);
  if (parsed instanceof ipaddr.IPv6 && parsed.isIPv4MappedAddress())
    return parsed.toIPv4Address().range() === 'loopback';
  return parsed?.range() === 'loopback';
}

/** `isIP` refuses the short, octal and hexadecimal forms that ipaddr.js reads. */
function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  return isIP(address) !== 0 && ipaddr.isValid(address) ? ipaddr.parse(address) : undefined;
}
