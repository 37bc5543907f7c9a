import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { type CompanyScope, TenantRepository } from '../../../../core/tenancy/index.js';
import { BulkChange, BulkRow } from './bulk-change.schema.js';

type RowFields = Pick<BulkRow, 'bulk_id' | 'conversation_id' | 'before' | 'version'>;

@Injectable()
export class BulkChangesRepository extends TenantRepository<BulkChange> {
  constructor(@InjectModel(BulkChange.name) model: Model<BulkChange>) {
    super(model, 'Bulk change');
  }

  /** @returns null unless it is in one of the states */
  move(
    scope: CompanyScope,
    id: Types.ObjectId,
    from: readonly BulkChange['state'][],
    set: Partial<Pick<BulkChange, 'state' | 'done' | 'undo_until'>>,
  ): Promise<BulkChange | null> {
    const update = { $set: { ...set, updated_at: new Date() } };
    return this.collection.findOneAndUpdate(scope, { _id: id, state: { $in: [...from] } }, update);
  }

  findByToken(scope: CompanyScope, userId: Types.ObjectId, undo_token: string): Promise<BulkChange | null> {
    return this.collection.findOne(scope, { undo_token, user_id: userId });
  }

  async forgetBefore(before: Date): Promise<void> {
    await this.collection.deleteAcrossCompanies('sweep expired', { created_at: { $lt: before } });
  }
}

@Injectable()
export class BulkRowsRepository extends TenantRepository<BulkRow> {
  constructor(@InjectModel(BulkRow.name) model: Model<BulkRow>) {
    super(model, 'Bulk row');
  }

  /** Replaces what was recorded of the conversation before. */
  async record(scope: CompanyScope, { bulk_id, conversation_id, before, version }: RowFields): Promise<void> {
    const now = new Date();
    await this.collection.findOneAndUpdate(
      scope,
      { bulk_id, conversation_id },
      { $set: { before, version, updated_at: now }, $setOnInsert: { _id: new Types.ObjectId(), created_at: now } },
      { upsert: true },
    );
  }

  async markApplied(scope: CompanyScope, bulk_id: Types.ObjectId, conversation_id: Types.ObjectId): Promise<void> {
    await this.collection.updateOne(scope, { bulk_id, conversation_id }, { $set: { is_applied: true } });
  }

  findByConversation(
    scope: CompanyScope,
    bulk_id: Types.ObjectId,
    conversation_id: Types.ObjectId,
  ): Promise<BulkRow | null> {
    return this.collection.findOne(scope, { bulk_id, conversation_id });
  }

  async forgetBefore(before: Date): Promise<void> {
    await this.collection.deleteAcrossCompanies('sweep expired', { created_at: { $lt: before } });
  }
}
