import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type CompanyScope, VersionedRepository } from '../../../../core/tenancy/index.js';
import { PaymentConnection } from './payment-connection.schema.js';

@Injectable()
export class PaymentConnectionsRepository extends VersionedRepository<PaymentConnection> {
  constructor(@InjectModel(PaymentConnection.name) model: Model<PaymentConnection>) {
    super(model, 'Connection');
  }

  of(scope: CompanyScope): Promise<PaymentConnection | null> {
    return this.findOne(scope, {});
  }

  async byCompanyKey(company_key: string): Promise<PaymentConnection | null> {
    const [found] = await this.findAcrossCompanies('receive payment events', { company_key }, { limit: 1 });
    return found ?? null;
  }

  /** Notes how the last call went. */
  async noteHealth(
    scope: CompanyScope,
    fields: Partial<Pick<PaymentConnection, 'last_success_at' | 'last_error' | 'last_error_at'>>,
  ): Promise<void> {
    await this.collection.updateOne(scope, {}, { $set: fields });
  }

  async removeOf(scope: CompanyScope): Promise<void> {
    await this.collection.deleteMany(scope, {});
  }
}
