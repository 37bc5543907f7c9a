import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/auth-guards/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { type CompanyScope, distinctIds } from '../../../../core/tenancy/index.js';
import { dateAfter, invalidField, localDate } from '../../availability/index.js';
import {
  type Closure,
  ClosuresRepository,
  LocalDays,
  occurrencesOf,
  StaffDirectory,
  type TimeOff,
  TimeOffRepository,
} from '../../calendar/index.js';
import { BookingCatalog, type CatalogSnapshot, toClosureRules, toScheduleRules } from '../../catalog/index.js';
import { type DateRange, type Period, readSchedule, workingPeriods } from '../../engine/index.js';
import { DiaryRepository, type StoredBooking } from '../../reservations/index.js';
import { DiaryRowsService } from './diary-rows.service.js';
import type {
  Diary,
  DiaryClosure,
  DiaryDay,
  DiaryPeriod,
  DiaryResource,
  DiaryStaff,
  DiaryTimeOff,
} from './diary.types.js';

const DAY_MS = 86_400_000;
const MAX_DIARY_DAYS = 31;
const MAX_COUNTED_DAYS = 62;
const MAX_DIARY_APPOINTMENTS = 5_000;

interface Instants {
  readonly from: Date;
  readonly to: Date;
}

/** Some days of a company: appointments, holds, working times, time off and closures. */
@Injectable()
export class DiaryService {
  constructor(
    private readonly appointments: DiaryRepository,
    private readonly rows: DiaryRowsService,
    private readonly catalog: BookingCatalog,
    private readonly timesOff: TimeOffRepository,
    private readonly closures: ClosuresRepository,
    private readonly staff: StaffDirectory,
    private readonly days: LocalDays,
  ) {}

  /** The number of queries is constant. @throws AppError VALIDATION_ERROR | TOO_MANY_APPOINTMENTS */
  async read(scope: CompanyScope, reader: Principal, range: DateRange): Promise<Diary> {
    assertRange(range, MAX_DIARY_DAYS);
    const instants = await this.instantsOf(scope, range);
    const [catalog, bookings, timesOff, closures] = await Promise.all([
      this.catalog.loadCatalog(scope),
      this.appointments.findOverlapping(scope, instants, MAX_DIARY_APPOINTMENTS + 1),
      this.timesOff.overlapping(scope, instants.from, instants.to),
      this.closures.overlapping(scope, range.from, range.to),
    ]);
    if (bookings.length > MAX_DIARY_APPOINTMENTS) throw tooManyAppointments();
    const [rows, staff] = await Promise.all([
      this.rows.toRows(scope, reader, bookings),
      this.staffOf(scope, catalog, bookings, instants),
    ]);
    return {
      time_zone: catalog.time_zone,
      appointments: rows.filter(({ status }) => status !== 'held'),
      holds: rows.filter(({ status }) => status === 'held'),
      staff,
      resources: resourcesOf(catalog),
      time_off: timesOff.flatMap((one) => timesOffOf(one, catalog, instants)),
      closures: closures.flatMap((one) => closuresOf(one, catalog, instants)),
    };
  }

  /** How many appointments start on each day. @throws AppError VALIDATION_ERROR */
  async count(scope: CompanyScope, range: DateRange): Promise<{ time_zone: string; days: DiaryDay[] }> {
    assertRange(range, MAX_COUNTED_DAYS);
    const [{ time_zone }, instants] = await Promise.all([
      this.catalog.loadCatalog(scope),
      this.instantsOf(scope, range),
    ]);
    const starts = await this.appointments.startsBetween(scope, instants);
    const byDate = Map.groupBy(starts, ({ starts_at }) => localDate(starts_at, time_zone));
    const days = Array.from({ length: daysOf(range) }, (_, index) => {
      const date = dateAfter(range.from, index);
      const ofDay = byDate.get(date) ?? [];
      return { date, booked: ofDay.length, pending: ofDay.filter(({ is_pending }) => is_pending).length };
    });
    return { time_zone, days };
  }

  private async instantsOf(scope: CompanyScope, range: DateRange): Promise<Instants> {
    return (await this.days.range(scope, range)) as Instants;
  }

  /** People with a schedule or an appointment, sorted by name. */
  private async staffOf(
    scope: CompanyScope,
    { staff, time_zone }: CatalogSnapshot,
    bookings: readonly StoredBooking[],
    { from, to }: Instants,
  ): Promise<DiaryStaff[]> {
    const known = new Set(staff.map(({ schedule }) => schedule.staff_id.toHexString()));
    const busy = distinctIds(bookings.flatMap(({ staff_ids }) => staff_ids));
    const others = await this.staff.namesOf(
      scope,
      busy.filter((id) => !known.has(id.toHexString())),
    );
    const isBusy = new Set(busy.map((id) => id.toHexString()));
    const scheduled = staff
      .filter(({ schedule }) => schedule.bookable || isBusy.has(schedule.staff_id.toHexString()))
      .map(({ schedule, full_name }) => ({
        _id: schedule.staff_id.toHexString(),
        name: full_name,
        windows: workingPeriods(readSchedule(toScheduleRules(schedule, time_zone), time_zone), from, to).map(toPeriod),
      }));
    const unscheduled = [...others].map(([_id, name]) => ({ _id, name, windows: [] }));
    return [...scheduled, ...unscheduled].sort((one, other) => one.name.localeCompare(other.name));
  }
}

function resourcesOf({ resources, resource_types }: CatalogSnapshot): DiaryResource[] {
  return resources.flatMap(({ _id, name, active, capacity, resource_type_id }) => {
    const type = resource_types.find((one) => one._id.equals(resource_type_id));
    if (!active || !type) return [];
    return {
      _id: _id.toHexString(),
      name,
      resource_type_id: resource_type_id.toHexString(),
      type_name: type.name,
      cell: type.cell,
      capacity: type.kind === 'pool' ? capacity : 1,
    };
  });
}

function timesOffOf(timeOff: TimeOff, { staff, time_zone }: CatalogSnapshot, { from, to }: Instants): DiaryTimeOff[] {
  const { _id, staff_id, reason, status } = timeOff;
  const whose = staff.find(({ schedule }) => schedule.staff_id.equals(staff_id));
  const zone = whose?.schedule.time_zone ?? time_zone;
  return occurrencesOf(timeOff, zone, from, to).map((period) => ({
    _id: _id.toHexString(),
    staff_id: staff_id.toHexString(),
    reason,
    status,
    ...toPeriod(period),
  }));
}

function closuresOf(closure: Closure, { time_zone }: CatalogSnapshot, { from, to }: Instants): DiaryClosure[] {
  const { _id, name, scope } = closure;
  return toClosureRules(closure, time_zone)
    .filter(({ starts_at, ends_at }) => starts_at < to && ends_at > from)
    .map((period) => ({ _id: _id.toHexString(), name, scope, ...toPeriod(period) }));
}

function toPeriod({ starts_at, ends_at }: Period): DiaryPeriod {
  return { starts_at: starts_at.toISOString(), ends_at: ends_at.toISOString() };
}

function daysOf({ from, to }: DateRange): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}

function assertRange(range: DateRange, maxDays: number): void {
  if (range.to < range.from) throw invalidField('to', 'must not be before from');
  if (daysOf(range) > maxDays) throw invalidField('to', `must be within ${maxDays} days`);
}

const tooManyAppointments = (): AppError =>
  new AppError(
    'TOO_MANY_APPOINTMENTS',
    400,
    `These days have more than ${MAX_DIARY_APPOINTMENTS} appointments; ask for fewer days`,
  );
