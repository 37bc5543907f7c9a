import type { Payment } from '../schemas/payment.schema.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Webhooks may be lost: an open payment or refund is read again, often while it is young. */
const YOUNG_MS = HOUR_MS;
const YOUNG_EVERY_MS = 5 * MINUTE_MS;
const OPEN_EVERY_MS = 6 * HOUR_MS;
/** For refunds and chargebacks at the provider. */
const PAID_EVERY_MS = DAY_MS;
const PAID_FOR_MS = 120 * DAY_MS;
const OPEN_FOR_MS = 400 * DAY_MS;
/** After a call whose effect is not known. */
export const RETRY_AFTER_MS = MINUTE_MS;

/** For an account without a key that works, and for a payment that it does not have. */
export const PAUSE_MS = 6 * HOUR_MS;

/** When the provider is asked again; null: never. */
export function nextReadAt({ status, refunds, created_at }: Payment, now: Date): Date | null {
  const after = (ms: number): Date => new Date(now.getTime() + ms);
  const age = now.getTime() - created_at.getTime();
  const requested = refunds.filter((one) => one.status === 'requested').map(({ at }) => at.getTime());
  if (requested.length > 0) {
    const isYoung = now.getTime() - Math.max(...requested) < YOUNG_MS;
    return after(isYoung ? RETRY_AFTER_MS : OPEN_EVERY_MS);
  }
  switch (status) {
    case 'pending':
    case 'overdue':
      if (age > OPEN_FOR_MS) return null;
      return after(age < YOUNG_MS ? YOUNG_EVERY_MS : OPEN_EVERY_MS);
    case 'confirmed':
    case 'received':
    case 'refunded':
      return age > PAID_FOR_MS ? null : after(PAID_EVERY_MS);
    default:
      return null;
  }
}
