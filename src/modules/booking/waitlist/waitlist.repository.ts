import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import {
  type CompanyScope,
  type KeysetOrder,
  type Page,
  type PageRequest,
  VersionedRepository,
} from '../../../core/tenancy/index.js';
import { ContactDocuments } from '../../customers/contacts/index.js';
import { type WaitlistAnswer, WaitlistEntry, type WaitlistState, type WelcomeState } from './waitlist-entry.schema.js';

const OLDEST_FIRST: KeysetOrder = { field: '_id', direction: 1 };
const BATCH = 500;

export interface WaitlistFilters {
  state?: WaitlistState;
  contact_id?: Types.ObjectId;
}

@Injectable()
export class WaitlistRepository extends VersionedRepository<WaitlistEntry> {
  readonly ofContacts = new ContactDocuments(this.collection);

  constructor(@InjectModel(WaitlistEntry.name) model: Model<WaitlistEntry>) {
    super(model, 'Waitlist entry');
  }

  list(scope: CompanyScope, filters: WaitlistFilters, request: PageRequest): Promise<Page<WaitlistEntry>> {
    return this.page(scope, filters, OLDEST_FIRST, request);
  }

  offered(scope: CompanyScope): Promise<WaitlistEntry[]> {
    return this.collection.find(scope, { state: 'offered' }, { sort: { _id: 1 } });
  }

  countIn(scope: CompanyScope, state: WaitlistState): Promise<number> {
    return this.count(scope, { state });
  }

  /** Also counts entries whose windows have passed. */
  async hasWaiting(scope: CompanyScope): Promise<boolean> {
    return (await this.collection.findOne(scope, { state: 'waiting' }, { projection: { _id: 1 } })) !== null;
  }

  async waiting(scope: CompanyScope, today: string): Promise<WaitlistEntry[]> {
    const found: WaitlistEntry[] = [];
    for (let batch = BATCH; batch === BATCH;) {
      const after = found.at(-1);
      const filter = {
        state: 'waiting' as const,
        last_date: { $gte: today },
        ...(after && { _id: { $gt: after._id } }),
      };
      const next = await this.collection.find(scope, filter, { sort: { _id: 1 }, limit: BATCH });
      found.push(...next);
      batch = next.length;
    }
    return found;
  }

  /** Expires the waiting entries whose last date is before `today`. @returns whether there was one */
  async expireEntriesBefore(scope: CompanyScope, today: string): Promise<boolean> {
    const over = { state: 'waiting' as const, last_date: { $lt: today } };
    const update = {
      $set: { state: 'expired' as const, updated_at: new Date() },
      $unset: { check_at: true as const },
      $inc: { revision: 1 },
    };
    return (await this.collection.updateMany(scope, over, update)) > 0;
  }

  /** @returns null if the entry has changed since it was read */
  changeIfUnchanged(
    scope: CompanyScope,
    { _id, revision }: WaitlistEntry,
    fields: Partial<WaitlistEntry>,
  ): Promise<WaitlistEntry | null> {
    const { check_at, ...set } = fields;
    const update = {
      $set: { ...set, updated_at: new Date(), ...(check_at ? { check_at } : {}) },
      $inc: { revision: 1 },
      ...(fields.state === 'booked' ? { $unset: { check_at: true as const } } : {}),
    };
    return this.collection.findOneAndUpdate(scope, { _id, revision }, update);
  }

  /** A write lost in a crash makes the sweep publish the offer again. */
  async markPublished(scope: CompanyScope, { _id, offer }: WaitlistEntry): Promise<void> {
    if (!offer) return;
    const still = { _id, state: 'offered' as const, 'offer.appointment_id': offer.appointment_id };
    const fields = { 'offer.is_told': true, check_at: offer.expires_at };
    await this.collection.updateOne(scope, still, { $set: fields }, 'derived');
  }

  /** Only entries with this check time if `from` is given. */
  async postpone(scope: CompanyScope, check_at: Date, from?: Date): Promise<void> {
    const those = { state: 'waiting' as const, ...(from ? { check_at: from } : {}) };
    await this.collection.updateMany(scope, those, { $set: { check_at } }, 'derived');
  }

  /** The entry to which this hold is offered. */
  offering(scope: CompanyScope, holdId: Types.ObjectId): Promise<WaitlistEntry | null> {
    return this.findOne(scope, { 'offer.appointment_id': holdId });
  }

  /** The customer's entry to which this hold is offered, or was offered until somebody answered. */
  offeredTo(scope: CompanyScope, contact_id: Types.ObjectId, holdId: Types.ObjectId): Promise<WaitlistEntry | null> {
    return this.findOne(scope, {
      contact_id,
      $or: [{ 'offer.appointment_id': holdId }, { 'answer.appointment_id': holdId }],
    });
  }

  /** Keeps the first answer to a hold. */
  async noteAnswer(scope: CompanyScope, { _id }: WaitlistEntry, answer: WaitlistAnswer): Promise<void> {
    const isNew = { _id, 'answer.appointment_id': { $ne: answer.appointment_id } };
    await this.collection.updateOne(scope, isNew, { $set: { answer } });
  }

  async forgetAnswer(scope: CompanyScope, { _id }: WaitlistEntry, messageId: Types.ObjectId): Promise<void> {
    await this.collection.updateOne(scope, { _id, 'answer.message_id': messageId }, { $unset: { answer: true } });
  }

  /** The entry of a request on the public page. */
  requestedBy(scope: CompanyScope, key: string): Promise<WaitlistEntry | null> {
    return this.findOne(scope, { 'origin.key': key });
  }

  /** Live entries of public visitors. */
  async countLive(
    scope: CompanyScope,
    of: { contact_id: Types.ObjectId } | { 'origin.visitor': string } | { 'origin.address': string },
  ): Promise<number> {
    return this.count(scope, { ...of, state: { $in: ['waiting', 'offered'] }, 'origin.key': { $exists: true } });
  }

  /** @returns null unless the mail is in the state `from` */
  changeWelcome(
    scope: CompanyScope,
    id: Types.ObjectId,
    from: WelcomeState,
    to: WelcomeState,
  ): Promise<WaitlistEntry | null> {
    return this.collection.findOneAndUpdate(
      scope,
      { _id: id, 'origin.welcome': from },
      { $set: { 'origin.welcome': to } },
    );
  }

  async dueCompanies(now: Date): Promise<Types.ObjectId[]> {
    const companies: Types.ObjectId[] = [];
    const options = { limit: BATCH, sort: { check_at: 1 as const }, projection: { company_id: 1 } };
    for (let batch = BATCH; batch === BATCH;) {
      // A company with many entries must not block the others.
      const filter = { check_at: { $lte: now }, company_id: { $nin: companies } };
      const due = await this.collection.findAcrossCompanies('sweep expired', filter, options);
      const ids = new Map(due.map(({ company_id }) => [company_id.toHexString(), company_id]));
      companies.push(...ids.values());
      batch = due.length;
    }
    return companies;
  }
}
