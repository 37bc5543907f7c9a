import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { CompanyScope, TenantRepository } from '../../../../core/tenancy/index.js';
import { GoogleLogin } from '../schemas/google-login.schema.js';

const REASON = 'finish a log-in at Google';

@Injectable()
export class GoogleLoginsRepository extends TenantRepository<GoogleLogin> {
  constructor(@InjectModel(GoogleLogin.name) model: Model<GoogleLogin>) {
    super(model, 'Log-in');
  }

  async findByState(state_hash: string): Promise<GoogleLogin | undefined> {
    return (await this.findAcrossCompanies(REASON, { state_hash }, { limit: 1 }))[0];
  }

  /** @returns false if another request has used the log-in */
  async use({ _id, company_id }: GoogleLogin): Promise<boolean> {
    return (await this.collection.deleteMany(CompanyScope.of(company_id), { _id })) === 1;
  }

  async dropExpired(now: Date): Promise<void> {
    await this.collection.deleteAcrossCompanies(REASON, { expires_at: { $lt: now } });
  }
}
