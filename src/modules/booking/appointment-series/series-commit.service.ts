import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Types } from 'mongoose';
import { crashPoint } from '../../../core/crash-points/index.js';
import { AppError } from '../../../core/errors/index.js';
import { type LockLease, KeyedLocks } from '../../../core/locks/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { type BookingActor, BookingService, BookingCustomersService, type HoldRequest } from '../appointments/index.js';
import { isCommitted, isTentative, type StoredBooking } from '../reservations/index.js';
import { seriesConflict, seriesUndone } from './series.errors.js';
import { SeriesAppointmentsRepository, SeriesRepository } from './series.repository.js';
import type { AppointmentSeries } from './series.schema.js';
import { seriesLockKey } from './series-lock.js';
import { freeReport, type Occurrence, type OccurrenceReport, SeriesReportService } from './series-report.service.js';

/** Longer than the booking of a whole series takes. */
const HOLD_SEC = 180;
const STALE_MS = HOLD_SEC * 1_000;
const SWEEP_INTERVAL_MS = 60_000;
const SWEEP_BATCH = 20;
const UNDONE_REASON = 'The series could not be booked as a whole';

type NewSeries = Pick<AppointmentSeries, '_id' | 'service_id' | 'starts_at' | 'time_zone' | 'rule'>;

export interface SeriesVisits {
  readonly visit: Omit<HoldRequest, 'starts_at' | 'contact_id'> & { contact_id: string };
  readonly occurrences: readonly Occurrence[];
  /** Distance of alternatives in local days. */
  readonly tolerance: number;
}

/** Books all occurrences or none: holds every time before the first confirmation. The sweep undoes the rest after a crash. */
@Injectable()
export class SeriesCommitService {
  private readonly logger = new Logger(SeriesCommitService.name);

  constructor(
    private readonly booking: BookingService,
    private readonly customers: BookingCustomersService,
    private readonly reports: SeriesReportService,
    private readonly series: SeriesRepository,
    private readonly appointments: SeriesAppointmentsRepository,
    private readonly locks: KeyedLocks,
  ) {}

  /** Books nothing on errors. @throws AppError SERIES_CONFLICT | SERIES_UNDONE | GATE_FAILED | NOT_FOUND | VALIDATION_ERROR */
  async book(scope: CompanyScope, userId: string, series: NewSeries, visits: SeriesVisits): Promise<void> {
    // A notice for each appointment of a series would be a flood; staff tell the customer about the series.
    const actor: BookingActor = { channel: 'staff', source: 'series', userId, isSilent: true };
    const stale_at = new Date(Date.now() + STALE_MS);
    await this.series.add(scope, { ...series, stale_at });
    await this.locks.withLock(seriesLockKey(series._id), async (lease) => {
      const held: StoredBooking[] = [];
      try {
        await this.holdAll(scope, actor, series, visits, held);
        await this.confirmAll(scope, actor, series._id, visits, held, lease);
      } catch (error) {
        await this.undo(
          scope,
          series._id,
          held.map(({ _id }) => _id),
        );
        throw error;
      }
    });
  }

  @Interval(SWEEP_INTERVAL_MS)
  async sweep(now = new Date()): Promise<void> {
    for (const { _id, company_id } of await this.series.stale(now, SWEEP_BATCH)) {
      const scope = CompanyScope.of(company_id);
      await this.locks
        .tryWithLock(seriesLockKey(_id), () => this.undo(scope, _id))
        .catch((error: unknown) => this.logger.warn(`series ${_id.toHexString()} is left to the next sweep`, error));
    }
  }

  private async holdAll(
    scope: CompanyScope,
    actor: BookingActor,
    { _id, time_zone }: NewSeries,
    { visit, occurrences, tolerance }: SeriesVisits,
    held: StoredBooking[],
  ): Promise<void> {
    const reports: OccurrenceReport[] = [];
    for (const occurrence of occurrences) {
      const request = { ...visit, starts_at: occurrence.starts_at, ttl_sec: HOLD_SEC, series_id: _id };
      try {
        held.push(await this.booking.hold(scope, actor, request));
        reports.push(freeReport(occurrence));
      } catch (error) {
        const near = { days: tolerance, time_zone };
        reports.push(await this.reports.conflict(scope, visit, occurrence, near, error));
      }
    }
    if (held.length < occurrences.length) throw seriesConflict(reports);
    crashPoint('series.held');
  }

  private async confirmAll(
    scope: CompanyScope,
    actor: BookingActor,
    id: Types.ObjectId,
    { visit }: SeriesVisits,
    held: readonly StoredBooking[],
    { signal }: LockLease,
  ): Promise<void> {
    const contactId = await this.customers.getContactId(scope, visit.contact_id);
    // A gate may fail on one day only, so all gates are judged before the first confirmation.
    for (const one of held) await this.customers.judgeGates(scope, one, contactId);
    const ids = held.map(({ _id }) => _id);
    if (!(await this.series.setAppointments(scope, id, ids))) throw seriesUndone();
    crashPoint('series.noted');
    for (const _id of ids) {
      if (signal.aborted) throw seriesUndone();
      await this.booking.confirm(scope, actor, _id, { contact_id: visit.contact_id });
    }
    crashPoint('series.confirmed');
    if (!(await this.series.changeState(scope, id, ['committing'], 'active'))) throw seriesUndone();
  }

  /** Visits that have begun stay. @param held ids that the series document may lack */
  private async undo(scope: CompanyScope, id: Types.ObjectId, held: readonly Types.ObjectId[] = []): Promise<void> {
    const series = await this.series.beginUndoing(scope, id, new Date(Date.now() + SWEEP_INTERVAL_MS));
    const noted = series?.appointment_ids ?? [];
    for (const one of await this.appointments.read(scope, [...held, ...noted])) {
      // An active series keeps its confirmed appointments.
      if (isTentative(one) || (series && isCommitted(one))) await this.undoOne(scope, one);
    }
    if (!series) return;
    crashPoint('series.undone');
    await this.series.changeState(scope, id, ['undoing'], 'failed');
  }

  private async undoOne(scope: CompanyScope, one: StoredBooking): Promise<void> {
    // Staff may have confirmed the hold since it was read.
    if (isTentative(one) && (await unlessTooLate(this.booking.release(scope, one._id)))) return;
    // A visit that has begun stays: the customer is there.
    await unlessTooLate(this.booking.undo(scope, one._id, UNDONE_REASON));
  }
}

/** @returns false if the booking no longer allows the change */
async function unlessTooLate(change: Promise<StoredBooking>): Promise<boolean> {
  try {
    await change;
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'INVALID_TRANSITION') return false;
    throw error;
  }
}
