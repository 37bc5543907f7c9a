import type { Types } from 'mongoose';
import type { Charged } from '../../../booking/reservations/index.js';
import { movedBy } from '../payment-money.js';
import type { MovementKind, PaymentStatus } from '../payment.types.js';
import type { Payment } from '../schemas/payment.schema.js';
import { chargesOf } from './charges.js';

/** One line of an account. Charges and fees are what the customer owes; the others are money that moved. */
export interface LedgerEntry {
  readonly kind: 'charge' | 'fee' | MovementKind;
  /** In minor units; a refund or chargeback is below 0. */
  readonly amount: number;
  readonly at: Date;
  readonly appointment_id: Types.ObjectId | null;
  readonly payment_id: Types.ObjectId | null;
}

/** All sums are in minor units of `currency`. */
export interface Account {
  readonly currency: string;
  readonly charges: number;
  readonly fees: number;
  readonly received: number;
  /** Refunds and chargebacks, above 0. */
  readonly refunded: number;
  /** Charges and fees less the money that came in and stayed. Below 0: the customer has a credit. */
  readonly owed: number;
  /** Payment requests that the customer has not paid yet; they may still be paid. */
  readonly requested: number;
  readonly entries: readonly LedgerEntry[];
}

const OPEN_STATUSES: readonly PaymentStatus[] = ['pending', 'overdue'];

/** Adds up what appointments cost and what payments moved; money in another currency is left out. */
export function accountOf(currency: string, appointments: readonly Charged[], payments: readonly Payment[]): Account {
  const costs = appointments.filter((one) => one.currency === currency).flatMap(entriesOfAppointment);
  const paid = payments.filter((one) => one.currency === currency);
  const sumOf = (kind: LedgerEntry['kind']): number =>
    costs.filter((one) => one.kind === kind).reduce((total, { amount }) => total + amount, 0);
  const moved = (kind: MovementKind): number => paid.reduce((total, one) => total + movedBy(one, kind), 0);
  const [charges, fees, received] = [sumOf('charge'), sumOf('fee'), moved('payment')];
  const refunded = 0 - moved('refund') - moved('chargeback');
  const entries = [...costs, ...paid.flatMap(entriesOfPayment)].sort((a, b) => a.at.getTime() - b.at.getTime());
  const open = paid.filter(({ status, provider }) => OPEN_STATUSES.includes(status) && !provider?.is_unknown);
  const requested = open.reduce((total, { amount }) => total + amount, 0);
  const owed = charges + fees - received + refunded;
  return { currency, charges, fees, received, refunded, owed, requested, entries };
}

function entriesOfAppointment(appointment: Charged): LedgerEntry[] {
  const { _id: appointment_id, starts_at: at } = appointment;
  return chargesOf(appointment).map((charge) => ({ ...charge, at, appointment_id, payment_id: null }));
}

function entriesOfPayment({ _id: payment_id, appointment_id, movements }: Payment): LedgerEntry[] {
  return movements.map(({ kind, amount, at }) => ({ kind, amount, at, appointment_id, payment_id }));
}
