import type { Movement, MovementKind } from './payment.types.js';
import type { Payment } from './schemas/payment.schema.js';

type Moved = Pick<Payment, 'movements'>;

const sum = (movements: readonly Movement[]): number => movements.reduce((total, { amount }) => total + amount, 0);

/** All money that came in less all money that went back, in minor units. */
export const netOf = ({ movements }: Moved): number => sum(movements);

/** The sum of the movements of one kind; refunds and chargebacks are below 0. */
export const movedBy = ({ movements }: Moved, kind: MovementKind): number =>
  sum(movements.filter((one) => one.kind === kind));

/** What may still be paid back: without refunds that the provider is about to pay. */
export function refundableOf(payment: Pick<Payment, 'movements' | 'refunds'>): number {
  const requested = payment.refunds.filter(({ status }) => status === 'requested');
  return Math.max(0, netOf(payment) - requested.reduce((total, { amount }) => total + amount, 0));
}
