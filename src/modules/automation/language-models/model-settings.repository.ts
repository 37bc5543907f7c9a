import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { type CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import { ModelSettings } from './schemas/model-settings.schema.js';

export type ModelSettingsFields = Pick<
  ModelSettings,
  'base_url' | 'model' | 'embedding_model' | 'api_key' | 'input_price' | 'output_price' | 'changed_by'
>;

@Injectable()
export class ModelSettingsRepository extends TenantRepository<ModelSettings> {
  constructor(@InjectModel(ModelSettings.name) model: Model<ModelSettings>) {
    super(model, 'Model settings');
  }

  of(scope: CompanyScope): Promise<ModelSettings | null> {
    return this.findOne(scope, {});
  }

  /** @returns null if another request has stored the first settings meanwhile */
  async insert(
    scope: CompanyScope,
    settings: ModelSettingsFields & Pick<ModelSettings, '_id'>,
  ): Promise<ModelSettings | null> {
    try {
      return await this.create(scope, settings);
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }

  /** @param judged the settings that the caller has looked at @returns null if they were changed or deleted meanwhile */
  replace(
    scope: CompanyScope,
    { _id, base_url, api_key }: Pick<ModelSettings, '_id' | 'base_url' | 'api_key'>,
    fields: Partial<ModelSettingsFields>,
  ): Promise<ModelSettings | null> {
    return this.updateOne(scope, { _id, base_url, api_key }, { $set: fields });
  }

  async removeOf(scope: CompanyScope): Promise<void> {
    await this.collection.deleteMany(scope, {});
  }
}
