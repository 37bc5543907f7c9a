import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import {
  type CompanyScope,
  type KeysetOrder,
  type Page,
  type PageRequest,
  VersionedRepository,
} from '../../../../core/tenancy/index.js';
import { limitReached } from '../calendar.errors.js';
import { TimeOff } from './time-off.schema.js';

/** One index serves order and range; past time off is the longest part of the list. */
const BY_END: KeysetOrder = { field: 'over_at', direction: 1 };
/** Limit for time off that has not ended, all staff together. */
const MAX_AHEAD = 2_000;

export interface TimeOffFilters {
  staff_id?: Types.ObjectId;
  /** Only time off that may end after it. */
  from?: Date;
  /** Only time off that begins before it. */
  to?: Date;
}

@Injectable()
export class TimeOffRepository extends VersionedRepository<TimeOff> {
  constructor(@InjectModel(TimeOff.name) model: Model<TimeOff>) {
    super(model, 'Time off');
  }

  list(scope: CompanyScope, { staff_id, from, to }: TimeOffFilters, request: PageRequest): Promise<Page<TimeOff>> {
    const filter = {
      ...(staff_id ? { staff_id } : {}),
      ...(from ? { over_at: { $gt: from } } : {}),
      ...(to ? { starts_at: { $lt: to } } : {}),
    };
    return this.page(scope, filter, BY_END, request);
  }

  async add(scope: CompanyScope, fields: Partial<TimeOff>): Promise<TimeOff> {
    const ahead = await this.count(scope, { over_at: { $gt: new Date() } });
    if (ahead >= MAX_AHEAD) throw limitReached('Time off', MAX_AHEAD);
    return this.create(scope, fields);
  }

  approvedAfter(scope: CompanyScope, instant: Date): Promise<TimeOff[]> {
    return this.collection.find(scope, { over_at: { $gt: instant }, status: 'approved' });
  }

  /** Also requests that nobody has approved yet; repeats of the rules may lie outside. */
  overlapping(scope: CompanyScope, from: Date, to: Date): Promise<TimeOff[]> {
    return this.collection.find(scope, { over_at: { $gt: from }, starts_at: { $lt: to } });
  }

  /** Deletes a person's own open request. @returns false if it was approved, is gone, or belongs to another person */
  async withdraw(scope: CompanyScope, id: Types.ObjectId, staffId: Types.ObjectId): Promise<boolean> {
    return (await this.collection.deleteMany(scope, { _id: id, staff_id: staffId, status: 'requested' })) === 1;
  }
}
