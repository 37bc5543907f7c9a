import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../../core/errors/index.js';
import {
  type CompanyScope,
  type Page,
  type PageRequest,
  versionMismatch,
  versionOf,
} from '../../../../core/tenancy/index.js';
import { CatalogChanges } from '../versions/catalog-changes.js';
import { StaffDirectory } from '../staff-directory.js';
import { PutScheduleDto } from './dto/schedule.dto.js';
import { assertScheduleRules } from './schedule-rules.js';
import type { StaffSchedule } from './staff-schedule.schema.js';
import { StaffSchedulesRepository } from './staff-schedules.repository.js';

@Injectable()
export class StaffSchedulesService {
  constructor(
    private readonly schedules: StaffSchedulesRepository,
    private readonly staff: StaffDirectory,
    private readonly changes: CatalogChanges,
  ) {}

  list(scope: CompanyScope, page: PageRequest): Promise<Page<StaffSchedule>> {
    return this.schedules.list(scope, page);
  }

  /** @throws AppError NOT_FOUND if the person has no schedule */
  async get(scope: CompanyScope, staffId: Types.ObjectId): Promise<StaffSchedule> {
    const schedule = await this.schedules.findOf(scope, staffId);
    if (!schedule) throw AppError.notFound('Staff schedule');
    return schedule;
  }

  /** @throws AppError NOT_FOUND for the person, or for a version without a schedule | VALIDATION_ERROR | VERSION_MISMATCH */
  async put(
    scope: CompanyScope,
    staffId: Types.ObjectId,
    schedule: PutScheduleDto,
    version?: number,
  ): Promise<StaffSchedule> {
    await this.staff.assertAll(scope, [staffId]);
    assertScheduleRules(schedule);
    const stored =
      version === undefined
        ? await this.schedules.put(scope, staffId, schedule)
        : await this.schedules.replace(scope, staffId, schedule, version);
    if (!stored) throw versionMismatch('Staff schedule', versionOf(await this.get(scope, staffId)));
    await this.changes.publishChange(scope);
    return stored;
  }
}
