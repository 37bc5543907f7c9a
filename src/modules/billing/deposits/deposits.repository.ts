import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { type CompanyScope, VersionedRepository } from '../../../core/tenancy/index.js';
import { ContactDocuments } from '../../customers/contacts/index.js';
import { Deposit, type DepositState } from './deposit.schema.js';

export type DueDeposit = Pick<Deposit, '_id' | 'company_id'>;
type Which = { payment_id: Types.ObjectId } | { $or: [{ _id: Types.ObjectId }, { booked_id: Types.ObjectId }] };
/** What the customer wrote; needed only as long as the time may be booked again. */
const NO_NOTES = { 'again.notes': null };
/** The time may be booked in these states. */
export const UNDECIDED: readonly DepositState[] = ['open', 'expired'];

@Injectable()
export class DepositsRepository extends VersionedRepository<Deposit> {
  readonly ofContacts = new ContactDocuments(this.collection);

  constructor(@InjectModel(Deposit.name) model: Model<Deposit>) {
    super(model, 'Deposit');
  }

  /** @returns the deposit that the hold has already, if there is one */
  async insert(scope: CompanyScope, deposit: Partial<Deposit> & Pick<Deposit, '_id'>): Promise<Deposit> {
    try {
      return await this.create(scope, deposit);
    } catch (error) {
      if (isDuplicateKey(error)) return this.getById(scope, deposit._id);
      throw error;
    }
  }

  /** Lets a deposit be checked. Stored before anybody checks it, so that no crash loses it. */
  async markDue(scope: CompanyScope, which: Which): Promise<Types.ObjectId | null> {
    const found = await this.collection.findOneAndUpdate(scope, which, { $set: { due_at: new Date() } });
    return found?._id ?? null;
  }

  /** Changes the state unless another process has decided otherwise. @returns whether it is changed */
  decide(
    scope: CompanyScope,
    id: Types.ObjectId,
    from: readonly DepositState[],
    fields: Partial<Deposit>,
  ): Promise<boolean> {
    const isDecided = fields.state !== undefined && !UNDECIDED.includes(fields.state);
    const set = { ...fields, ...(isDecided && NO_NOTES), updated_at: new Date() };
    return this.collection.updateOne(
      scope,
      { _id: id, state: { $in: [...from] } },
      { $set: set, $inc: { revision: 1 } },
    );
  }

  /** Nobody can pay any more, so the time is not booked again. */
  async forgetNotes(scope: CompanyScope, _id: Types.ObjectId): Promise<void> {
    await this.collection.updateOne(scope, { _id }, { $set: NO_NOTES });
  }

  /** After the deletion of the customer nothing names them. */
  async anonymise(scope: CompanyScope, contact_id: Types.ObjectId): Promise<void> {
    const set = { ...NO_NOTES, contact_id: null, merge_marks: [], updated_at: new Date() };
    await this.collection.updateMany(scope, { contact_id }, { $set: set, $inc: { revision: 1 } });
  }

  /** Keeps others away until the lease ends. */
  async lease(scope: CompanyScope, id: Types.ObjectId, until: Date): Promise<Deposit | null> {
    return this.collection.findOneAndUpdate(scope, { _id: id }, { $set: { due_at: until } });
  }

  /** Says when it is due next, unless it has become due since the lease. */
  async release(scope: CompanyScope, id: Types.ObjectId, lease: Date, due_at: Date | null): Promise<void> {
    await this.collection.updateOne(scope, { _id: id, due_at: lease }, { $set: { due_at } });
  }

  /** Of all companies. */
  due(now: Date, limit: number): Promise<DueDeposit[]> {
    const options = { sort: { due_at: 1 as const }, limit, projection: { company_id: 1 } };
    return this.collection.findAcrossCompanies('follow payments', { due_at: { $lte: now } }, options);
  }
}
