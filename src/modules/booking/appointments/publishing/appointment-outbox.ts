import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Types } from 'mongoose';
import { EventBus } from '../../../../core/events/index.js';
import { crashPoint } from '../../../../core/crash-points/index.js';
import { Jobs } from '../../../../core/jobs/index.js';
import { KeyedLocks } from '../../../../core/locks/index.js';
import { Metrics } from '../../../../core/metrics/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { toAppointmentView } from '../appointment.view.js';
import { AppointmentsGateway, type PublishedEvent } from '../appointments.gateway.js';
import {
  AppointmentsRepository,
  type BookingEvent,
  type BookingEventType,
  type StoredBooking,
} from '../../reservations/index.js';
import { isNoticeEvent, TellCustomer } from './customer-notice.jobs.js';
import { ContactFollowUpService } from '../customers/contact-follow-up.service.js';

const SECOND_MS = 1_000;
const SWEEP_INTERVAL_MS = 15_000;
/** The process that made a younger event is still publishing it. */
const SWEEP_AGE_MS = 5_000;
const SWEEP_BATCH = 200;
/** Pauses after failures double from the first to the last value. */
const [FIRST_RETRY_MS, LAST_RETRY_MS] = [30_000, 60 * 60_000];
const SWEEP_LOCK = 'appointments:tell';
/** Events that only a hold has: a move before one of them moved a hold. */
const HOLD_END_EVENTS: readonly BookingEventType[] = ['confirmed', 'released', 'expired'];
/** More than two rounds mean that others keep changing the appointment. */
const MAX_ROUNDS = 20;

const PUBLISHED_AS: Readonly<Record<BookingEventType, PublishedEvent>> = {
  held: 'held',
  confirmed: 'created',
  moved: 'updated',
  edited: 'updated',
  checked_in: 'updated',
  started: 'updated',
  completed: 'updated',
  no_show: 'updated',
  reopened: 'updated',
  cancelled: 'cancelled',
  released: 'cancelled',
  expired: 'cancelled',
};

/** Publishes events of appointment documents to sockets and modules, in order, at least once, also after a crash. */
@Injectable()
export class AppointmentOutbox implements OnModuleDestroy {
  private readonly logger = new Logger(AppointmentOutbox.name);
  private readonly publishing = new Set<Promise<void>>();

  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly locks: KeyedLocks,
    private readonly gateway: AppointmentsGateway,
    private readonly followUp: ContactFollowUpService,
    private readonly bus: EventBus,
    private readonly metrics: Metrics,
    private readonly jobs: Jobs,
  ) {}

  wake(scope: CompanyScope, id: Types.ObjectId): void {
    const telling = this.publish(scope, id)
      .catch((error: unknown) => this.logger.warn(`events of ${id.toHexString()} are left to the sweep`, error))
      .finally(() => this.publishing.delete(telling));
    this.publishing.add(telling);
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.publishing);
  }

  @Interval(SWEEP_INTERVAL_MS)
  async sweep(now = new Date()): Promise<void> {
    await this.locks.tryWithLock(SWEEP_LOCK, async ({ signal }) => {
      const before = new Date(now.getTime() - SWEEP_AGE_MS);
      for (const untold of await this.appointments.findWithUnpublishedEvents(before, now, SWEEP_BATCH))
        if (!signal.aborted) await this.publishOrPostpone(untold, now);
    });
  }

  private async publishOrPostpone({ _id, company_id, tell_retry }: StoredBooking, now: Date): Promise<void> {
    const scope = CompanyScope.of(company_id);
    try {
      await this.publish(scope, _id);
    } catch (error) {
      const failures = (tell_retry?.failures ?? 0) + 1;
      const pauseMs = Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LAST_RETRY_MS);
      this.metrics.brokenDocuments.inc({ collection: 'appointments' });
      this.logger.error(
        `events of appointment ${_id.toHexString()} could not be published; failure ${failures} in a row`,
        error,
      );
      await this.appointments.postponePublishing(scope, _id, { failures, at: new Date(now.getTime() + pauseMs) });
    }
  }

  private async publish(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    await this.locks.withLock(`appointment:${id.toHexString()}`, async ({ signal }) => {
      for (let round = 0; round < MAX_ROUNDS && !signal.aborted; round++) {
        const booking = await this.appointments.findById(scope, id);
        const [event] = booking?.events ?? [];
        if (!booking || !event) return;
        if (!(await this.publishFirst(scope, booking, event))) return;
        await this.appointments.removePublishedEvents(scope, id, [event.id]);
      }
    });
  }

  private async publishFirst(scope: CompanyScope, booking: StoredBooking, event: BookingEvent): Promise<boolean> {
    const { type } = event;
    const told = type === 'moved' && wasHold(booking) ? 'held' : PUBLISHED_AS[type];
    const appointment = toAppointmentView(booking);
    if (!(await this.gateway.show(scope, told, appointment))) return false;
    await this.followUp.afterChange(scope, booking);
    await this.planNotice(scope, booking, event);
    this.bus.emit(`appointment.${told}`, { companyId: scope.id, appointmentId: appointment._id, type });
    return true;
  }

  /** The job is stored before the event is removed, so that no crash loses the notice. */
  private async planNotice(
    scope: CompanyScope,
    { _id, confirmed_at, contact_id }: StoredBooking,
    { id, type, is_silent, notice_delay_sec = 0 }: BookingEvent,
  ): Promise<void> {
    if (!confirmed_at || !contact_id || !isNoticeEvent(type)) return;
    const event = { eventId: id, event: type, isSilent: is_silent === true };
    const payload = { companyId: scope.id, appointmentId: _id.toHexString(), ...event };
    await this.jobs.enqueue(TellCustomer, payload, { key: id, delayMs: notice_delay_sec * SECOND_MS });
    crashPoint('notices.planned');
  }
}

/** Whether it was a hold at its first unpublished event. */
function wasHold({ state, events }: StoredBooking): boolean {
  return state === 'HELD' || events.some(({ type }) => HOLD_END_EVENTS.includes(type));
}
