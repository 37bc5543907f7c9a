import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { toObjectId } from '../../../core/tenancy/index.js';
import { CompaniesService, currencyOf } from '../../accounts/companies/index.js';
import { AppointmentsRepository, isTentative } from '../../booking/reservations/index.js';
import { ContactsService } from '../../customers/contacts/index.js';
import { AccountsService } from './ledger/accounts.service.js';
import { isPriced } from './ledger/charges.js';
import { amountTooHigh, notBooked } from './payments.errors.js';
import type { Payment } from './schemas/payment.schema.js';

export interface TargetRequest {
  readonly appointment_id?: string;
  readonly contact_id?: string;
  readonly amount: number;
}

export type PaymentTarget = Pick<Payment, 'appointment_id' | 'contact_id' | 'service_id' | 'staff_id' | 'currency'>;

/** What a payment is for. */
@Injectable()
export class PaymentTargets {
  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly contacts: ContactsService,
    private readonly companies: CompaniesService,
    private readonly accounts: AccountsService,
  ) {}

  /** @throws AppError NOT_FOUND | NOT_BOOKED | AMOUNT_TOO_HIGH */
  of(scope: CompanyScope, request: TargetRequest): Promise<PaymentTarget> {
    return request.appointment_id
      ? this.ofAppointment(scope, request.appointment_id, request.amount)
      : this.ofContact(scope, request.contact_id ?? '');
  }

  private async ofAppointment(scope: CompanyScope, id: string, amount: number): Promise<PaymentTarget> {
    const appointment = await this.appointments.getBooking(scope, toObjectId(id, 'appointment_id'));
    if (isTentative(appointment)) throw notBooked();
    const { owed } = await this.accounts.ofBooking(scope, appointment);
    if (isPriced(appointment) && amount > owed) throw amountTooHigh(Math.max(0, owed));
    const { _id: appointment_id, contact_id, service_id, staff_id, currency } = appointment;
    return { appointment_id, contact_id, service_id, staff_id, currency };
  }

  private async ofContact(scope: CompanyScope, id: string): Promise<PaymentTarget> {
    const { _id } = await this.contacts.getCurrent(scope, toObjectId(id, 'contact_id'));
    const currency = currencyOf(await this.companies.get(scope));
    return { appointment_id: null, contact_id: _id, service_id: null, staff_id: null, currency };
  }
}
