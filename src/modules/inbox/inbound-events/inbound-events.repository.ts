import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Collection, type Filter, MongoBulkWriteError } from 'mongodb';
import { type Model, Types } from 'mongoose';
import type { ItemOutcome } from '../../../core/concurrency/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { BLANK_ITEM, InboundEventRecord, type InboundState } from './schemas/inbound-event-record.schema.js';

const DUPLICATE_KEY = 11_000;
/** Progress that is found out again after a crash of the database, so it need not wait for the journal. */
const DERIVED = { w: 1, journal: false } as const;

/** What the drain decided about one event. */
export interface EventOutcome {
  _id: string;
  set: Partial<Omit<InboundEventRecord, '_id'>>;
}

/** A lane with something due, and the group it is leased with. */
export type DueLane = Pick<InboundEventRecord, 'lane' | 'partition'>;

/** An account, and the company that holds it. */
export type EventOwner = Pick<InboundEventRecord, 'platform' | 'external_id'> & { company_id: Types.ObjectId };

/** The lanes of a contact, and until when its company held their account. */
export interface ErasedLanes {
  lanes: readonly string[];
  heldUntil: Date;
}

/** Which events a person may see: of some companies, null for those of none; left out, of all. */
export interface InboundFilter {
  state: InboundState;
  companies?: readonly (Types.ObjectId | null)[] | undefined;
  /** Continue below this `order`. */
  below?: number;
}

/** Stored webhook items, straight on the driver: this is the path every acknowledgement waits for. */
@Injectable()
export class InboundEventsRepository {
  constructor(@InjectModel(InboundEventRecord.name) private readonly model: Model<InboundEventRecord>) {}

  /**
   * Stores a batch durably; an event that is there already counts as stored.
   * @throws when nothing can be said about single events, for instance while the database is away
   */
  async store(events: InboundEventRecord[]): Promise<ItemOutcome<void>[]> {
    const outcomes: ItemOutcome<void>[] = events.map(() => ({ ok: true, result: undefined }));
    try {
      await this.collection.insertMany(events, { ordered: false });
    } catch (error) {
      // A write that is not on disk as asked is no write, whatever became of its documents.
      if (!(error instanceof MongoBulkWriteError) || error.result.getWriteConcernError()) throw error;
      for (const failure of [error.writeErrors].flat()) {
        if (failure.code !== DUPLICATE_KEY) outcomes[failure.index] = { ok: false, error: failure };
      }
    }
    return outcomes;
  }

  /** Lanes of the events that are due longest, without those of some partitions. */
  async findDueLanes(now: Date, exceptPartitions: readonly number[], limit: number): Promise<DueLane[]> {
    return this.collection
      .find({ state: 'new', not_before: { $lte: now }, partition: { $nin: [...exceptPartitions] } })
      .sort({ not_before: 1 })
      .limit(limit)
      .project<DueLane>({ _id: 0, lane: 1, partition: 1 })
      .toArray();
  }

  /** What is open in the lanes, due or not, in the order it has to be applied; without receipts that still wait. */
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
   * Counts an attempt before it is made and puts our fence on the events.
   * @param notBefore when to try again if nobody lives to say how it went; at once if left out
   * @returns false when any of them is no longer ours to work on
   */
  async claim(ids: readonly string[], fence: number, notBefore?: Date): Promise<boolean> {
    const { matchedCount } = await this.collection.updateMany(
      { _id: { $in: [...ids] }, state: 'new', fence: { $lte: fence } },
      { $set: { fence, ...(notBefore && { not_before: notBefore }) }, $inc: { attempts: 1 } },
      { writeConcern: DERIVED },
    );
    return matchedCount === ids.length;
  }

  /** Writes outcomes in one go; those of events somebody else has claimed since change nothing. */
  async settle(outcomes: readonly EventOutcome[], fence: number): Promise<void> {
    if (outcomes.length === 0) return;
    await this.collection.bulkWrite(
      outcomes.map(({ _id, set }) => ({ updateOne: { filter: { _id, fence, state: 'new' }, update: { $set: set } } })),
      { ordered: false, writeConcern: DERIVED },
    );
  }

  /** Makes the rest of a lane wait for its first event, so that it does not come up as due before. */
  async holdLane(lane: string, until: Date): Promise<void> {
    await this.collection.updateMany(
      { lane, state: 'new', not_before: { $lt: until }, waiting: { $ne: true } },
      { $set: { not_before: until } },
      { writeConcern: DERIVED },
    );
  }

  /** Whether the lane has events to apply; receipts that wait for their message do not count. */
  async hasOpen(lane: string): Promise<boolean> {
    const filter = { lane, state: 'new' as const, waiting: { $ne: true } };
    return (await this.collection.findOne(filter, { projection: { _id: 1 } })) !== null;
  }

  /** Blanks what a deleted message left in its customer's lane: an event that failed, or was parked. */
  async eraseMessage({ _id, lane }: InboundEventRecord, messageId: string): Promise<void> {
    // Its edits have its id, a colon and more.
    const isOfMessage = [{ key: messageId }, { key: { $gte: `${messageId}:`, $lt: `${messageId};` } }];
    await this.erase({ _id: { $ne: _id }, lane, $or: isOfMessage }, 'the message was deleted');
  }

  /**
   * Blanks a deleted contact's events of this company that failed, were parked or had no route. An event without a
   * company counts if it was received before the company gave up the account; a later one may be the next holder's.
   */
  async eraseLanes({ companyId }: CompanyScope, { lanes, heldUntil }: ErasedLanes): Promise<void> {
    const isOwn = [{ company_id: companyId }, { company_id: { $exists: false }, received_at: { $lte: heldUntil } }];
    await this.erase({ lane: { $in: [...lanes] }, $or: isOwn }, 'the contact was deleted');
  }

  private async erase(filter: Filter<InboundEventRecord>, last_error: string): Promise<void> {
    const failed = { ...filter, state: 'new' as const, attempts: { $gt: 0 } };
    const settled = { ...filter, state: { $in: ['parked' as const, 'unroutable' as const] } };
    const set = { state: 'done' as const, item: BLANK_ITEM, done_at: new Date(), last_error };
    await Promise.all([failed, settled].map((one) => this.collection.updateMany(one, { $set: set })));
  }

  /** Newest first. */
  async list({ state, companies, below }: InboundFilter, limit: number): Promise<InboundEventRecord[]> {
    const filter = {
      state,
      ...(companies && { $or: companies.map((company_id) => ({ company_id: company_id ?? { $exists: false } })) }),
      ...(below !== undefined && { order: { $lt: below } }),
    };
    return this.collection.find(filter).sort({ order: -1 }).limit(limit).toArray();
  }

  /** Makes a parked event, or one without a route, new again under its old key. Null when there is none. */
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

  /**
   * Makes an account's events new again that found no company, as far as they may be this one's.
   * @returns how many there were
   */
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

  /** Events nobody needs any more; open ones are kept however old they are. */
  async deleteSettled(before: Date): Promise<number> {
    const filter = { received_at: { $lt: before }, state: { $ne: 'new' as const } };
    return (await this.collection.deleteMany(filter)).deletedCount;
  }

  private get collection(): Collection<InboundEventRecord> {
    const { conn, name } = this.model.collection;
    return conn.getClient().db(this.model.db.name).collection<InboundEventRecord>(name);
  }
}
