import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { depositOf } from '../catalog/index.js';
import type { StoredBooking } from '../reservations/index.js';

/** `refunded`: the time could not be booked, and the money is paid back. */
export const DEPOSIT_STATUSES = ['open', 'booked', 'expired', 'refunded'] as const;
export type DepositStatus = (typeof DEPOSIT_STATUSES)[number];

/** What a visitor needs to pay. */
export interface DepositCodes {
  /** The PIX code to copy; null while the provider has not given it. */
  readonly code: string | null;
  /** PNG in base64. */
  readonly qr_image: string | null;
  /** A page of the provider where the same payment can be paid. */
  readonly pay_url: string | null;
}

/** The deposit of a hold as it is stored. */
export interface HoldDeposit {
  readonly status: DepositStatus;
  /** In minor units. */
  readonly amount: number;
  readonly currency: string;
  readonly expires_at: Date;
  readonly needs_tax_id: boolean;
  /** Null until the payment is made. */
  readonly pix: DepositCodes | null;
  /** The appointment, once it is booked; null if it is another customer's now. */
  readonly booked_id: Types.ObjectId | null;
}

/** Takes deposits, in the area billing. */
export interface DepositTaker {
  /** Whether the company can take such an amount (minor units) online. */
  canTake(scope: CompanyScope, amount: number, currency: string): Promise<boolean>;
  /** Reads stored data only. */
  find(scope: CompanyScope, holdId: Types.ObjectId): Promise<HoldDeposit | null>;
  /** Demands a deposit for a hold that waits for it. Repeatable. @param payUntil before the hold ends */
  demand(scope: CompanyScope, hold: StoredBooking, amount: number, payUntil: Date): Promise<HoldDeposit>;
  /**
   * Makes the payment at the provider, unless it is made. Repeatable.
   * @param taxId digits of the visitor's CPF or CNPJ
   * @throws AppError NOT_FOUND | HOLD_EXPIRED | PROVIDER_REFUSED | PROVIDER_UNREACHABLE | TOO_MANY_TRIES
   */
  charge(scope: CompanyScope, holdId: Types.ObjectId, taxId?: string): Promise<HoldDeposit>;
}

/** Lets the area billing take deposits of the public page; it registers in `onModuleInit`. */
@Injectable()
export class Deposits {
  private taker: DepositTaker | undefined;

  register(taker: DepositTaker): void {
    this.taker = taker;
  }

  /** The deposit that a hold demands, in minor units; 0: none, or the company cannot take it online. */
  async amountFor(scope: CompanyScope, hold: StoredBooking): Promise<number> {
    const amount = depositOf(hold);
    return amount > 0 && (await this.taker?.canTake(scope, amount, hold.currency)) ? amount : 0;
  }

  async find(scope: CompanyScope, holdId: Types.ObjectId): Promise<HoldDeposit | null> {
    return (await this.taker?.find(scope, holdId)) ?? null;
  }

  demand(...args: Parameters<DepositTaker['demand']>): Promise<HoldDeposit> {
    return this.required().demand(...args);
  }

  charge(...args: Parameters<DepositTaker['charge']>): Promise<HoldDeposit> {
    return this.required().charge(...args);
  }

  private required(): DepositTaker {
    if (!this.taker) throw new Error('Nobody takes deposits');
    return this.taker;
  }
}
