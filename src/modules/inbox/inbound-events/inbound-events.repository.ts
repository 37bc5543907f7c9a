import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Collection, type Filter, MongoBulkWriteError } from 'mongodb';
import { type Model, Types } from 'mongoose';
import type { ItemOutcome } from '../../../core/concurrency/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { BLANK_ITEM, InboundEventRecord, type InboundState } from './schemas/inbound-event-record.schema.js';

const DUPLICATE_KEY = 11_000;
/** Progress is found again after a crash, so it does not wait for the journal. */
const DERIVED = { w: 1, journal: false } as const;

export interface EventOutcome {
  _id: string;
  set: Partial<Omit<InboundEventRecord, '_id'>>;
}

export type DueLane = Pick<InboundEventRecord, 'lane' | 'partition'>;

export type EventOwner = Pick<InboundEventRecord, 'platform' | 'external_id'> & { company_id: Types.ObjectId };

export interface ErasedLanes {
  lanes: readonly string[];
  heldUntil: Date;
}

/** `companies`: null for events without a company; left out for all. */
export interface InboundFilter {
  state: InboundState;
  companies?: readonly (Types.ObjectId | null)[] | undefined;
  below?: number;
}

/** On the driver, because every acknowledgement waits for it. */
@Injectable()
export class InboundEventsRepository {
  constructor(@InjectModel(InboundEventRecord.name) private readonly model: Model<InboundEventRecord>) {}

  /** An event that is stored already counts as stored. @throws when the result of single events is unknown */
  async store(events: InboundEventRecord[]): Promise<ItemOutcome<void>[]> {
    const outcomes: ItemOutcome<void>[] = events.map(() => ({ ok: true, result: undefined }));
    try {
      await this.collection.insertMany(events, { ordered: false });
    } catch (error) {
      // A write that is not on disk does not count.
      if (!(error instanceof MongoBulkWriteError) || error.result.getWriteConcernError()) throw error;
      for (const failure of [error.writeErrors].flat()) {
        if (failure.code !== DUPLICATE_KEY) outcomes[failure.index] = { ok: false, error: failure };
      }
    }
    return outcomes;
  }

  /** The longest due first. */
  async findDueLanes(now: Date, exceptPartitions: readonly number[], limit: number): Promise<DueLane[]> {
    return this.collection
      .find({ state: 'new', not_before: { $lte: now }, partition: { $nin: [...exceptPartitions] } })
      .sort({ not_before: 1 })
      .limit(limit)
      .project<DueLane>({ _id: 0, lane: 1, partition: 1 })
      .toArray();
  }

  /** In order, due or not, without receipts that wait. */
  async loadLanes(lanes: readonly string[], now: Date, limit: number): Promise<InboundEventRecord[]> {
    return this.collection
      .find({
        state: 'new',
        lane: { $in: [...lanes] },
        $or: [{ waiting: { $ne: true } }, { not_before: { $lte: now } }],
      })
      .sort({ lane: 1, provider_at: 1, order: 1 })
      .limit(limit)
      .toArray();
  }

  /**
   * Counts an attempt before it begins, under our fence.
   * @param notBefore when to try again if the process dies
   * @returns false if another process has one of the events
   */
  async claim(ids: readonly string[], fence: number, notBefore?: Date): Promise<boolean> {
    const { matchedCount } = await this.collection.updateMany(
      { _id: { $in: [...ids] }, state: 'new', fence: { $lte: fence } },
      { $set: { fence, ...(notBefore && { not_before: notBefore }) }, $inc: { attempts: 1 } },
      { writeConcern: DERIVED },
    );
    return matchedCount === ids.length;
  }

  /** Changes no event that another process has claimed. */
  async recordOutcomes(outcomes: readonly EventOutcome[], fence: number): Promise<void> {
    if (outcomes.length === 0) return;
    await this.collection.bulkWrite(
      outcomes.map(({ _id, set }) => ({ updateOne: { filter: { _id, fence, state: 'new' }, update: { $set: set } } })),
      { ordered: false, writeConcern: DERIVED },
    );
  }

  /** The rest of the lane must not look due before its first event. */
  async holdLane(lane: string, until: Date): Promise<void> {
    await this.collection.updateMany(
      { lane, state: 'new', not_before: { $lt: until }, waiting: { $ne: true } },
      { $set: { not_before: until } },
      { writeConcern: DERIVED },
    );
  }

  /** Events that a drain has claimed stay in the old lane. */
  async moveLane(lane: string, into: string, partition: number): Promise<void> {
    await this.collection.updateMany({ lane, state: 'new', fence: 0 }, { $set: { lane: into, partition } });
  }

  /** Receipts that wait for their message do not count. */
  async hasOpen(lane: string): Promise<boolean> {
    const filter = { lane, state: 'new' as const, waiting: { $ne: true } };
    return (await this.collection.findOne(filter, { projection: { _id: 1 } })) !== null;
  }

  /** Blanks failed and parked events of a deleted message. */
  async eraseMessage({ _id, lane }: InboundEventRecord, messageId: string): Promise<void> {
    const isOfMessage = [{ key: messageId }, { key: { $gte: `${messageId}:`, $lt: `${messageId};` } }];
    await this.erase({ _id: { $ne: _id }, lane, $or: isOfMessage }, 'the message was deleted');
  }

  /**
   * Blanks failed, parked and unroutable events of a deleted contact. An event without a company counts if it came
   * before the company gave up the account.
   */
  async eraseLanes({ companyId }: CompanyScope, { lanes, heldUntil }: ErasedLanes): Promise<void> {
    const isOwn = [{ company_id: companyId }, { company_id: { $exists: false }, received_at: { $lte: heldUntil } }];
    await this.erase({ lane: { $in: [...lanes] }, $or: isOwn }, 'the contact was deleted');
  }

  private async erase(filter: Filter<InboundEventRecord>, last_error: string): Promise<void> {
    const failed = { ...filter, state: 'new' as const, attempts: { $gt: 0 } };
    const waiting = { ...filter, state: 'new' as const, waiting: true };
    const settled = { ...filter, state: { $in: ['parked' as const, 'unroutable' as const] } };
    const set = { state: 'done' as const, item: BLANK_ITEM, done_at: new Date(), last_error };
    await Promise.all([failed, waiting, settled].map((one) => this.collection.updateMany(one, { $set: set })));
  }

  async list({ state, companies, below }: InboundFilter, limit: number): Promise<InboundEventRecord[]> {
    const filter = {
      state,
      ...(companies && { $or: companies.map((company_id) => ({ company_id: company_id ?? { $exists: false } })) }),
      ...(below !== undefined && { order: { $lt: below } }),
    };
    return this.collection.find(filter).sort({ order: -1 }).limit(limit).toArray();
  }

  /** Null if the event is not parked or unroutable. */
  async reopen(
    id: string,
    state: InboundState,
    companyId: Types.ObjectId | null | undefined,
  ): Promise<InboundEventRecord | null> {
    return this.collection.findOneAndUpdate(
      { _id: id, state, ...(companyId !== undefined && { company_id: companyId ?? { $exists: false } }) },
      { $set: { state: 'new', attempts: 0, not_before: new Date() }, $unset: { done_at: 1 } },
      { returnDocument: 'after' },
    );
  }

  /** @returns how many events became new */
  async reopenUnroutable({ platform, external_id, company_id }: EventOwner, receivedFrom: Date): Promise<number> {
    const { modifiedCount } = await this.collection.updateMany(
      {
        state: 'unroutable',
        platform,
        external_id,
        received_at: { $gte: receivedFrom },
        $or: [{ company_id: { $exists: false } }, { company_id }],
      },
      { $set: { state: 'new', attempts: 0, not_before: new Date() }, $unset: { done_at: 1, last_error: 1 } },
    );
    return modifiedCount;
  }

  /** Never deletes open events. */
  async deleteSettled(before: Date): Promise<number> {
    const filter = { received_at: { $lt: before }, state: { $ne: 'new' as const } };
    return (await this.collection.deleteMany(filter)).deletedCount;
  }

  private get collection(): Collection<InboundEventRecord> {
    const { conn, name } = this.model.collection;
    return conn.getClient().db(this.model.db.name).collection<InboundEventRecord>(name);
  }
}
