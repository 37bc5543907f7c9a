import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../../core/errors/index.js';
import { type CompanyScope, TenantRepository } from '../../../../core/tenancy/index.js';
import { Draft, type DraftMode } from './draft.schema.js';

export interface DraftKey {
  user_id: Types.ObjectId;
  conversation_id: Types.ObjectId;
  mode: DraftMode;
}

type DraftContent = Pick<Draft, 'text' | 'files'>;

@Injectable()
export class DraftsRepository extends TenantRepository<Draft> {
  constructor(@InjectModel(Draft.name) model: Model<Draft>) {
    super(model, 'Draft');
  }

  findByKey(scope: CompanyScope, key: DraftKey): Promise<Draft | null> {
    return this.collection.findOne(scope, { ...key });
  }

  /** @returns null unless the draft has the version; 0 stands for none */
  async put(scope: CompanyScope, key: DraftKey, content: DraftContent, version: number): Promise<Draft | null> {
    const now = new Date();
    if (version > 0) {
      const update = { $set: { ...content, updated_at: now }, $inc: { version: 1 } };
      return this.collection.findOneAndUpdate(scope, { ...key, version }, update);
    }
    const stamps = { _id: new Types.ObjectId(), created_at: now, updated_at: now, version: now.getTime() };
    try {
      return await this.collection.insertOne(scope, { ...key, ...content, ...stamps });
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }

  async remove(scope: CompanyScope, key: DraftKey): Promise<boolean> {
    return (await this.collection.deleteMany(scope, { ...key })) > 0;
  }

  async removeOfConversations(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<void> {
    await this.collection.deleteMany(scope, { conversation_id: { $in: ids } });
  }
}
