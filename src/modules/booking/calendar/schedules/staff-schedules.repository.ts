import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { isDuplicateKey } from '../../../../core/errors/index.js';
import {
  atVersion,
  OLDEST_FIRST,
  type CompanyScope,
  type Page,
  type PageRequest,
  TenantRepository,
} from '../../../../core/tenancy/index.js';
import type { PutScheduleDto } from './dto/schedule.dto.js';
import { StaffSchedule } from './staff-schedule.schema.js';

@Injectable()
export class StaffSchedulesRepository extends TenantRepository<StaffSchedule> {
  constructor(@InjectModel(StaffSchedule.name) model: Model<StaffSchedule>) {
    super(model, 'Staff schedule');
  }

  list(scope: CompanyScope, request: PageRequest): Promise<Page<StaffSchedule>> {
    return this.page(scope, {}, OLDEST_FIRST, request);
  }

  all(scope: CompanyScope): Promise<StaffSchedule[]> {
    return this.collection.find(scope, {}, { sort: { _id: 1 } });
  }

  findOf(scope: CompanyScope, staffId: Types.ObjectId): Promise<StaffSchedule | null> {
    return this.findOne(scope, { staff_id: staffId });
  }

  /** Replaces an earlier schedule of any version. */
  async put(scope: CompanyScope, staffId: Types.ObjectId, schedule: PutScheduleDto): Promise<StaffSchedule> {
    const replace = (upsert: boolean): Promise<StaffSchedule | null> =>
      this.collection.findOneAndUpdate(scope, { staff_id: staffId }, replacement(schedule), { upsert });
    try {
      return (await replace(true)) as StaffSchedule;
    } catch (error) {
      // A parallel first write has created the schedule.
      if (!isDuplicateKey(error)) throw error;
      return (await replace(false)) as StaffSchedule;
    }
  }

  /** @returns null unless the stored schedule has the version */
  replace(
    scope: CompanyScope,
    staffId: Types.ObjectId,
    schedule: PutScheduleDto,
    version: number,
  ): Promise<StaffSchedule | null> {
    const unchanged = { staff_id: staffId, ...atVersion(version) };
    return this.collection.findOneAndUpdate(scope, unchanged, replacement(schedule));
  }
}

function replacement(schedule: PutScheduleDto) {
  const now = new Date();
  return {
    $set: { ...schedule, updated_at: now },
    $setOnInsert: { _id: new Types.ObjectId(), created_at: now },
    $inc: { revision: 1 },
  };
}
