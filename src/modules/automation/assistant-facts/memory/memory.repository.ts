import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { type CompanyScope, TenantRepository } from '../../../../core/tenancy/index.js';
import { ContactDocuments } from '../../../customers/contacts/index.js';
import { MemoryFact } from './memory-fact.schema.js';

/** Facts of one contact and its pets; more would fill every prompt. */
export const MAX_FACTS = 100;

export type NewFact = Omit<MemoryFact, '_id' | 'company_id' | 'created_at' | 'updated_at' | 'merge_marks'>;

@Injectable()
export class MemoryRepository extends TenantRepository<MemoryFact> {
  readonly ofContacts = new ContactDocuments(this.collection);

  constructor(@InjectModel(MemoryFact.name) model: Model<MemoryFact>) {
    super(model, 'Fact');
  }

  /** Of the contact and of its pets, the oldest first. */
  ofContact(scope: CompanyScope, contactId: Types.ObjectId, limit: number): Promise<MemoryFact[]> {
    return this.collection.find(scope, { contact_id: contactId }, { sort: { _id: 1 }, limit });
  }

  countOfContact(scope: CompanyScope, contactId: Types.ObjectId): Promise<number> {
    return this.count(scope, { contact_id: contactId });
  }

  /** Those that are approved and not expired, the oldest first. */
  current(scope: CompanyScope, contactId: Types.ObjectId, now: Date, limit: number): Promise<MemoryFact[]> {
    const filter = {
      contact_id: contactId,
      status: 'active' as const,
      $or: [{ expires_at: null }, { expires_at: { $gt: now } }],
    };
    return this.collection.find(scope, filter, { sort: { _id: 1 }, limit });
  }

  /** The fact of the customer with this field and value, made or renewed. A status that staff have given stays. */
  async saveTold(
    scope: CompanyScope,
    same: Pick<MemoryFact, 'contact_id' | 'pet_id' | 'field' | 'value_key'>,
    {
      firstStatus,
      ...told
    }: Pick<MemoryFact, 'value' | 'confidence' | 'source' | 'expires_at'> & {
      readonly firstStatus: MemoryFact['status'];
    },
  ): Promise<MemoryFact> {
    const now = new Date();
    const update = {
      $set: { ...told, updated_at: now },
      $setOnInsert: { status: firstStatus, merge_marks: [], created_at: now },
    };
    const stored = await this.collection.findOneAndUpdate(scope, { ...same, 'source.kind': 'customer' }, update, {
      upsert: true,
      returnDocument: 'after',
    });
    if (!stored) throw new Error('An upsert has returned no document');
    return stored;
  }
}
