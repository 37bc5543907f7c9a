import type { ChannelToken } from '../../channels/index.js';

const DAY_MS = 86_400_000;
/** Instagram renews tokens of this age or older. */
const RENEWABLE_FROM_MS = DAY_MS;
/** Half of the 60 days of a token. A failed renewal is tried again each day. */
const RENEW_FROM_MS = 30 * DAY_MS;

type Age = Pick<ChannelToken, 'refreshed_at' | 'expires_at' | 'stored_at'>;

/** Whether Instagram allows a renewal. A token of unknown age is at least as old as our copy. */
export function isRenewable({ refreshed_at, stored_at }: Age, now: Date): boolean {
  const since = refreshed_at ?? stored_at;
  return since === null || now.getTime() - since.getTime() >= RENEWABLE_FROM_MS;
}

/** A token with an unknown end is due at once: a renewal returns the end. */
export function isRenewalDue(token: Age, now: Date): boolean {
  const { refreshed_at, expires_at } = token;
  if (!isRenewable(token, now)) return false;
  if (!expires_at || !refreshed_at) return true;
  const left = expires_at.getTime() - now.getTime();
  return left <= RENEW_FROM_MS || now.getTime() - refreshed_at.getTime() >= RENEW_FROM_MS;
}
