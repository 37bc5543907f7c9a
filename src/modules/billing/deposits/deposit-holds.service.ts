import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { BookingService } from '../../booking/appointments/index.js';
import { BookingSettingsService } from '../../booking/catalog/index.js';
import { AppointmentsRepository, isDead, isTentative } from '../../booking/reservations/index.js';
import { type Payment, refundableOf } from '../payments/index.js';
import type { Deposit } from './deposit.schema.js';
import { GRACE_MS } from './deposits.service.js';

interface HoldEnd {
  readonly isOver: boolean;
  /** When it is over. */
  readonly at: Date;
  /** Somebody released or cancelled it. */
  readonly isGivenUp: boolean;
}

/** `refund`: in minor units, of a visit that was cancelled. */
export type VisitOutcome = 'to come' | 'over' | { readonly refund: number };

/** What has become of the hold and of the visit of a deposit. */
@Injectable()
export class DepositHolds {
  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly booking: BookingService,
    private readonly settings: BookingSettingsService,
  ) {}

  async endOf(scope: CompanyScope, { _id, expires_at }: Deposit): Promise<HoldEnd> {
    const hold = await this.appointments.findById(scope, _id);
    const at = new Date(expires_at.getTime() + GRACE_MS);
    const isGivenUp = hold?.state === 'CANCELLED';
    return { at, isGivenUp, isOver: !hold || isDead(hold) || expires_at <= new Date() };
  }

  /** Ends the hold if it is still one. */
  async release(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    const hold = await this.appointments.findById(scope, id);
    if (hold && isTentative(hold)) await this.booking.release(scope, id);
  }

  /** A fee that the customer owes, for a move, is not paid back. */
  async outcomeOf(scope: CompanyScope, { booked_id }: Deposit, payment: Payment): Promise<VisitOutcome> {
    const visit = booked_id && (await this.appointments.findById(scope, booked_id));
    if (!visit || visit.state === 'DONE' || visit.state === 'NO_SHOW') return 'over';
    if (visit.state !== 'CANCELLED') return 'to come';
    const { deposit_refund } = await this.settings.get(scope);
    if (!deposit_refund || visit.is_late_cancel) return { refund: 0 };
    return { refund: Math.max(0, refundableOf(payment) - (visit.fee ?? 0)) };
  }
}
