import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { AppError, isDuplicateKey } from '../../../core/errors/index.js';
import { type CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import { CompanySecret } from './schemas/company-secret.schema.js';

const BY_NAME = { name: 1 } as const;

export type NewSecret = Pick<CompanySecret, '_id' | 'name' | 'value' | 'changed_at' | 'changed_by'>;

@Injectable()
export class SecretsRepository extends TenantRepository<CompanySecret> {
  constructor(@InjectModel(CompanySecret.name) model: Model<CompanySecret>) {
    super(model, 'Secret');
  }

  all(scope: CompanyScope): Promise<CompanySecret[]> {
    return this.find(scope, {}, { sort: BY_NAME });
  }

  countAll(scope: CompanyScope): Promise<number> {
    return this.count(scope, {});
  }

  findByName(scope: CompanyScope, name: string): Promise<CompanySecret | null> {
    return this.findOne(scope, { name });
  }

  /** @returns null if another request has stored the name meanwhile */
  async insert(scope: CompanyScope, secret: NewSecret): Promise<CompanySecret | null> {
    try {
      return await this.create(scope, secret);
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }

  /** @returns null if it was deleted meanwhile */
  replace(
    scope: CompanyScope,
    _id: Types.ObjectId,
    fields: Pick<CompanySecret, 'value' | 'changed_at' | 'changed_by'>,
  ): Promise<CompanySecret | null> {
    return this.updateOne(scope, { _id }, { $set: fields });
  }

  /** @throws AppError NOT_FOUND */
  async removeByName(scope: CompanyScope, name: string): Promise<void> {
    if ((await this.collection.deleteMany(scope, { name })) === 0) throw AppError.notFound('Secret');
  }
}
