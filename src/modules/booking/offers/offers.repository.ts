import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { AppError, isDuplicateKey } from '../../../core/errors/index.js';
import {
  type CompanyScope,
  type KeysetOrder,
  type Page,
  type PageRequest,
  TenantRepository,
} from '../../../core/tenancy/index.js';
import { ContactDocuments } from '../../customers/contacts/index.js';
import { type OfferAnswer, type OfferState, TimeOffer } from './schemas/time-offer.schema.js';

const NEWEST_FIRST: KeysetOrder = { field: '_id', direction: -1 };

@Injectable()
export class OffersRepository extends TenantRepository<TimeOffer> {
  readonly ofContacts = new ContactDocuments(this.collection);

  constructor(@InjectModel(TimeOffer.name) model: Model<TimeOffer>) {
    super(model, 'Offer');
  }

  /** The newest first. */
  list(scope: CompanyScope, conversationId: Types.ObjectId, request: PageRequest): Promise<Page<TimeOffer>> {
    return this.page(scope, { conversation_id: conversationId }, NEWEST_FIRST, request);
  }

  /** @returns null if the conversation has an open offer, or the client key is known */
  async add(scope: CompanyScope, offer: Omit<TimeOffer, 'company_id'>): Promise<TimeOffer | null> {
    try {
      return await this.collection.insertOne(scope, offer);
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }

  open(scope: CompanyScope, conversationId: Types.ObjectId): Promise<TimeOffer | null> {
    return this.collection.findOne(scope, { conversation_id: conversationId, is_open: true });
  }

  ofConversation(scope: CompanyScope, conversationId: Types.ObjectId, id: Types.ObjectId): Promise<TimeOffer | null> {
    return this.collection.findOne(scope, { _id: id, conversation_id: conversationId });
  }

  /** @throws AppError NOT_FOUND */
  async getInConversation(scope: CompanyScope, conversationId: Types.ObjectId, id: Types.ObjectId): Promise<TimeOffer> {
    const offer = await this.ofConversation(scope, conversationId, id);
    if (!offer) throw AppError.notFound('Offer');
    return offer;
  }

  /** The newest first. */
  recent(scope: CompanyScope, conversationId: Types.ObjectId, limit: number): Promise<TimeOffer[]> {
    return this.collection.find(scope, { conversation_id: conversationId }, { sort: { _id: -1 }, limit });
  }

  byClientKey(scope: CompanyScope, client_key: string): Promise<TimeOffer | null> {
    return this.collection.findOne(scope, { client_key });
  }

  /** Whether an answer to an offer of the company may still come. */
  async isExpecting(scope: CompanyScope, now: Date): Promise<boolean> {
    const options = { projection: { _id: 1 } };
    return (await this.collection.findOne(scope, { answers_until: { $gt: now } }, options)) !== null;
  }

  /** Offers from which the customer has chosen a time, the newest first. */
  chosenBy(scope: CompanyScope, contactId: Types.ObjectId): Promise<TimeOffer[]> {
    return this.collection.find(scope, { contact_id: contactId, answer: { $ne: null } }, { sort: { _id: -1 } });
  }

  /** Stores which message is the question. */
  async asked(scope: CompanyScope, id: Types.ObjectId, message: { _id: Types.ObjectId; seq: number }): Promise<void> {
    const set = { message_id: message._id, message_seq: message.seq, updated_at: new Date() };
    await this.collection.updateOne(scope, { _id: id }, { $set: set });
  }

  /** Stores the choice, unless another message has chosen already. @returns null if the offer is not open */
  async choose(scope: CompanyScope, id: Types.ObjectId, answer: OfferAnswer): Promise<TimeOffer | null> {
    const free = {
      _id: id,
      is_open: true as const,
      $or: [{ answer: null }, { 'answer.message_id': answer.message_id }],
    };
    return this.collection.findOneAndUpdate(scope, free, { $set: { answer, updated_at: new Date() } });
  }

  /** The customer may choose again. */
  async forgetChoice(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    await this.collection.updateOne(
      scope,
      { _id: id, is_open: true },
      { $set: { answer: null, updated_at: new Date() } },
    );
  }

  /** Ends an open offer. @returns null if it is not open any more */
  end(
    scope: CompanyScope,
    id: Types.ObjectId,
    state: Exclude<OfferState, 'open'>,
    appointment_id: Types.ObjectId | null = null,
  ): Promise<TimeOffer | null> {
    const update = { $set: { state, appointment_id, updated_at: new Date() }, $unset: { is_open: true as const } };
    return this.collection.findOneAndUpdate(scope, { _id: id, is_open: true }, update);
  }

  /** Of all companies, the first expired ones without a choice; a choice is finished by the engine that takes its message. */
  expired(now: Date, limit: number): Promise<TimeOffer[]> {
    const options = { sort: { expires_at: 1 as const }, limit };
    const filter = { is_open: true as const, expires_at: { $lte: now }, answer: null };
    return this.collection.findAcrossCompanies('sweep expired', filter, options);
  }
}
