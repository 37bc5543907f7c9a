import type { AllowedHosts } from '../../../core/outbound/index.js';

/** Chrome and Edge on Android, Firefox, Windows, Safari. */
const PUSH_SERVICES = ['fcm.googleapis.com', 'updates.push.services.mozilla.com'];
const PUSH_SERVICE_DOMAINS = ['.notify.windows.com', '.push.apple.com'];

/** Whether an address belongs to a known push service. Others could make the server call a host of the caller's choice. */
export function isPushEndpoint(address: string, allowed: AllowedHosts): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  if (['http:', 'https:'].includes(url.protocol) && allowed.has(url)) return true;
  if (url.protocol !== 'https:' || url.port !== '') return false;
  return PUSH_SERVICES.includes(url.hostname) || PUSH_SERVICE_DOMAINS.some((domain) => url.hostname.endsWith(domain));
}
