import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../../core/errors/index.js';
import { type CompanyScope, TenantRepository } from '../../../../core/tenancy/index.js';
import { SpentMonth } from './assistant-spend.schema.js';

const PURGE_BATCH = 500;

/** Of one call of a model. */
export interface Usage {
  readonly input: number;
  readonly output: number;
  /** US cents. */
  readonly cents: number;
  /** Of a trial or a replay, not of a customer. */
  readonly isTrial?: boolean;
}

@Injectable()
export class AssistantSpendRepository extends TenantRepository<SpentMonth> {
  constructor(@InjectModel(SpentMonth.name) model: Model<SpentMonth>) {
    super(model, 'Spend of the assistant');
  }

  /** Of the company, and of the conversation. */
  of(scope: CompanyScope, month: string, conversationId: Types.ObjectId | null): Promise<SpentMonth[]> {
    const ids = conversationId ? [null, conversationId] : [null];
    return this.collection.find(scope, { month, conversation_id: { $in: ids } });
  }

  async add(
    scope: CompanyScope,
    month: string,
    conversation_id: Types.ObjectId | null,
    { input, output, cents, isTrial = false }: Usage,
  ): Promise<void> {
    const now = new Date();
    const change = {
      $inc: { cents, input_tokens: input, output_tokens: output, ...(isTrial && { trial_cents: cents }) },
      $set: { updated_at: now },
      $setOnInsert: { _id: new Types.ObjectId(), created_at: now },
    };
    const add = (upsert: boolean): Promise<unknown> =>
      this.collection.findOneAndUpdate(scope, { month, conversation_id }, change, { upsert });
    try {
      await add(true);
    } catch (error) {
      // A parallel first call has created the document.
      if (!isDuplicateKey(error)) throw error;
      await add(false);
    }
  }

  async noteTold(scope: CompanyScope, month: string): Promise<void> {
    await this.collection.updateOne(scope, { month, conversation_id: null }, { $set: { told_at: new Date() } });
  }

  /** Deletes up to a batch of months that last changed before. @returns how many were deleted */
  async purge(before: Date): Promise<number> {
    const options = { sort: { updated_at: 1 as const }, limit: PURGE_BATCH, projection: { _id: 1 } };
    const old = await this.collection.findAcrossCompanies('sweep expired', { updated_at: { $lt: before } }, options);
    if (old.length === 0) return 0;
    const ids = { _id: { $in: old.map(({ _id }) => _id) } };
    return this.collection.deleteAcrossCompanies('sweep expired', ids);
  }
}
