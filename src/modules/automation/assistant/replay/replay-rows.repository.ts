import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../../core/errors/index.js';
import { type CompanyScope, TenantRepository } from '../../../../core/tenancy/index.js';
import { ContactDocuments } from '../../../customers/contacts/index.js';
import { ReplayRow } from './replay-row.schema.js';

const PURGE_BATCH = 500;

export type NewReplayRow = Pick<ReplayRow, 'replay_id' | 'turn_id' | 'contact_id' | 'text' | 'action' | 'failure'>;

@Injectable()
export class ReplayRowsRepository extends TenantRepository<ReplayRow> {
  readonly ofContacts = new ContactDocuments(this.collection);

  constructor(@InjectModel(ReplayRow.name) model: Model<ReplayRow>) {
    super(model, 'Row of a replay');
  }

  /** A repetition stores nothing. */
  async addOnce(scope: CompanyScope, row: NewReplayRow): Promise<void> {
    const now = new Date();
    const dates = { created_at: now, updated_at: now };
    try {
      await this.collection.insertOne(scope, { _id: new Types.ObjectId(), ...row, ...dates, merge_marks: [] });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  of(scope: CompanyScope, replay_id: Types.ObjectId): Promise<ReplayRow[]> {
    return this.collection.find(scope, { replay_id });
  }

  /** Deletes up to a batch that was stored before. @returns how many were deleted */
  async purge(before: Date): Promise<number> {
    const options = { sort: { updated_at: 1 as const }, limit: PURGE_BATCH, projection: { _id: 1 } };
    const old = await this.collection.findAcrossCompanies('sweep expired', { updated_at: { $lt: before } }, options);
    if (old.length === 0) return 0;
    const ids = { _id: { $in: old.map(({ _id }) => _id) } };
    return this.collection.deleteAcrossCompanies('sweep expired', ids);
  }
}
