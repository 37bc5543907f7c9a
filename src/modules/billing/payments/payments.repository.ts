import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../core/errors/index.js';
import { type CompanyScope, type Page, type PageRequest, VersionedRepository } from '../../../core/tenancy/index.js';
import { ContactDocuments } from '../../customers/contacts/index.js';
import type { PaymentMethod, PaymentStatus } from './payment.types.js';
import { Payment } from './schemas/payment.schema.js';

const NEWEST_FIRST = { field: '_id', direction: -1 } as const;
/** More payments of one customer are not read for an account. */
const MAX_OF_ACCOUNT = 2_000;
/** So many are shared out among the companies. */
const MAX_DUE = 5_000;
const OPEN = {
  provider: { $ne: null },
  'provider.is_unknown': { $ne: true },
  $or: [{ status: { $in: ['pending' as const, 'overdue' as const] } }, { 'refunds.status': 'requested' as const }],
};

/** Without the fields that are large. */
export type MovedPayment = Omit<Payment, 'provider' | 'refunds'>;

export type DuePayment = Pick<Payment, '_id' | 'company_id'>;

export interface PaymentFilters {
  contact_id?: Types.ObjectId;
  appointment_id?: Types.ObjectId;
  status?: PaymentStatus;
  method?: PaymentMethod;
}

/** What the customer needs to pay, and words of the provider. */
const NO_CHECKOUT = {
  ...{ 'provider.pay_url': null, 'provider.slip_url': null, 'provider.qr_image': null },
  ...{ 'provider.code': null, 'provider.problem': null },
};

export type Whose = { readonly contact_id: Types.ObjectId } | { readonly appointment_id: Types.ObjectId };

@Injectable()
export class PaymentsRepository extends VersionedRepository<Payment> {
  readonly ofContacts = new ContactDocuments(this.collection);

  constructor(@InjectModel(Payment.name) model: Model<Payment>) {
    super(model, 'Payment');
  }

  list(scope: CompanyScope, filters: PaymentFilters, request: PageRequest): Promise<Page<Payment>> {
    return this.page(scope, filters, NEWEST_FIRST, request);
  }

  /** The payments of an account, oldest first. */
  allOf(scope: CompanyScope, whose: Whose): Promise<Payment[]> {
    return this.collection.find(scope, whose, { sort: { _id: 1 }, limit: MAX_OF_ACCOUNT });
  }

  /** Payments of an appointment that the customer can still pay. */
  openOf(scope: CompanyScope, appointment_id: Types.ObjectId): Promise<Payment[]> {
    const filter = {
      appointment_id,
      provider: { $ne: null },
      status: { $in: ['pending' as const, 'overdue' as const] },
    };
    return this.collection.find(scope, filter);
  }

  /** Whether the provider has made a payment for the contact, and so knows the tax number. */
  async hasProviderPayment(scope: CompanyScope, contact_id: Types.ObjectId): Promise<boolean> {
    const filter = { contact_id, 'provider.id': { $exists: true, $ne: null } };
    return (await this.collection.findOne(scope, filter, { projection: { _id: 1 } })) !== null;
  }

  byClientKey(scope: CompanyScope, client_key: string): Promise<Payment | null> {
    return this.collection.findOne(scope, { client_key });
  }

  /** @returns null if a payment with this client_key exists */
  async insert(scope: CompanyScope, payment: Partial<Payment>): Promise<Payment | null> {
    try {
      return await this.create(scope, payment);
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }

  byProviderId(scope: CompanyScope, id: string): Promise<Payment | null> {
    return this.collection.findOne(scope, { 'provider.id': id });
  }

  /** Asks the provider later. */
  async postpone(scope: CompanyScope, id: Types.ObjectId, until: Date): Promise<void> {
    await this.collection.updateOne(scope, { _id: id }, { $set: { due_at: until } });
  }

  /** Payments of all companies about which the provider must be asked. */
  async due(now: Date, limit: number): Promise<DuePayment[]> {
    const options = { sort: { due_at: 1 as const }, limit: MAX_DUE, projection: { company_id: 1 } };
    const due = await this.collection.findAcrossCompanies('follow payments', { due_at: { $lte: now } }, options);
    // One of each company, then the second of each: a company with many payments does not hold up the others.
    const places = new Map<string, number>();
    const placed = due.map((payment) => {
      const company = payment.company_id.toHexString();
      const place = places.get(company) ?? 0;
      places.set(company, place + 1);
      return { payment, place };
    });
    const inTurn = placed.sort((a, b) => a.place - b.place);
    return inTurn.slice(0, limit).map(({ payment }) => payment);
  }

  /** How many payments need their provider still: open ones, and those with a refund that it has to pay. */
  countOpen(scope: CompanyScope): Promise<number> {
    return this.count(scope, OPEN);
  }

  /** The newest payment that needs its provider still, and is known there. */
  async newestOpen(scope: CompanyScope): Promise<Payment | undefined> {
    const known = { ...OPEN, 'provider.id': { $ne: null } };
    const [newest] = await this.collection.find(scope, known, { sort: { _id: -1 }, limit: 1 });
    return newest;
  }

  /** Follows at once what waited for a key that works. */
  async resume(scope: CompanyScope, now: Date): Promise<void> {
    const paused = { due_at: { $gt: now }, 'provider.problem': { $ne: null } };
    await this.collection.updateMany(scope, paused, { $set: { due_at: now } });
  }

  /** Payments that moved money in a period. Their movements may lie outside of it, too. */
  movedBetween(scope: CompanyScope, from: Date, to: Date): Promise<MovedPayment[]> {
    const moved = { movements: { $elemMatch: { at: { $gte: from, $lt: to } } } };
    return this.collection.find(scope, moved, { projection: { provider: 0, refunds: 0 } });
  }

  /** Accounts must still add up after the customer is deleted, so only what names the customer goes. */
  async anonymise(scope: CompanyScope, contact_id: Types.ObjectId): Promise<void> {
    const set = async (filter: object, fields: object): Promise<void> => {
      const update = { $set: { ...fields, updated_at: new Date() }, $inc: { revision: 1 } };
      await this.collection.updateMany(scope, { contact_id, ...filter }, update);
    };
    await set({ provider: { $ne: null } }, NO_CHECKOUT);
    await set({ 'refunds.0': { $exists: true } }, { 'refunds.$[].reason': null });
    // Last, since the contact is how the others are found after a crash.
    await set({}, { contact_id: null, description: null, merge_marks: [] });
  }
}
