import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { ContactsService } from '../../../customers/contacts/index.js';
import type { Payment } from '../schemas/payment.schema.js';
import { type Charge, ProviderRefusal } from './payment-provider.js';

const BAD_REQUEST = 400;

/** What the provider is told about a payment. */
@Injectable()
export class ChargeMaker {
  constructor(private readonly contacts: ContactsService) {}

  /** @throws ProviderRefusal for a payment without a customer */
  async of(scope: CompanyScope, payment: Payment, taxId: string | null): Promise<Charge> {
    const { _id, method, amount, description, contact_id, provider } = payment;
    if (!contact_id || !provider || method === 'desk') throw new ProviderRefusal(BAD_REQUEST, 'There is no customer');
    const contact = await this.contacts.get(scope, contact_id);
    return {
      ...{ reference: _id.toHexString(), method, amount, description, dueDate: provider.due_date },
      customer: {
        ...{ reference: contact_id.toHexString(), name: contact.full_name },
        ...{ email: contact.email ?? null, taxId },
      },
    };
  }
}
