import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { CompanyScope, TenantRepository } from '../tenancy/index.js';
import { RealtimeEventRecord, type RealtimeEventDocument } from './realtime-event.schema.js';

export interface SequencedEvent {
  readonly seq: number;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

const PURGE_BATCH = 1_000;

const EMPTY_MESSAGE = {
  'data.message.content': '',
  'data.message.attachments': [],
  'data.message.context': null,
  'data.message.quoted': null,
};

@Injectable()
export class RealtimeEventsRepository extends TenantRepository<RealtimeEventDocument> {
  constructor(@InjectModel(RealtimeEventRecord.name) model: Model<RealtimeEventDocument>) {
    super(model, 'Event');
  }

  async latestSeq(scope: CompanyScope): Promise<number> {
    const [last] = await this.collection.find(scope, {}, { sort: { seq: -1 }, limit: 1, projection: { seq: 1 } });
    return last?.seq ?? 0;
  }

  /**
   * Stores the events in order and stops at the first collision, so the sequence never has a gap.
   * @throws the driver's duplicate-key error if another process took one of the numbers
   */
  async append(scope: CompanyScope, events: readonly SequencedEvent[]): Promise<void> {
    const now = new Date();
    const stamp = { company_id: scope.companyId, created_at: now, updated_at: now };
    await this.collection.insertMany(
      events.map((event) => ({ _id: new Types.ObjectId(), ...event, ...stamp })),
      'ordered',
    );
  }

  after(scope: CompanyScope, since: number, limit: number): Promise<SequencedEvent[]> {
    return this.collection.find(scope, { seq: { $gt: since } }, { sort: { seq: 1 }, limit });
  }

  async hasMessageEvent(scope: CompanyScope, event: string, messageId: Types.ObjectId, since: Date): Promise<boolean> {
    const filter = { event, created_at: { $gte: since }, 'data.message._id': messageId };
    return (await this.collection.findOne(scope, filter, { projection: { seq: 1 } })) !== null;
  }

  /** Rare, so it reads all events of the company instead of needing an index. */
  async redactMessage(scope: CompanyScope, messageId: Types.ObjectId): Promise<void> {
    await this.collection.updateMany(scope, { 'data.message._id': messageId }, { $set: EMPTY_MESSAGE });
    await this.collection.updateMany(
      scope,
      { 'data.message.quoted.message_id': messageId },
      { $set: { 'data.message.quoted.content': '', 'data.message.quoted.attachment_type': null } },
    );
    await this.collection.updateMany(
      scope,
      { 'data.conversation.last_message._id': messageId },
      { $set: { 'data.conversation.last_message.content': '' } },
    );
  }

  async redactContact(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    const person = { full_name: '', avatar_url: null, phone: null, is_vip: false };
    const ofConversations = {
      'data.conversation.contact': person,
      'data.conversation.pets': [],
      'data.conversation.next_appointment': null,
    };
    const appointmentOf = { $in: [contactId, contactId.toHexString()] };
    await Promise.all([
      this.collection.updateMany(scope, { 'data.message.contact_id': contactId }, { $set: EMPTY_MESSAGE }),
      this.collection.updateMany(scope, { 'data.conversation.contact_id': contactId }, { $set: ofConversations }),
      this.collection.updateMany(
        scope,
        { 'data.conversation.contact_id': contactId, 'data.conversation.last_message._id': { $exists: true } },
        { $set: { 'data.conversation.last_message.content': '' } },
      ),
      this.collection.updateMany(
        scope,
        { 'data.appointment.contact_id': appointmentOf },
        { $set: { 'data.appointment.notes': null } },
      ),
    ]);
  }

  /**
   * Deletes events older than the retention, except the newest of a company, which the next number follows from.
   * That event counts as new again, so that the purge skips it.
   * @returns how many events were deleted
   */
  async purge(before: Date): Promise<number> {
    const options = { sort: { created_at: 1 as const }, limit: PURGE_BATCH, projection: { company_id: 1 } };
    const expired = { created_at: { $lt: before } };
    const found = await this.collection.findAcrossCompanies('sweep expired', expired, options);
    let removed = 0;
    for (const companyId of new Set(found.map(({ company_id }) => company_id.toHexString()))) {
      const scope = CompanyScope.of(companyId);
      const latest = await this.latestSeq(scope);
      await this.collection.updateMany(scope, { seq: latest, ...expired }, { $set: { created_at: new Date() } });
      removed += await this.collection.deleteMany(scope, { seq: { $lt: latest }, ...expired });
    }
    return removed;
  }
}
