import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { CompaniesService } from '../../accounts/companies/index.js';
import { visitRequestOf } from '../../booking/availability/index.js';
import { Deposits, type DepositTaker, type HoldDeposit } from '../../booking/online-booking/index.js';
import { AppointmentsRepository, holdExpired, type StoredBooking } from '../../booking/reservations/index.js';
import { OnlinePayments, type Payment, providerRefused, providerUnreachable } from '../payments/index.js';
import { descriptionOf } from './deposit-words.js';
import type { Deposit } from './deposit.schema.js';
import { DepositsRepository } from './deposits.repository.js';
import { statusOf } from './deposit-status.js';

/** Each refused try is a row in the books. */
const MAX_TRIES = 10;
const HOUR_SECONDS = 3_600;
const DEAD_PAYMENTS: readonly Payment['status'][] = ['failed', 'cancelled'];

export const lockOf = (id: Types.ObjectId): string => `deposit:${id.toHexString()}`;

/** Demands deposits for holds of the public page, and makes their PIX payments. */
@Injectable()
export class DepositsService implements DepositTaker, OnModuleInit {
  constructor(
    private readonly registry: Deposits,
    private readonly deposits: DepositsRepository,
    private readonly payments: OnlinePayments,
    private readonly appointments: AppointmentsRepository,
    private readonly companies: CompaniesService,
    private readonly locks: KeyedLocks,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  canTake(scope: CompanyScope, amount: number, currency: string): Promise<boolean> {
    return this.payments.canTake(scope, amount, currency);
  }

  async find(scope: CompanyScope, holdId: Types.ObjectId): Promise<HoldDeposit | null> {
    const deposit = await this.deposits.findById(scope, holdId);
    return deposit && this.toView(scope, deposit);
  }

  async demand(scope: CompanyScope, hold: StoredBooking, amount: number, payUntil: Date): Promise<HoldDeposit> {
    const { _id, contact_id, currency, starts_at, notes, price, pet_ids } = hold;
    const deposit = await this.deposits.insert(scope, {
      ...{ _id, contact_id, amount, currency, expires_at: payUntil, state: 'open', due_at: payUntil },
      again: {
        ...{ visit: visitRequestOf(hold, undefined), starts_at, notes, price },
        pet_ids: pet_ids.map((id) => id.toHexString()),
      },
    });
    return this.toView(scope, deposit);
  }

  /** One at a time, so that a visitor who taps twice gets one payment. */
  async charge(scope: CompanyScope, holdId: Types.ObjectId, taxId?: string): Promise<HoldDeposit> {
    const charged = await this.locks.withLock(lockOf(holdId), async () => {
      const deposit = await this.deposits.getById(scope, holdId);
      if (deposit.state === 'booked') return deposit;
      if (deposit.state !== 'open' || deposit.expires_at <= new Date()) throw holdExpired();
      const [known, requested] = await this.requested(scope, deposit);
      if (requested.provider?.code) return known;
      const made = await this.payments.make(scope, requested._id, taxId);
      if (made.status === 'failed') throw providerRefused(made.provider?.problem ?? '');
      if (!made.provider?.id) throw providerUnreachable();
      return known;
    });
    return this.toView(scope, charged);
  }

  /** The payment is stored in the deposit before the provider hears of it, so its money is never unknown. */
  private async requested(scope: CompanyScope, deposit: Deposit): Promise<[Deposit, Payment]> {
    const last = deposit.payment_id && (await this.payments.find(scope, deposit.payment_id));
    if (last && !DEAD_PAYMENTS.includes(last.status)) return [deposit, last];
    if (deposit.tries >= MAX_TRIES) throw tooManyTries();
    const [held, company] = await Promise.all([
      this.appointments.getBooking(scope, deposit._id),
      this.companies.get(scope),
    ]);
    const payment = await this.payments.request(scope, held, {
      amount: deposit.amount,
      description: descriptionOf(held, company.locale),
      client_key: `deposit:${deposit._id.toHexString()}:${deposit.tries}`,
    });
    const fields = { payment_id: payment._id, tries: deposit.tries + 1 };
    return [await this.deposits.change(scope, deposit._id, () => fields), payment];
  }

  private async toView(scope: CompanyScope, deposit: Deposit): Promise<HoldDeposit> {
    const { amount, currency, expires_at, payment_id } = deposit;
    const payment = payment_id && (await this.payments.find(scope, payment_id));
    const isMade = !!payment?.provider?.id && !DEAD_PAYMENTS.includes(payment.status);
    const { code = null, qr_image = null, pay_url = null } = payment?.provider ?? {};
    const status = statusOf(deposit, new Date());
    const booked_id = status === 'booked' ? await this.ownVisit(scope, deposit) : null;
    return {
      ...{ status, amount, currency, expires_at, booked_id },
      needs_tax_id: status === 'open' && !isMade && !(await this.knowsTaxId(scope, deposit)),
      pix: status === 'open' && isMade ? { code, qr_image, pay_url } : null,
    };
  }

  /** Null if staff have given the appointment to another customer: its link is not for this visitor. */
  private async ownVisit(scope: CompanyScope, { booked_id, contact_id }: Deposit): Promise<Types.ObjectId | null> {
    const visit = booked_id && (await this.appointments.findById(scope, booked_id));
    return visit && contact_id && visit.contact_id?.equals(contact_id) ? visit._id : null;
  }

  private async knowsTaxId(scope: CompanyScope, { _id, tries }: Deposit): Promise<boolean> {
    // The provider has refused what it knows.
    if (tries > 0) return false;
    const held = await this.appointments.findById(scope, _id);
    return this.payments.knowsTaxId(scope, held?.contact_id ?? null);
  }
}

const tooManyTries = (): AppError =>
  new AppError('TOO_MANY_TRIES', 429, 'The payment was refused too often; ask the company', undefined, HOUR_SECONDS);
