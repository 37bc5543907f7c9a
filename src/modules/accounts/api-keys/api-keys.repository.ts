import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { CompanyScope, type Page, type PageRequest, TenantRepository } from '../../../core/tenancy/index.js';
import { ApiKey } from './schemas/api-key.schema.js';

const BY_AGE = { field: '_id', direction: 1 } as const;

@Injectable()
export class ApiKeysRepository extends TenantRepository<ApiKey> {
  constructor(@InjectModel(ApiKey.name) model: Model<ApiKey>) {
    super(model, 'API key');
  }

  list(scope: CompanyScope, request: PageRequest): Promise<Page<ApiKey>> {
    return this.page(scope, {}, BY_AGE, request);
  }

  countAll(scope: CompanyScope): Promise<number> {
    return this.count(scope, {});
  }

  async findByHash(hash: string): Promise<ApiKey | undefined> {
    const [key] = await this.collection.findAcrossCompanies('recognise an API key', { hash }, { limit: 1 });
    return key;
  }

  /** May be lost in a crash of the database. */
  async noteUse({ _id, company_id }: ApiKey, at: Date): Promise<void> {
    await this.collection.updateOne(CompanyScope.of(company_id), { _id }, { $set: { last_used_at: at } }, 'derived');
  }
}
