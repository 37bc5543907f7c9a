import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import {
  ExternalBusyTimesRepository,
  StaffDirectory,
  StaffSchedulesRepository,
  TimeOffRepository,
} from '../../calendar/index.js';
import type { CatalogSnapshot } from './catalog-snapshot.js';

@Injectable()
export class StaffReader {
  constructor(
    private readonly schedules: StaffSchedulesRepository,
    private readonly timesOff: TimeOffRepository,
    private readonly busyTimes: ExternalBusyTimesRepository,
    private readonly directory: StaffDirectory,
  ) {}

  /** @param since periods that ended before are left out */
  async read(scope: CompanyScope, since: Date): Promise<Pick<CatalogSnapshot, 'staff' | 'time_off' | 'external_busy'>> {
    const [schedules, time_off, external_busy, names] = await Promise.all([
      this.schedules.all(scope),
      this.timesOff.approvedAfter(scope, since),
      this.busyTimes.periodsAfter(scope, since),
      this.directory.names(scope),
    ]);
    const staff = schedules.flatMap((schedule) => {
      const full_name = names.get(schedule.staff_id.toHexString());
      return full_name === undefined ? [] : [{ schedule, full_name }];
    });
    return { staff, time_off, external_busy };
  }
}
