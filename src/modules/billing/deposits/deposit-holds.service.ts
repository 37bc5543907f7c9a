import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { BookingService } from '../../booking/appointments/index.js';
import { BookingSettingsService } from '../../booking/catalog/index.js';
import { AppointmentsRepository, isCommitted, isDead, type StoredBooking } from '../../booking/reservations/index.js';
import { ContactsService } from '../../customers/contacts/index.js';
import { type Payment, refundableOf } from '../payments/index.js';
import type { Deposit } from './deposit.schema.js';

interface HoldEnd {
  readonly isOver: boolean;
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
    private readonly contacts: ContactsService,
  ) {}

  /** The end of the time to pay; the hold itself lasts a little longer. */
  async endOf(scope: CompanyScope, { _id, expires_at }: Deposit): Promise<HoldEnd> {
    const hold = await this.appointments.findById(scope, _id);
    const isOver = !hold || isDead(hold) || expires_at <= new Date();
    return { isOver, isGivenUp: hold?.state === 'CANCELLED' };
  }

  /** Ends the hold if it is still one. */
  expire(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    return this.booking.expire(scope, id);
  }

  /** Whether staff have confirmed the hold for the customer of the deposit. @throws AppError CONTACT_MERGED while a merge runs */
  async isConfirmed(scope: CompanyScope, { _id, contact_id }: Deposit): Promise<boolean> {
    const hold = await this.appointments.findById(scope, _id);
    return !!hold && !!contact_id && isCommitted(hold) && this.isFor(scope, hold, contact_id);
  }

  /** A merge moves appointments and deposits one after the other. @throws AppError CONTACT_MERGED while it runs | NOT_FOUND */
  async isFor(scope: CompanyScope, { contact_id }: StoredBooking, contactId: Types.ObjectId): Promise<boolean> {
    if (!contact_id) return false;
    if (contact_id.equals(contactId)) return true;
    await Promise.all([contact_id, contactId].map((id) => this.contacts.getCurrent(scope, id)));
    return false;
  }

  /** Paid back is all but the fees that the customer owes. */
  async outcomeOf(scope: CompanyScope, { booked_id }: Deposit, payment: Payment): Promise<VisitOutcome> {
    const visit = booked_id && (await this.appointments.findById(scope, booked_id));
    if (!visit || visit.state === 'DONE' || visit.state === 'NO_SHOW') return 'over';
    if (visit.state !== 'CANCELLED') return 'to come';
    const isRefunded = isByCompany(visit) || (await this.settings.get(scope)).deposit_refund;
    return { refund: isRefunded ? lessFee(payment, visit) : 0 };
  }

  /** What is left of a refund after staff have paid back a part, in minor units. */
  async restOf(scope: CompanyScope, { booked_id }: Deposit, payment: Payment): Promise<number> {
    return lessFee(payment, booked_id && (await this.appointments.findById(scope, booked_id)));
  }
}

/** The company cancelled, or the customer took back a request that it has not approved. */
const isByCompany = ({ is_customer_cancel, pending_on }: StoredBooking): boolean =>
  !is_customer_cancel || pending_on.some(({ kind }) => kind === 'approval');

const lessFee = (payment: Payment, visit: StoredBooking | null): number =>
  Math.max(0, refundableOf(payment) - (visit?.fee ?? 0));
