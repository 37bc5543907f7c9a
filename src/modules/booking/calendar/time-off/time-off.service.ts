import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { mayUse, type Principal } from '../../../../core/auth-guards/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { type CompanyScope, type Page, type PageRequest, toObjectId } from '../../../../core/tenancy/index.js';
import { CompaniesService } from '../../../accounts/companies/index.js';
import { notYourTimeOff } from '../calendar.errors.js';
import { CatalogChanges } from '../versions/catalog-changes.js';
import { AppointmentLookups, type OverlappingAppointment } from '../ports/appointment-lookups.js';
import { StaffSchedulesRepository } from '../schedules/staff-schedules.repository.js';
import { StaffDirectory } from '../staff-directory.js';
import { CreateTimeOffDto, UpdateTimeOffDto } from './dto/time-off-input.dto.js';
import { firstDateOf, occurrencesOf, overAt } from './occurrences.js';
import { type TimeOffFilters, TimeOffRepository } from './time-off.repository.js';
import type { TimeOff } from './time-off.schema.js';

const DAY_MS = 86_400_000;
const MAX_LENGTH_MS = 2 * 365 * DAY_MS;
const MAX_WEEKLY_LENGTH_MS = 7 * DAY_MS;
const MAX_REPEATING_MS = 5 * 366 * DAY_MS;
/** Appointments further ahead are not searched. */
const OVERLAP_SEARCH_MS = 2 * 366 * DAY_MS;

export interface TimeOffWithAppointments {
  timeOff: TimeOff;
  appointments: OverlappingAppointment[];
}

/** Managers decide about time off; everybody may request their own. */
@Injectable()
export class TimeOffService {
  constructor(
    private readonly timesOff: TimeOffRepository,
    private readonly schedules: StaffSchedulesRepository,
    private readonly companies: CompaniesService,
    private readonly staff: StaffDirectory,
    private readonly appointments: AppointmentLookups,
    private readonly changes: CatalogChanges,
  ) {}

  list(scope: CompanyScope, filters: TimeOffFilters, page: PageRequest): Promise<Page<TimeOff>> {
    return this.timesOff.list(scope, filters, page);
  }

  /** @throws AppError NOT_FOUND for the person | NOT_YOUR_TIME_OFF | VALIDATION_ERROR | LIMIT_REACHED */
  async create(scope: CompanyScope, caller: Principal, input: CreateTimeOffDto): Promise<TimeOffWithAppointments> {
    const staffId = toObjectId(input.staff_id, 'staff_id');
    await this.staff.assertAll(scope, [staffId]);
    const decides = mayUse(caller, 'booking:manage');
    if (!decides && caller.userId !== staffId.toHexString()) throw notYourTimeOff();
    const { reason = null, repeat = null } = input;
    const times = { starts_at: new Date(input.starts_at), ends_at: new Date(input.ends_at), repeat };
    assertTimes(times, firstDateOf(times, await this.zoneOf(scope, staffId)));
    const status = decides ? 'approved' : 'requested';
    const fields = { ...times, staff_id: staffId, reason, status, over_at: overAt(times) } as const;
    const timeOff = await this.timesOff.add(scope, fields);
    await this.changes.publishChange(scope);
    return this.withAppointments(scope, timeOff);
  }

  async update(
    scope: CompanyScope,
    id: Types.ObjectId,
    input: UpdateTimeOffDto,
    version?: number,
  ): Promise<TimeOffWithAppointments> {
    const timeOff = await this.timesOff.change(scope, id, () => ({ ...input }), version);
    await this.changes.publishChange(scope);
    return this.withAppointments(scope, timeOff);
  }

  /** @throws AppError NOT_FOUND | NOT_YOUR_TIME_OFF unless it is the caller's own request */
  async remove(scope: CompanyScope, caller: Principal, id: Types.ObjectId): Promise<void> {
    await this.timesOff.getById(scope, id);
    if (mayUse(caller, 'booking:manage')) await this.timesOff.deleteById(scope, id);
    else if (!(await this.timesOff.withdraw(scope, id, toObjectId(caller.userId)))) throw notYourTimeOff();
    await this.changes.publishChange(scope);
  }

  private async withAppointments(scope: CompanyScope, timeOff: TimeOff): Promise<TimeOffWithAppointments> {
    const zone = await this.zoneOf(scope, timeOff.staff_id);
    const now = new Date();
    const periods = occurrencesOf(timeOff, zone, now, new Date(now.getTime() + OVERLAP_SEARCH_MS));
    return { timeOff, appointments: await this.appointments.findOverlapping(scope, timeOff.staff_id, periods) };
  }

  private async zoneOf(scope: CompanyScope, staffId: Types.ObjectId): Promise<string> {
    const schedule = await this.schedules.findOf(scope, staffId);
    return schedule?.time_zone ?? (await this.companies.get(scope)).time_zone;
  }
}

function assertTimes(
  { starts_at, ends_at, repeat }: Pick<TimeOff, 'starts_at' | 'ends_at' | 'repeat'>,
  firstDate: string,
): void {
  const length = ends_at.getTime() - starts_at.getTime();
  const longest = repeat ? MAX_WEEKLY_LENGTH_MS : MAX_LENGTH_MS;
  if (length <= 0 || length > longest)
    refuse('ends_at', `must be after starts_at, by ${longest / DAY_MS} days at most`);
  if (!repeat) return;
  const repeating = Date.parse(repeat.until) - Date.parse(firstDate);
  if (repeating < 0 || repeating > MAX_REPEATING_MS)
    refuse('repeat.until', 'must lie within five years from the first time');
}

function refuse(field: string, message: string): never {
  throw AppError.validation([{ field, message: `${field} ${message}` }]);
}
