import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { JobHandler, type JobRun, Jobs, type PayloadOf } from '../../../core/jobs/index.js';
import { KeyedLocks, type LockLease } from '../../../core/locks/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { TellCustomer } from '../appointments/index.js';
import { BookingSettingsService } from '../catalog/index.js';
import { AppointmentsRepository, type StoredBooking } from '../reservations/index.js';
import type { CustomerNotice, NoticeKind } from './customer-notice.schema.js';
import { CustomerNoticesRepository, type NewNotice } from './customer-notices.repository.js';
import { decideNotice, saysBooked, toldBefore, visitOf } from './notice-decision.js';
import { NoticeDeliveryService } from './notice-delivery.service.js';

type Told = PayloadOf<typeof TellCustomer>;

/** Between two looks at a conversation in which the customer may still be told. */
const LOOK_AGAIN_MS = 3_000;

const lockOf = (appointmentId: string): string => `customer-notices:${appointmentId}`;

/** Tells customers what happened to their appointments, one notice of an appointment at a time. */
@Injectable()
export class CustomerNoticesService {
  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly notices: CustomerNoticesRepository,
    private readonly delivery: NoticeDeliveryService,
    private readonly settings: BookingSettingsService,
    private readonly locks: KeyedLocks,
    private readonly jobs: Jobs,
  ) {}

  /** @throws AppError NOT_FOUND for the appointment */
  async list(scope: CompanyScope, appointmentId: Types.ObjectId): Promise<CustomerNotice[]> {
    await this.appointments.getBooking(scope, appointmentId);
    return this.notices.ofAppointment(scope, appointmentId);
  }

  /**
   * Stores that nobody tells the customer of the appointment as it is now. A notice that waits finds nothing to tell.
   * @throws AppError NOT_FOUND for the appointment
   */
  async skip(scope: CompanyScope, appointmentId: Types.ObjectId): Promise<CustomerNotice[]> {
    await this.locks.withLock(lockOf(appointmentId.toHexString()), async (lease) => {
      const appointment = await this.appointments.getBooking(scope, appointmentId);
      const change = { eventId: new Types.ObjectId().toHexString(), event: 'moved', isSilent: true } as const;
      await this.plan(scope, change, appointment, lease);
    });
    return this.notices.ofAppointment(scope, appointmentId);
  }

  /** Repeatable: a second run finishes what the first one left, and tells nothing twice. */
  @JobHandler(TellCustomer)
  async tell(change: Told, run: Pick<JobRun, 'attempt' | 'maxAttempts'>): Promise<void> {
    const scope = CompanyScope.of(change.companyId);
    const isLastAttempt = run.attempt >= run.maxAttempts;
    await this.locks.withLock(lockOf(change.appointmentId), async (lease) => {
      const appointment = await this.appointments.findById(scope, change.appointmentId);
      if (!appointment) return;
      const finish = (notice: CustomerNotice): Promise<boolean> =>
        this.delivery.finish(scope, notice, appointment, { lease, isLastAttempt });
      let isWaiting = false;
      for (const earlier of await this.notices.ofAppointment(scope, appointment._id))
        isWaiting = (await finish(earlier)) || isWaiting;
      const planned = await this.plan(scope, change, appointment, lease);
      if (planned) isWaiting = (await finish(planned)) || isWaiting;
      if (isWaiting) await this.lookAgain(change);
    });
  }

  /** The key of the running job is taken until it ends. */
  private async lookAgain(change: Told): Promise<void> {
    const key = `${change.eventId}:${Math.floor(Date.now() / LOOK_AGAIN_MS)}`;
    await this.jobs.enqueue(TellCustomer, change, { key, delayMs: LOOK_AGAIN_MS });
  }

  private async plan(
    scope: CompanyScope,
    { eventId, event, isSilent }: Pick<Told, 'eventId' | 'event' | 'isSilent'>,
    appointment: StoredBooking,
    { signal }: LockLease,
  ): Promise<CustomerNotice | null> {
    const before = await this.notices.ofAppointment(scope, appointment._id);
    if (signal.aborted || before.some(({ event_id }) => event_id === eventId)) return null;
    const { contact_id } = appointment;
    const kind = event === 'offered' ? event : decideNotice({ ...toldBefore(before, contact_id), event, appointment });
    if (!kind || !contact_id) return null;
    const notice = await this.notices.add(scope, {
      ...{ appointment_id: appointment._id, contact_id, event_id: eventId, kind, visit: visitOf(appointment) },
      number: (before.at(-1)?.number ?? 0) + 1,
      was_booked: saysBooked(kind) || (toldBefore(before, contact_id).told?.was_booked ?? false),
      ...(await this.ways(scope, kind, isSilent)),
    });
    return notice;
  }

  /** The settings do not turn offers off: their customers have asked for them. */
  private async ways(
    scope: CompanyScope,
    kind: NoticeKind,
    isSilent: boolean,
  ): Promise<Pick<NewNotice, 'mail' | 'message'>> {
    const { customer_notices: wanted } = await this.settings.get(scope);
    const at = new Date();
    const wayOf = (isOn: boolean) =>
      !isSilent && (isOn || kind === 'offered')
        ? { state: 'waiting' as const, reason: null, at }
        : { state: 'skipped' as const, reason: isSilent ? 'silent' : 'turned_off', at };
    return { mail: wayOf(wanted.mail), message: { ...wayOf(wanted.message), conversation_id: null, message_id: null } };
  }
}
