import { Injectable, Logger } from '@nestjs/common';
import type { Types } from 'mongoose';
import { crashPoint } from '../../../core/crash-points/index.js';
import { AppError } from '../../../core/errors/index.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { netOf, OnlinePayments, type Payment, PaymentUpkeep, type RefundStatus } from '../payments/index.js';
import { DepositBooker } from './deposit-booker.service.js';
import { DepositHolds } from './deposit-holds.service.js';
import { DepositMailService } from './deposit-mail.service.js';
import type { Deposit, DepositRefund, DepositState } from './deposit.schema.js';
import { DepositsRepository, UNDECIDED } from './deposits.repository.js';
import { lockOf } from './deposits.service.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
/** Of a process that checks a deposit; another one tries after it. */
const LEASE_MS = 2 * MINUTE_MS;
/** Short, so that a failure is repeated before the hold ends. */
const RETRY_MS = 20 * SECOND_MS;
/** A lost event of a cancellation is found after this time. */
const BOOKED_EVERY_MS = 6 * HOUR_MS;
/** The payment is followed more often; news of it wakes the deposit. */
const REFUND_EVERY_MS = HOUR_MS;

/** When a deposit is checked next; null: never. */
type Next = Date | null;

/**
 * Brings a deposit to where its stored payment and its appointment say. Each step may be repeated; what cannot be taken back is
 * decided by one write before it is done.
 */
@Injectable()
export class DepositSettler {
  private readonly logger = new Logger(DepositSettler.name);

  constructor(
    private readonly deposits: DepositsRepository,
    private readonly payments: OnlinePayments,
    private readonly upkeep: PaymentUpkeep,
    private readonly booker: DepositBooker,
    private readonly holds: DepositHolds,
    private readonly mails: DepositMailService,
    private readonly locks: KeyedLocks,
  ) {}

  /** A failure leaves the deposit to a sweep soon. */
  async settle(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    await this.locks.withLock(lockOf(id), async ({ signal }) => {
      const lease = later(LEASE_MS);
      const deposit = await this.deposits.lease(scope, id, lease);
      if (!deposit) return;
      let next: Next = later(RETRY_MS);
      try {
        next = await this.step(scope, deposit, signal);
      } finally {
        await this.deposits.release(scope, id, lease, next);
      }
    });
  }

  private async step(scope: CompanyScope, deposit: Deposit, signal: AbortSignal): Promise<Next> {
    signal.throwIfAborted();
    const { payment_id } = deposit;
    const payment = payment_id && (await this.payments.find(scope, payment_id));
    switch (deposit.state) {
      case 'open':
      case 'expired':
        return payment && netOf(payment) > 0
          ? this.afterMoney(scope, deposit, payment, signal)
          : this.withoutMoney(scope, deposit, payment, signal);
      case 'booked':
        return payment ? this.afterVisit(scope, deposit, payment, signal) : null;
      case 'refunding':
        return payment ? this.payBack(scope, deposit, payment, signal) : null;
      default:
        return null;
    }
  }

  private async afterMoney(
    scope: CompanyScope,
    deposit: Deposit,
    payment: Payment,
    signal: AbortSignal,
  ): Promise<Next> {
    const { contact_id } = payment;
    const booked = contact_id && (await this.booker.book(scope, deposit, contact_id));
    crashPoint('deposit.booked');
    if (!booked) {
      signal.throwIfAborted();
      await this.holds.expire(scope, deposit._id);
      const refund = { reason: 'late', amount: null, refusals: 0 } as const;
      return this.decide(scope, deposit, UNDECIDED, { state: 'refunding', refund }, signal);
    }
    if (!payment.appointment_id?.equals(booked._id)) await this.payments.attach(scope, payment._id, booked);
    return this.decide(scope, deposit, UNDECIDED, { state: 'booked', booked_id: booked._id }, signal);
  }

  /** The payment ends at the provider first, which knows whether it was paid in time. Then the time goes back on sale. */
  private async withoutMoney(
    scope: CompanyScope,
    deposit: Deposit,
    payment: Payment | null,
    signal: AbortSignal,
  ): Promise<Next> {
    const { _id, expires_at } = deposit;
    const end = await this.holds.endOf(scope, deposit);
    if (!end.isOver) return expires_at;
    const is_given_up = deposit.is_given_up || end.isGivenUp;
    await this.deposits.decide(scope, _id, UNDECIDED, { state: 'expired', is_given_up });
    const ended = payment && isOpen(payment) ? await this.upkeep.end(scope, payment) : payment;
    if (ended && netOf(ended) > 0) return this.step(scope, await this.deposits.getById(scope, _id), signal);
    if (await this.holds.isConfirmed(scope, deposit))
      return this.decide(scope, deposit, UNDECIDED, { state: 'booked', booked_id: _id }, signal);
    await this.holds.expire(scope, _id);
    if (ended && isOpen(ended)) return later(MINUTE_MS);
    await this.deposits.forgetNotes(scope, _id);
    return null;
  }

  /** Pays back what was paid for a visit that was cancelled free of charge. */
  private async afterVisit(
    scope: CompanyScope,
    deposit: Deposit,
    payment: Payment,
    signal: AbortSignal,
  ): Promise<Next> {
    const outcome = await this.holds.outcomeOf(scope, deposit, payment);
    if (outcome === 'to come') return later(BOOKED_EVERY_MS);
    if (outcome === 'over') return null;
    const refund = { reason: 'cancelled', amount: outcome.refund, refusals: 0 } as const;
    const fields = outcome.refund > 0 ? ({ state: 'refunding', refund } as const) : ({ state: 'kept' } as const);
    return this.decide(scope, deposit, ['booked'], fields, signal);
  }

  /** Stored before anything is done, so that a time is never both booked and paid back. Another process may have decided first. */
  private async decide(
    scope: CompanyScope,
    { _id }: Deposit,
    from: readonly DepositState[],
    fields: Partial<Deposit>,
    signal: AbortSignal,
  ): Promise<Next> {
    signal.throwIfAborted();
    await this.deposits.decide(scope, _id, from, fields);
    if (fields.state === 'refunding') crashPoint('deposit.refunding');
    return this.step(scope, await this.deposits.getById(scope, _id), signal);
  }

  private async payBack(scope: CompanyScope, deposit: Deposit, payment: Payment, signal: AbortSignal): Promise<Next> {
    const { _id, refund } = deposit;
    if (!refund) return null;
    const status = await this.refund(scope, deposit, payment, refund);
    if (status === 'failed') {
      this.logger.error(`the provider refuses to pay back deposit ${_id.toHexString()}`);
      const refusals = refund.refusals + 1;
      await this.deposits.decide(scope, _id, ['refunding'], { refund: { ...refund, refusals } });
      return later(REFUND_EVERY_MS);
    }
    if (status === 'too high') {
      const rest = { ...refund, amount: await this.holds.restOf(scope, deposit, payment) };
      return this.decide(scope, deposit, ['refunding'], { refund: rest }, signal);
    }
    if (refund.reason === 'late') await this.mails.tell(scope, deposit, payment.contact_id);
    // The provider may still refuse it.
    if (status === 'requested') return later(REFUND_EVERY_MS);
    await this.deposits.decide(scope, _id, ['refunding'], { state: 'refunded' });
    return null;
  }

  /** Nothing is left to pay back if staff have done it at the provider. @returns `too high`: they have paid back a part */
  private async refund(
    scope: CompanyScope,
    { _id }: Deposit,
    payment: Payment,
    { reason, amount, refusals }: DepositRefund,
  ): Promise<RefundStatus | 'too high'> {
    if (amount === 0) return 'done';
    const client_key = `deposit:${_id.toHexString()}:${refusals}`;
    const text = reason === 'late' ? 'The time could not be booked' : 'The visit was cancelled';
    try {
      const request = { reason: text, client_key, ...(amount === null ? {} : { amount }) };
      return (await this.payments.refund(scope, payment._id, request))?.status ?? 'requested';
    } catch (error) {
      if (error instanceof AppError && error.code === 'NOTHING_TO_REFUND') return 'done';
      if (error instanceof AppError && error.code === 'REFUND_TOO_HIGH') return 'too high';
      throw error;
    }
  }
}

const isOpen = ({ status }: Payment): boolean => status === 'pending' || status === 'overdue';

const later = (ms: number): Date => new Date(Date.now() + ms);
