import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { KeyedLocks } from '../../../core/locks/index.js';
import { type CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { BookingService } from '../appointments/index.js';
import type { StoredBooking } from '../reservations/index.js';
import { type VisitRequest, invalidField } from '../availability/index.js';
import { SeriesCommitService } from './series-commit.service.js';
import { seriesLockKey } from './series-lock.js';
import { type Decision, SeriesPlanner, type SeriesRequest } from './series-planner.js';
import { type OccurrenceReport, SeriesReportService } from './series-report.service.js';
import { SeriesAppointmentsRepository, SeriesRepository } from './series.repository.js';
import type { AppointmentSeries } from './series.schema.js';

export interface SeriesReport {
  time_zone: string;
  occurrences: OccurrenceReport[];
}

export interface BookedSeries {
  series: AppointmentSeries;
  appointments: StoredBooking[];
}

/** Repeated visits: a report of conflicts first, then a booking of all or none. */
@Injectable()
export class SeriesService {
  constructor(
    private readonly planner: SeriesPlanner,
    private readonly reports: SeriesReportService,
    private readonly commits: SeriesCommitService,
    private readonly repository: SeriesRepository,
    private readonly appointments: SeriesAppointmentsRepository,
    private readonly booking: BookingService,
    private readonly locks: KeyedLocks,
  ) {}

  /** Books nothing. @throws AppError NOT_FOUND | VALIDATION_ERROR */
  async report(scope: CompanyScope, request: SeriesRequest): Promise<SeriesReport> {
    const { time_zone, occurrences } = await this.planner.plan(scope, request, []);
    const tolerance = { days: request.tolerance_days, time_zone };
    const reported: OccurrenceReport[] = [];
    for (const occurrence of occurrences)
      reported.push(await this.reports.judge(scope, visitOf(request), occurrence, tolerance));
    return { time_zone, occurrences: reported };
  }

  /** @throws AppError SERIES_CONFLICT with a report of each occurrence | GATE_FAILED | NOT_FOUND | VALIDATION_ERROR */
  async commit(
    scope: CompanyScope,
    userId: string,
    request: SeriesRequest,
    decisions: readonly Decision[],
  ): Promise<BookedSeries> {
    const { time_zone, occurrences } = await this.planner.plan(scope, request, decisions);
    if (occurrences.length === 0) throw invalidField('decisions', 'must leave an occurrence');
    const series = {
      _id: new Types.ObjectId(),
      service_id: toObjectId(request.service_id, 'service_id'),
      starts_at: request.starts_at,
      time_zone,
      rule: request.rule,
    };
    const visit = { ...visitOf(request), contact_id: request.contact_id, notes: request.notes ?? null };
    await this.commits.book(scope, userId, series, { visit, occurrences, tolerance: request.tolerance_days });
    return this.get(scope, series._id);
  }

  async get(scope: CompanyScope, id: Types.ObjectId): Promise<BookedSeries> {
    const series = await this.repository.getById(scope, id);
    return { series, appointments: await this.appointments.read(scope, series.appointment_ids) };
  }

  /** Cancels appointments that have not begun; repeatable. @throws AppError NOT_FOUND */
  async cancelRest(scope: CompanyScope, id: Types.ObjectId): Promise<BookedSeries> {
    await this.repository.getById(scope, id);
    return this.locks.withLock(seriesLockKey(id), async () => {
      await this.repository.changeState(scope, id, ['active'], 'cancelled');
      const { appointments } = await this.get(scope, id);
      const now = new Date();
      for (const { _id, state, starts_at } of appointments)
        if (state === 'CONFIRMED' && starts_at > now)
          await this.booking.cancel(scope, { channel: 'staff', isSilent: true }, _id);
      return this.get(scope, id);
    });
  }
}

function visitOf({ service_id, staff_id, pet_ids, add_ons, nights }: SeriesRequest): VisitRequest {
  return {
    service_id,
    ...(staff_id === undefined ? {} : { staff_id }),
    ...(pet_ids === undefined ? {} : { pet_ids }),
    ...(add_ons === undefined ? {} : { add_ons }),
    ...(nights === undefined ? {} : { nights }),
  };
}
