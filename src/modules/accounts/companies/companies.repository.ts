import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { atVersion, type CompanyScope, QUERY_TIMEOUT_MS } from '../../../core/tenancy/index.js';
import { companyNotFound } from './companies.errors.js';
import { Company } from './schemas/company.schema.js';

const STARTER_BATCH = 100;

type NewCompany = Pick<Company, '_id' | 'name' | 'slug' | 'owner_ids'> & Partial<Company>;

/** The scope is the `_id`, because companies belong to the installation. */
@Injectable()
export class CompaniesRepository {
  constructor(@InjectModel(Company.name) private readonly model: Model<Company>) {}

  find(scope: CompanyScope): Promise<Company | null> {
    return this.model.findById(scope.companyId).lean<Company>().maxTimeMS(QUERY_TIMEOUT_MS).exec();
  }

  async haveAny(): Promise<boolean> {
    return (await this.model.exists({}).maxTimeMS(QUERY_TIMEOUT_MS)) !== null;
  }

  findBySlug(slug: string): Promise<Company | null> {
    return this.model.findOne({ slug }).lean<Company>().maxTimeMS(QUERY_TIMEOUT_MS).exec();
  }

  /** @returns false if another company has the slug */
  async insertOnce(company: NewCompany): Promise<boolean> {
    try {
      await this.model.create(company);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return error.keyPattern?.['_id'] !== undefined;
    }
    return true;
  }

  update(scope: CompanyScope, fields: Partial<Company>, version?: number): Promise<Company | null> {
    const update = { $set: fields, $inc: { revision: 1 } };
    return this.model
      .findOneAndUpdate({ _id: scope.companyId, ...atVersion(version) }, update, {
        returnDocument: 'after',
        runValidators: true,
      })
      .lean<Company>()
      .maxTimeMS(QUERY_TIMEOUT_MS)
      .exec();
  }

  /** @returns the company as it was */
  async replaceLogo(scope: CompanyScope, logo_key: string | null): Promise<Company> {
    const update = { $set: { logo_key }, $inc: { revision: 1 } };
    const before = await this.model
      .findOneAndUpdate({ _id: scope.companyId }, update, { returnDocument: 'before' })
      .lean<Company>()
      .maxTimeMS(QUERY_TIMEOUT_MS)
      .exec();
    if (!before) throw companyNotFound();
    return before;
  }

  /** Keeps a country that was set meanwhile. */
  async completeCountry(scope: CompanyScope, country: string): Promise<Company> {
    await this.model.updateOne({ _id: scope.companyId, country: null }, { $set: { country } });
    const company = await this.find(scope);
    if (!company) throw companyNotFound();
    return company;
  }

  awaitingStarter(): Promise<Company[]> {
    return this.model
      .find({ starter_pending: true })
      .limit(STARTER_BATCH)
      .lean<Company[]>()
      .maxTimeMS(QUERY_TIMEOUT_MS)
      .exec();
  }

  async completeStarter(scope: CompanyScope): Promise<void> {
    await this.model.updateOne({ _id: scope.companyId }, { $unset: { starter_pending: true } });
  }

  async raiseStaffVersion(scope: CompanyScope): Promise<void> {
    await this.model.updateOne({ _id: scope.companyId }, { $inc: { staff_version: 1 } });
  }

  async addOwner(scope: CompanyScope, userId: Types.ObjectId): Promise<void> {
    await this.model.updateOne({ _id: scope.companyId }, { $addToSet: { owner_ids: userId } });
  }

  async removeOwner(scope: CompanyScope, userId: Types.ObjectId): Promise<void> {
    await this.model.updateOne({ _id: scope.companyId }, { $pull: { owner_ids: userId } });
  }

  async releaseOwner(scope: CompanyScope, userId: Types.ObjectId): Promise<boolean> {
    const anotherOwner = { $elemMatch: { $ne: userId } };
    const { matchedCount } = await this.model.updateOne(
      { _id: scope.companyId, owner_ids: anotherOwner },
      { $pull: { owner_ids: userId } },
    );
    return matchedCount === 1;
  }
}
