import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { atVersion, type CompanyScope, QUERY_TIMEOUT_MS } from '../../../core/tenancy/index.js';
import { companyNotFound } from './companies.errors.js';
import { Company } from './schemas/company.schema.js';

const STARTER_BATCH = 100;

type NewCompany = Pick<Company, '_id' | 'name' | 'slug' | 'owner_ids'> & Partial<Company>;

/** Companies are the installation's own documents: the scope is the `_id`. */
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

  /**
   * Stores the company unless its `_id` is there already.
   * @returns false when another company has the slug
   */
  async insertOnce(company: NewCompany): Promise<boolean> {
    try {
      await this.model.create(company);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return error.keyPattern?.['_id'] !== undefined;
    }
    return true;
  }

  /** @returns null unless the company is there and has the version */
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

  /** Fills in the country unless it is known meanwhile. */
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

  /**
   * Takes an owner out unless nobody else would be left.
   * @returns false when this is the last one
   */
  async releaseOwner(scope: CompanyScope, userId: Types.ObjectId): Promise<boolean> {
    const anotherOwner = { $elemMatch: { $ne: userId } };
    const { matchedCount } = await this.model.updateOne(
      { _id: scope.companyId, owner_ids: anotherOwner },
      { $pull: { owner_ids: userId } },
    );
    return matchedCount === 1;
  }
}
