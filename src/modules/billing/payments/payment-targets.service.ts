import { Injectable } from '@nestjs/common';
import { type CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { CompaniesService, currencyOf } from '../../accounts/companies/index.js';
import { dateAfter, localDate } from '../../booking/availability/index.js';
import { AppointmentsRepository, type Charged, isTentative } from '../../booking/reservations/index.js';
import { ContactsService } from '../../customers/contacts/index.js';
import { PaymentConnectionsService } from './connection/payment-connections.service.js';
import type { Account } from './ledger/account.js';
import { AccountsService } from './ledger/accounts.service.js';
import { isPriced } from './ledger/charges.js';
import type { PaymentMethod } from './payment.types.js';
import { amountTooHigh, contactNeeded, currencyNotSupported, notBooked, requestOpen } from './payments.errors.js';
import { PaymentProvider } from './provider/payment-provider.js';
import type { Payment, ProviderFields } from './schemas/payment.schema.js';

const DUE_DAYS: Readonly<Record<Exclude<PaymentMethod, 'desk'>, number>> = { pix: 1, boleto: 3, card: 3 };

export interface TargetRequest {
  readonly appointment_id?: string;
  readonly contact_id?: string;
  readonly amount: number;
  readonly method: PaymentMethod;
}

type Target = Pick<Payment, 'appointment_id' | 'contact_id' | 'service_id' | 'staff_id' | 'currency'>;

export interface PaymentTarget {
  readonly target: Target;
  /** Null at the desk. */
  readonly provider: ProviderFields | null;
}

/** What a payment is for. */
@Injectable()
export class PaymentTargets {
  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly contacts: ContactsService,
    private readonly companies: CompaniesService,
    private readonly accounts: AccountsService,
    private readonly connections: PaymentConnectionsService,
    private readonly provider: PaymentProvider,
  ) {}

  /** @throws AppError NOT_FOUND | NOT_BOOKED | AMOUNT_TOO_HIGH | REQUEST_OPEN | PROVIDER_MISSING | CURRENCY_NOT_SUPPORTED | CONTACT_NEEDED */
  async of(scope: CompanyScope, request: TargetRequest): Promise<PaymentTarget> {
    const target = request.appointment_id
      ? await this.ofAppointment(scope, request.appointment_id, request.amount)
      : await this.ofContact(scope, request.contact_id ?? '');
    const { method } = request;
    return { target, provider: method === 'desk' ? null : await this.atProvider(scope, target, DUE_DAYS[method]) };
  }

  /** A payment for a time that is not booked yet. @throws AppError PROVIDER_MISSING | CURRENCY_NOT_SUPPORTED | CONTACT_NEEDED */
  async ofHold(scope: CompanyScope, held: Charged): Promise<PaymentTarget> {
    const target = targetOf(held);
    return { target, provider: await this.atProvider(scope, target, DUE_DAYS.pix) };
  }

  private async atProvider(scope: CompanyScope, target: Target, dueDays: number): Promise<ProviderFields> {
    await this.connections.access(scope);
    if (target.currency !== this.provider.currency) throw currencyNotSupported(this.provider.currency);
    if (!target.contact_id) throw contactNeeded();
    const { time_zone } = await this.companies.get(scope);
    const due_date = dateAfter(localDate(new Date(), time_zone), dueDays);
    return { id: null, due_date, pay_url: null, slip_url: null, qr_image: null, code: null, problem: null };
  }

  private async ofAppointment(scope: CompanyScope, id: string, amount: number): Promise<Target> {
    const appointment = await this.appointments.getBooking(scope, toObjectId(id, 'appointment_id'));
    if (isTentative(appointment)) throw notBooked();
    if (isPriced(appointment)) assertOwed(amount, await this.accounts.ofBooking(scope, appointment));
    return targetOf(appointment);
  }

  private async ofContact(scope: CompanyScope, id: string): Promise<Target> {
    const { _id } = await this.contacts.getCurrent(scope, toObjectId(id, 'contact_id'));
    const currency = currencyOf(await this.companies.get(scope));
    return { appointment_id: null, contact_id: _id, service_id: null, staff_id: null, currency };
  }
}

const targetOf = ({ _id: appointment_id, contact_id, service_id, staff_id, currency }: Charged): Target => ({
  ...{ appointment_id, contact_id, service_id, staff_id, currency },
});

/** A request that the customer may still pay counts as taken. */
function assertOwed(amount: number, { owed, requested }: Account): void {
  if (amount > owed) throw amountTooHigh(Math.max(0, owed));
  if (amount > owed - requested) throw requestOpen(requested);
}
