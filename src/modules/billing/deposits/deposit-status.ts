import type { HoldDeposit } from '../../booking/online-booking/index.js';
import type { Deposit } from './deposit.schema.js';

/** What the visitor is told. */
export function statusOf(
  { state, expires_at, refund }: Pick<Deposit, 'state' | 'expires_at' | 'refund'>,
  now: Date,
): HoldDeposit['status'] {
  switch (state) {
    case 'open':
      return expires_at > now ? 'open' : 'expired';
    case 'booked':
    case 'kept':
      return 'booked';
    case 'expired':
      return 'expired';
    default:
      return refund?.reason === 'cancelled' ? 'booked' : 'refunded';
  }
}
