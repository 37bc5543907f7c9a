import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { AppError } from '../../../../core/errors/index.js';
import { type CompanyScope, TenantRepository } from '../../../../core/tenancy/index.js';
import { ContactDocuments } from '../../../customers/contacts/index.js';
import { MemoryFact, type MemorySource } from './memory-fact.schema.js';

/** Facts of one contact and its pets; more would fill every prompt. */
export const MAX_FACTS = 100;

/** What makes two tellings one fact. */
export type FactKey = Pick<MemoryFact, 'contact_id' | 'pet_id' | 'field' | 'value_key'>;
export type FactFields = Pick<MemoryFact, 'value' | 'value_key' | 'status' | 'confidence' | 'source' | 'expires_at'>;

@Injectable()
export class MemoryRepository extends TenantRepository<MemoryFact> {
  readonly ofContacts = new ContactDocuments(this.collection);

  constructor(@InjectModel(MemoryFact.name) model: Model<MemoryFact>) {
    super(model, 'Fact');
  }

  /** Of the contact and of its pets, the oldest first. */
  ofContact(scope: CompanyScope, contactId: Types.ObjectId): Promise<MemoryFact[]> {
    return this.collection.find(scope, { contact_id: contactId }, { sort: { _id: 1 } });
  }

  /** Those that are approved and not expired, the oldest first. */
  current(scope: CompanyScope, contactId: Types.ObjectId, now: Date): Promise<MemoryFact[]> {
    const filter = {
      contact_id: contactId,
      status: 'active' as const,
      $or: [{ expires_at: null }, { expires_at: { $gt: now } }],
    };
    return this.collection.find(scope, filter, { sort: { _id: 1 } });
  }

  /**
   * The fact of the same teller with this key, made or renewed. A known fact keeps its status unless `fields` has one.
   * @throws AppError TOO_MANY_FACTS if it would be a new one
   */
  async save(
    scope: CompanyScope,
    key: FactKey,
    fields: Omit<FactFields, 'value_key' | 'status'> & Partial<Pick<FactFields, 'status'>>,
    firstStatus: FactFields['status'],
  ): Promise<MemoryFact> {
    const known = { ...key, 'source.kind': fields.source.kind };
    const now = new Date();
    const renewed = await this.collection.findOneAndUpdate(scope, known, { $set: { ...fields, updated_at: now } });
    if (renewed) return renewed;
    if ((await this.count(scope, { contact_id: key.contact_id })) >= MAX_FACTS) throw tooManyFacts();
    return this.create(scope, { status: firstStatus, ...key, ...fields });
  }

  /** @throws AppError NOT_FOUND, also for a fact of another contact */
  async getOfContact(scope: CompanyScope, contactId: Types.ObjectId, id: Types.ObjectId): Promise<MemoryFact> {
    return (await this.collection.findOne(scope, { _id: id, contact_id: contactId })) ?? factNotFound();
  }

  /** @throws AppError NOT_FOUND if it was deleted meanwhile */
  async change(scope: CompanyScope, { _id, contact_id }: MemoryFact, fields: Partial<FactFields>): Promise<MemoryFact> {
    const update = { $set: { ...fields, updated_at: new Date() } };
    return (await this.collection.findOneAndUpdate(scope, { _id, contact_id }, update)) ?? factNotFound();
  }

  /** @throws AppError NOT_FOUND, also for a fact of another contact */
  async removeOfContact(scope: CompanyScope, contactId: Types.ObjectId, id: Types.ObjectId): Promise<void> {
    await this.getOfContact(scope, contactId, id);
    await this.collection.deleteMany(scope, { _id: id, contact_id: contactId });
  }

  async removeOfPets(scope: CompanyScope, petIds: readonly Types.ObjectId[]): Promise<void> {
    if (petIds.length > 0) await this.collection.deleteMany(scope, { pet_id: { $in: [...petIds] } });
  }

  async hasOfPet(scope: CompanyScope, petId: Types.ObjectId): Promise<boolean> {
    return (await this.collection.findOne(scope, { pet_id: petId }, { projection: { _id: 1 } })) !== null;
  }

  /** Gives the facts of a pet to its owner. */
  async giveToOwner(scope: CompanyScope, petId: Types.ObjectId, ownerId: Types.ObjectId): Promise<void> {
    const elsewhere = { pet_id: petId, contact_id: { $ne: ownerId } };
    await this.collection.updateMany(scope, elsewhere, { $set: { contact_id: ownerId, updated_at: new Date() } });
  }

  /** Deletes the facts whose newest source is this message. */
  async removeOfMessage(scope: CompanyScope, messageId: Types.ObjectId): Promise<void> {
    await this.collection.deleteMany(scope, { 'source.message_id': messageId });
  }
}

const tooManyFacts = (): AppError =>
  AppError.conflict('TOO_MANY_FACTS', `A contact has ${MAX_FACTS} facts at most; delete some that are not needed`);

function factNotFound(): never {
  throw AppError.notFound('Fact');
}

export const sourceOfStaff = (user_id: Types.ObjectId, key_name?: string): MemorySource => ({
  ...{ kind: 'staff', message_id: null, conversation_id: null, user_id },
  ...(key_name === undefined ? {} : { key_name }),
});
