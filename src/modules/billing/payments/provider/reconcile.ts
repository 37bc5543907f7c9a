import { movedBy, netOf } from '../payment-money.js';
import type { Movement, MovementKind, PaymentStatus, Refund } from '../payment.types.js';
import type { Payment } from '../schemas/payment.schema.js';
import type { ProviderPayment, ProviderPhase } from './payment-provider.js';
import type { TimeOfDay } from './provider-days.js';

/** Phases in which the money has come in at some time. */
const PAID: readonly ProviderPhase[] = ['confirmed', 'received', 'refunding', 'refunded', 'charged_back'];

type Reconciled = Pick<Payment, 'status' | 'movements' | 'refunds' | 'received_at'>;

/**
 * Compares the payment of the provider with the stored one, and adds a movement for each difference. So the order of
 * events does not matter.
 */
export function reconciled(payment: Payment, timeOf: TimeOfDay, remote: ProviderPayment): Reconciled {
  const { movements: stored, status, received_at } = payment;
  if (remote.phase === 'unknown') return { status, movements: stored, refunds: payment.refunds, received_at };
  const isPaid = PAID.includes(remote.phase);
  const paid = isPaid ? remote.amount : 0;
  const done = remote.refunds.filter((one) => one.status === 'done');
  const refunded = remote.phase === 'refunded' ? paid : Math.min(sumOf(done), paid);
  const lastRefund =
    done
      .flatMap(({ madeOn }) => madeOn ?? [])
      .toSorted()
      .at(-1) ?? null;
  const chargedBack = remote.phase === 'charged_back' ? paid - refunded : 0;
  const targets: [MovementKind, number, Date][] = [
    ['payment', paid, timeOf(isPaid ? remote.paidOn : null)],
    ['refund', -refunded, timeOf(lastRefund)],
    ['chargeback', -chargedBack, timeOf(null)],
  ];
  const added = targets
    .map(([kind, target, at]): Movement => ({ kind, amount: target - movedBy(payment, kind), at, by: null }))
    .filter(({ amount }) => amount !== 0);
  const movements = [...stored, ...added];
  return {
    status: statusOf(remote, status, netOf({ movements })),
    movements,
    refunds: payment.refunds.map((refund) => settled(refund, remote)),
    received_at: received_at ?? (isPaid ? timeOf(remote.paidOn) : null),
  };
}

function statusOf({ phase, isDeleted }: ProviderPayment, current: PaymentStatus, net: number): PaymentStatus {
  if (PAID.includes(phase)) {
    if (net === 0) return 'refunded';
    if (phase === 'confirmed') return 'confirmed';
    return phase === 'refunding' && current === 'confirmed' ? 'confirmed' : 'received';
  }
  if (isDeleted) return 'cancelled';
  return phase === 'overdue' ? 'overdue' : 'pending';
}

/** A refund that the provider knows has the provider's state. */
function settled(refund: Refund, { refunds }: ProviderPayment): Refund {
  const known = refunds.find(({ key }) => key === refund._id.toHexString());
  return known ? { ...refund, status: known.status } : refund;
}

const sumOf = (refunds: readonly { amount: number }[]): number =>
  refunds.reduce((total, { amount }) => total + amount, 0);
