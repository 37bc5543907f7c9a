import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { type CompanyScope, TenantRepository } from '../../../../core/tenancy/index.js';
import { ExternalBusyTime } from './external-busy-time.schema.js';

/** A calendar of another service, and its owner. */
export interface ExternalCalendar {
  readonly staff_id: Types.ObjectId;
  readonly calendar_id: string;
}

export type BusyPeriod = Pick<ExternalBusyTime, 'staff_id' | 'starts_at' | 'ends_at'>;
export type BusyEvent = Pick<ExternalBusyTime, 'event_id' | 'starts_at' | 'ends_at' | 'title'>;

@Injectable()
export class ExternalBusyTimesRepository extends TenantRepository<ExternalBusyTime> {
  constructor(@InjectModel(ExternalBusyTime.name) model: Model<ExternalBusyTime>) {
    super(model, 'Busy time');
  }

  /** Periods that end after an instant. */
  periodsAfter(scope: CompanyScope, instant: Date): Promise<BusyPeriod[]> {
    const projection = { _id: 0, staff_id: 1, starts_at: 1, ends_at: 1 };
    return this.collection.find(scope, { ends_at: { $gt: instant } }, { projection });
  }

  /** By end; those that end after an instant. */
  after(scope: CompanyScope, instant: Date, limit: number): Promise<ExternalBusyTime[]> {
    return this.collection.find(scope, { ends_at: { $gt: instant } }, { sort: { ends_at: 1 }, limit });
  }

  /** Times of the events before the change, by event id. */
  async ofEvents(
    scope: CompanyScope,
    { staff_id, calendar_id }: ExternalCalendar,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, ExternalBusyTime>> {
    const found = await this.collection.find(scope, { staff_id, calendar_id, event_id: { $in: [...ids] } });
    return new Map(found.map((one) => [one.event_id, one]));
  }

  /** Stores events, and notes that `reading` has seen them. */
  async put(
    scope: CompanyScope,
    { staff_id, calendar_id }: ExternalCalendar,
    events: readonly BusyEvent[],
    reading: string,
  ): Promise<void> {
    if (events.length === 0) return;
    const now = new Date();
    await this.model.bulkWrite(
      events.map(({ event_id, ...times }) => ({
        updateOne: {
          filter: { company_id: scope.companyId, staff_id, calendar_id, event_id },
          update: { $set: { ...times, reading, updated_at: now }, $setOnInsert: { created_at: now } },
          upsert: true,
          timestamps: false,
        },
      })),
      { ordered: false },
    );
  }

  removeEvents(
    scope: CompanyScope,
    { staff_id, calendar_id }: ExternalCalendar,
    ids: readonly string[],
  ): Promise<number> {
    if (ids.length === 0) return Promise.resolve(0);
    return this.collection.deleteMany(scope, { staff_id, calendar_id, event_id: { $in: [...ids] } });
  }

  removeUnseen(scope: CompanyScope, { staff_id, calendar_id }: ExternalCalendar, reading: string): Promise<number> {
    return this.collection.deleteMany(scope, { staff_id, calendar_id, reading: { $ne: reading } });
  }

  /** @param calendar_id is kept; absent: none */
  removeOtherCalendars(scope: CompanyScope, staff_id: Types.ObjectId, calendar_id?: string): Promise<number> {
    return this.collection.deleteMany(scope, {
      staff_id,
      ...(calendar_id !== undefined && { calendar_id: { $ne: calendar_id } }),
    });
  }

  removeAll(scope: CompanyScope): Promise<number> {
    return this.collection.deleteMany(scope, {});
  }
}
