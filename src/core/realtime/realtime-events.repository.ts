import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { CompanyScope, TenantRepository } from '../tenancy/index.js';
import { type EventRedaction, redactionsOfContact, redactionsOfMessage } from './event-redactions.js';
import { RealtimeEventRecord, type RealtimeEventDocument } from './realtime-event.schema.js';

export interface SequencedEvent {
  readonly seq: number;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** An event as the log keeps it. */
export interface LoggedEvent extends SequencedEvent {
  readonly created_at: Date;
}

const PURGE_BATCH = 1_000;

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

  after(scope: CompanyScope, since: number, limit: number): Promise<LoggedEvent[]> {
    return this.collection.find(scope, { seq: { $gt: since } }, { sort: { seq: 1 }, limit });
  }

  /** @returns the number before the first event since this time; undefined if there is none */
  async seqBefore(scope: CompanyScope, since: Date): Promise<number | undefined> {
    const options = { sort: { seq: 1 as const }, limit: 1, projection: { seq: 1 } };
    const [first] = await this.collection.find(scope, { created_at: { $gte: since } }, options);
    return first && first.seq - 1;
  }

  async hasMessageEvent(scope: CompanyScope, event: string, messageId: Types.ObjectId, since: Date): Promise<boolean> {
    const filter = { event, created_at: { $gte: since }, 'data.message._id': messageId };
    return (await this.collection.findOne(scope, filter, { projection: { seq: 1 } })) !== null;
  }

  /** Rare, so it reads all events of the company instead of needing an index. */
  async redactMessage(scope: CompanyScope, messageId: Types.ObjectId): Promise<void> {
    await this.redact(scope, redactionsOfMessage(messageId));
  }

  async redactContact(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    await this.redact(scope, redactionsOfContact(contactId));
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

  private async redact(scope: CompanyScope, redactions: readonly EventRedaction[]): Promise<void> {
    await Promise.all(redactions.map(({ filter, set }) => this.collection.updateMany(scope, filter, { $set: set })));
  }
}
