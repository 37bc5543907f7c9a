import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../../core/errors/index.js';
import { type CompanyScope, VersionedRepository } from '../../../../core/tenancy/index.js';
import { GoogleConnection } from '../schemas/google-connection.schema.js';

@Injectable()
export class GoogleConnectionsRepository extends VersionedRepository<GoogleConnection> {
  constructor(@InjectModel(GoogleConnection.name) model: Model<GoogleConnection>) {
    super(model, 'Google connection');
  }

  of(scope: CompanyScope): Promise<GoogleConnection | null> {
    return this.findOne(scope, {});
  }

  /** Of the company; makes a disconnected one if there is none. */
  async ensure(scope: CompanyScope): Promise<GoogleConnection> {
    const found = await this.of(scope);
    if (found) return found;
    try {
      return await this.create(scope, { _id: new Types.ObjectId(), state: 'disconnected', edits: 'restore' });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.ensure(scope);
    }
  }

  /** Whether another company is connected with this account, or may be because the account is not known yet. */
  async isShared({ companyId }: CompanyScope, account_email: string | null): Promise<boolean> {
    if (account_email === null) return true;
    const filter = { company_id: { $ne: companyId }, account_email, state: 'connected' as const };
    return (await this.findAcrossCompanies('synchronise Google Calendar', filter, { limit: 1 })).length > 0;
  }

  /** Changes only the log-in that was used, so that a late failure does not end a newer one. */
  async endLogin(scope: CompanyScope, login_count: number, error: string): Promise<boolean> {
    const filter = { login_count, state: 'connected' as const };
    const now = new Date();
    return this.collection.updateOne(scope, filter, {
      $set: { state: 'needs_reconnect', error, error_at: now, updated_at: now },
      $inc: { revision: 1 },
    });
  }
}
