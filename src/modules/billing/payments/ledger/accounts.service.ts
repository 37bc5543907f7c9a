import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService, currencyOf } from '../../../accounts/companies/index.js';
import { AppointmentsRepository, type Charged, ChargesRepository } from '../../../booking/reservations/index.js';
import { ContactsService } from '../../../customers/contacts/index.js';
import { PaymentsRepository } from '../payments.repository.js';
import { type Account, accountOf } from './account.js';

/** What customers owe. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly payments: PaymentsRepository,
    private readonly appointments: AppointmentsRepository,
    private readonly charges: ChargesRepository,
    private readonly contacts: ContactsService,
    private readonly companies: CompaniesService,
  ) {}

  /** @throws AppError NOT_FOUND */
  async ofAppointment(scope: CompanyScope, id: Types.ObjectId): Promise<Account> {
    return this.ofBooking(scope, await this.appointments.getBooking(scope, id));
  }

  /** The account of an appointment that was just read. */
  async ofBooking(scope: CompanyScope, appointment: Charged): Promise<Account> {
    const payments = await this.payments.allOf(scope, { appointment_id: appointment._id });
    return accountOf(appointment.currency, [appointment], payments);
  }

  /** Counts visits from their start on, so that a booking for next month is not owed today. @throws AppError NOT_FOUND */
  async ofContact(scope: CompanyScope, contact_id: Types.ObjectId, now = new Date()): Promise<Account> {
    await this.contacts.get(scope, contact_id);
    const [company, appointments, payments] = await Promise.all([
      this.companies.get(scope),
      this.charges.ofContact(scope, contact_id),
      this.payments.allOf(scope, { contact_id }),
    ]);
    const due = appointments.filter(({ starts_at, state }) => starts_at <= now || state === 'CANCELLED');
    return accountOf(currencyOf(company), due, payments);
  }
}
