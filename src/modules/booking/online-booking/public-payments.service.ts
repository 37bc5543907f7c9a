import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { AppointmentsRepository, type StoredBooking } from '../reservations/index.js';
import { Deposits, type HoldDeposit } from './deposits.js';
import { PublicHoldsRepository } from './public-holds.repository.js';
import type { Visitor } from './visitors.js';

export interface SeenDeposit {
  readonly deposit: HoldDeposit;
  /** Null until the time is booked. */
  readonly booking: StoredBooking | null;
}

/** The payment step of a visitor's own hold. */
@Injectable()
export class PublicPaymentsService {
  constructor(
    private readonly holds: PublicHoldsRepository,
    private readonly deposits: Deposits,
    private readonly appointments: AppointmentsRepository,
  ) {}

  /** What a hold demands, in minor units; 0: nothing. */
  depositFor(scope: CompanyScope, hold: StoredBooking): Promise<number> {
    return this.deposits.amountFor(scope, hold);
  }

  /** Reads stored data only. @throws AppError NOT_FOUND, also for a hold of another visitor */
  async get(scope: CompanyScope, visitor: Visitor, id: Types.ObjectId): Promise<SeenDeposit> {
    await this.holds.getOwn(scope, id, visitor);
    const deposit = await this.deposits.find(scope, id);
    if (!deposit) throw AppError.notFound('Payment');
    const { booked_id } = deposit;
    return { deposit, booking: booked_id && (await this.appointments.getBooking(scope, booked_id)) };
  }

  /** Repeatable. @throws AppError NOT_FOUND | HOLD_EXPIRED | PROVIDER_REFUSED | PROVIDER_UNREACHABLE | TOO_MANY_TRIES */
  async charge(scope: CompanyScope, visitor: Visitor, id: Types.ObjectId, taxId?: string): Promise<SeenDeposit> {
    await this.holds.getOwn(scope, id, visitor);
    await this.deposits.charge(scope, id, taxId);
    return this.get(scope, visitor, id);
  }
}
