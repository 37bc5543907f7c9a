import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { type CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import { ContactMerge, type MergeState } from './schemas/contact-merge.schema.js';

const SWEEP_BATCH = 100;

@Injectable()
export class ContactMergesRepository extends TenantRepository<ContactMerge> {
  constructor(@InjectModel(ContactMerge.name) model: Model<ContactMerge>) {
    super(model, 'Merge');
  }

  insert(
    scope: CompanyScope,
    fields: Pick<ContactMerge, 'survivor_id' | 'merged_id' | 'undo_until' | 'due_at'>,
  ): Promise<ContactMerge> {
    const now = new Date();
    const blank = { fields: [], added_tags: [], added_platforms: [], created_at: now, updated_at: now };
    return this.collection.insertOne(scope, { _id: new Types.ObjectId(), ...fields, ...blank, state: 'claiming' });
  }

  advance(
    scope: CompanyScope,
    merge: ContactMerge,
    from: MergeState,
    fields: Partial<ContactMerge>,
  ): Promise<ContactMerge | null> {
    const set = { $set: { ...fields, updated_at: new Date() } };
    return this.collection.findOneAndUpdate(scope, { _id: merge._id, state: from }, set);
  }

  findDone(scope: CompanyScope, survivorId: Types.ObjectId, mergedId: Types.ObjectId): Promise<ContactMerge | null> {
    return this.collection.findOne(scope, {
      survivor_id: survivorId,
      merged_id: mergedId,
      state: { $in: ['done', 'settling'] },
    });
  }

  /** Of all companies: unfinished, or to be settled. */
  findDue(): Promise<ContactMerge[]> {
    // The partial index needs the type.
    const due = { due_at: { $lte: new Date(), $type: 'date' as const } };
    return this.findAcrossCompanies('finish contact merges', due, { limit: SWEEP_BATCH, sort: { due_at: 1 } });
  }
}
