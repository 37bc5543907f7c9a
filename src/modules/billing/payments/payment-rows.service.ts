import { Injectable } from '@nestjs/common';
import { mayUse, type Principal } from '../../../core/auth-guards/index.js';
import { type CompanyScope, distinctIds } from '../../../core/tenancy/index.js';
import { ContactsService } from '../../customers/contacts/index.js';
import type { PaymentRowDto } from './dto/payment.dto.js';
import { toPaymentDto } from './dto/payment-view.js';
import type { Payment } from './schemas/payment.schema.js';

/** Adds the customers to payments, by one query for the whole list. */
@Injectable()
export class PaymentRowsService {
  constructor(private readonly contacts: ContactsService) {}

  /** Leaves out customers that the reader may not see. */
  async toRows(scope: CompanyScope, reader: Principal, payments: readonly Payment[]): Promise<PaymentRowDto[]> {
    const ids = mayUse(reader, 'contacts:read') ? payments.flatMap(({ contact_id }) => contact_id ?? []) : [];
    const labels = await this.contacts.labelsOf(scope, distinctIds(ids));
    const byId = new Map(labels.map(({ _id, full_name }) => [_id.toHexString(), full_name]));
    return payments.map(toPaymentDto).map((payment) => {
      const full_name = byId.get(payment.contact_id ?? '');
      const contact = full_name === undefined ? null : { _id: payment.contact_id ?? '', full_name };
      const checkout = payment.checkout && { ...payment.checkout, qr_image: null };
      return { ...payment, contact, checkout };
    });
  }
}
