import type { Types } from 'mongoose';
import type { Movement, PaymentStatus, Refund } from './payment.types.js';
import { netOf, refundableOf } from './payment-money.js';
import { clientKeyReused, notCancellable, nothingToRefund, refundTooHigh } from './payments.errors.js';
import type { Payment } from './schemas/payment.schema.js';

const CANCELLABLE: readonly PaymentStatus[] = ['pending', 'overdue'];

export interface RefundRequest {
  readonly id: Types.ObjectId;
  /** In minor units; undefined: all that is left. */
  readonly amount?: number;
  readonly reason?: string;
  /** A repetition with the same key is the same refund. */
  readonly client_key?: string;
  readonly by: Types.ObjectId | null;
  readonly at: Date;
}

type Changed = Partial<Pick<Payment, 'status' | 'movements' | 'refunds' | 'received_at' | 'due_at'>>;

/** The first fields of a payment at the desk: the money is there. */
export function receivedAtDesk(amount: number, by: Types.ObjectId, at: Date): Omit<Required<Changed>, 'due_at'> {
  return { status: 'received', movements: [{ kind: 'payment', amount, at, by }], refunds: [], received_at: at };
}

/** The refund that a request made. @throws AppError CLIENT_KEY_REUSED */
export function refundOf({ refunds }: Payment, { id, client_key, amount }: RefundRequest): Refund | undefined {
  const known = refunds.find((one) => one._id.equals(id) || (client_key && one.client_key === client_key));
  if (known && amount !== undefined && amount !== known.amount) throw clientKeyReused();
  return known;
}

/** Money that staff hand back. Repeatable. @throws AppError NOTHING_TO_REFUND | REFUND_TOO_HIGH | CLIENT_KEY_REUSED */
export function refundedAtDesk(payment: Payment, request: RefundRequest): Changed {
  if (refundOf(payment, request)) return {};
  const refund = { ...newRefund(payment, request), status: 'done' } as const;
  const back: Movement = { kind: 'refund', amount: -refund.amount, at: refund.at, by: refund.by };
  const movements = [...payment.movements, back];
  return {
    refunds: [...payment.refunds, refund],
    movements,
    ...(netOf({ movements }) === 0 ? { status: 'refunded' } : {}),
  };
}

/** A refund that the provider has still to pay. Repeatable. @throws AppError like {@link refundedAtDesk} */
export function refundRequested(payment: Payment, request: RefundRequest): Changed {
  if (refundOf(payment, request)) return {};
  return { refunds: [...payment.refunds, newRefund(payment, request)], due_at: request.at };
}

/** Judged on the state that the write compares, so parallel refunds never exceed the money. */
function newRefund(payment: Payment, { id, amount, reason, client_key, by, at }: RefundRequest): Refund {
  const refundable = refundableOf(payment);
  if (refundable === 0) throw nothingToRefund();
  const wanted = amount ?? refundable;
  if (wanted > refundable) throw refundTooHigh(refundable);
  const key = client_key === undefined ? {} : { client_key };
  return { ...{ _id: id, amount: wanted, status: 'requested', reason: reason ?? null, at, by }, ...key };
}

/** Repeatable. @throws AppError NOT_CANCELLABLE */
export function cancelled({ status }: Payment): Changed {
  if (status === 'cancelled') return {};
  if (!CANCELLABLE.includes(status)) throw notCancellable(status);
  return { status: 'cancelled' };
}
