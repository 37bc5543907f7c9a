import { Injectable, Logger } from '@nestjs/common';
import type { Types } from 'mongoose';
import { crashPoint } from '../../../core/crash-points/index.js';
import { AppError } from '../../../core/errors/index.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { netOf, OnlinePayments, type Payment, PaymentUpkeep } from '../payments/index.js';
import { DepositBooker } from './deposit-booker.service.js';
import { DepositHolds } from './deposit-holds.service.js';
import { DepositMailService } from './deposit-mail.service.js';
import type { Deposit } from './deposit.schema.js';
import { DepositsRepository } from './deposits.repository.js';
import { lockOf } from './deposits.service.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Of a process that looks at a deposit; another one tries after it. */
const LEASE_MS = 2 * MINUTE_MS;
/** A lost event of a cancellation is found after this time. */
const BOOKED_EVERY_MS = 6 * HOUR_MS;
const REFUSED_REFUND_MS = HOUR_MS;
const UNDECIDED = ['open', 'expired'] as const;

/** When a deposit is looked at next; null: never. */
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

  /** A failure leaves the deposit to the next sweep. */
  async settle(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    await this.locks.withLock(lockOf(id), async () => {
      const lease = new Date(Date.now() + LEASE_MS);
      const deposit = await this.deposits.lease(scope, id, lease);
      if (!deposit) return;
      await this.deposits.release(scope, id, lease, await this.step(scope, deposit));
    });
  }

  private async step(scope: CompanyScope, deposit: Deposit): Promise<Next> {
    const { payment_id } = deposit;
    const payment = payment_id && (await this.payments.find(scope, payment_id));
    switch (deposit.state) {
      case 'open':
      case 'expired':
        return payment && netOf(payment) > 0
          ? this.afterMoney(scope, deposit, payment)
          : this.withoutMoney(scope, deposit, payment);
      case 'booked':
        return payment ? this.afterVisit(scope, deposit, payment) : null;
      case 'refunding':
        return payment ? this.payBack(scope, deposit, payment) : null;
      default:
        return null;
    }
  }

  private async afterMoney(scope: CompanyScope, deposit: Deposit, payment: Payment): Promise<Next> {
    const { contact_id } = payment;
    const booked = contact_id && (await this.booker.book(scope, deposit, contact_id));
    crashPoint('deposit.booked');
    if (!booked) {
      await this.holds.release(scope, deposit._id);
      return this.decideRefund(scope, deposit, { reason: 'late', amount: null, refusals: 0 });
    }
    if (!payment.appointment_id?.equals(booked._id)) await this.payments.attach(scope, payment._id, booked);
    await this.deposits.decide(scope, deposit._id, UNDECIDED, { state: 'booked', booked_id: booked._id });
    return later(BOOKED_EVERY_MS);
  }

  /** The time goes back on sale, and the payment ends at the provider: it is looked at until it has ended. */
  private async withoutMoney(scope: CompanyScope, deposit: Deposit, payment: Payment | null): Promise<Next> {
    const end = await this.holds.endOf(scope, deposit);
    if (!end.isOver) return end.at;
    await this.holds.release(scope, deposit._id);
    await this.deposits.decide(scope, deposit._id, UNDECIDED, {
      state: 'expired',
      is_given_up: deposit.is_given_up || end.isGivenUp,
    });
    if (!payment || !isOpen(payment)) return null;
    const ended = await this.upkeep.end(scope, payment);
    if (netOf(ended) > 0) return this.step(scope, await this.deposits.getById(scope, deposit._id));
    return isOpen(ended) ? later(MINUTE_MS) : null;
  }

  /** Pays back what was paid for a visit that was cancelled free of charge. */
  private async afterVisit(scope: CompanyScope, deposit: Deposit, payment: Payment): Promise<Next> {
    const outcome = await this.holds.outcomeOf(scope, deposit, payment);
    if (outcome === 'to come') return later(BOOKED_EVERY_MS);
    if (outcome === 'over') return null;
    if (outcome.refund > 0)
      return this.decideRefund(scope, deposit, { reason: 'cancelled', amount: outcome.refund, refusals: 0 });
    await this.deposits.decide(scope, deposit._id, ['booked'], { state: 'kept' });
    return null;
  }

  /** Stored before the provider is asked, so that the time cannot be booked as well. */
  private async decideRefund(
    scope: CompanyScope,
    deposit: Deposit,
    refund: NonNullable<Deposit['refund']>,
  ): Promise<Next> {
    await this.deposits.decide(scope, deposit._id, [...UNDECIDED, 'booked'], { state: 'refunding', refund });
    crashPoint('deposit.refunding');
    return this.step(scope, await this.deposits.getById(scope, deposit._id));
  }

  private async payBack(scope: CompanyScope, deposit: Deposit, payment: Payment): Promise<Next> {
    const { _id, refund } = deposit;
    if (!refund) return null;
    const isRefused = (await this.refund(scope, deposit, payment, refund)) === 'failed';
    if (isRefused) {
      this.logger.error(`the provider refuses to pay back deposit ${_id.toHexString()}`);
      const refusals = refund.refusals + 1;
      await this.deposits.decide(scope, _id, ['refunding'], { refund: { ...refund, refusals } });
      return later(REFUSED_REFUND_MS);
    }
    if (refund.reason === 'late') await this.mails.tell(scope, deposit, payment.contact_id);
    await this.deposits.decide(scope, _id, ['refunding'], { state: 'refunded' });
    return null;
  }

  /** Nothing is left to pay back if staff have done it at the provider. */
  private async refund(
    scope: CompanyScope,
    { _id }: Deposit,
    payment: Payment,
    { reason, amount, refusals }: NonNullable<Deposit['refund']>,
  ): Promise<string> {
    const client_key = `deposit:${_id.toHexString()}:${refusals}`;
    const text = reason === 'late' ? 'Paid too late to book the time' : 'The visit was cancelled free of charge';
    try {
      const request = { reason: text, client_key, ...(amount === null ? {} : { amount }) };
      return (await this.payments.refund(scope, payment._id, request))?.status ?? 'requested';
    } catch (error) {
      if (error instanceof AppError && NOTHING_LEFT.includes(error.code)) return 'done';
      throw error;
    }
  }
}

const NOTHING_LEFT: readonly string[] = ['NOTHING_TO_REFUND', 'REFUND_TOO_HIGH'];

const isOpen = ({ status }: Payment): boolean => status === 'pending' || status === 'overdue';

const later = (ms: number): Date => new Date(Date.now() + ms);
