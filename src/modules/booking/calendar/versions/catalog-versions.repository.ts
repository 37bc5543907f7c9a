import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { isDuplicateKey } from '../../../../core/errors/index.js';
import { type CompanyScope, QUERY_TIMEOUT_MS, TenantCollection } from '../../../../core/tenancy/index.js';
import { CatalogVersion } from './catalog-version.schema.js';

@Injectable()
export class CatalogVersionsRepository {
  private readonly collection: TenantCollection<CatalogVersion>;

  constructor(@InjectModel(CatalogVersion.name) model: Model<CatalogVersion>) {
    this.collection = new TenantCollection(model);
  }

  /** 0 for a catalog without writes. */
  async current(scope: CompanyScope): Promise<number> {
    const found = await this.collection.findOne(
      scope,
      {},
      { projection: { _id: 0, version: 1 }, maxTimeMS: QUERY_TIMEOUT_MS },
    );
    return found?.version ?? 0;
  }

  async increment(scope: CompanyScope): Promise<void> {
    const now = new Date();
    const increment = { $inc: { version: 1 }, $set: { updated_at: now }, $setOnInsert: { created_at: now } };
    try {
      await this.collection.findOneAndUpdate(scope, {}, increment, { upsert: true });
    } catch (error) {
      // A parallel first write has created the document.
      if (!isDuplicateKey(error)) throw error;
      await this.collection.updateOne(scope, {}, { $inc: { version: 1 }, $set: { updated_at: now } });
    }
  }
}
