import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../../core/errors/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { AppointmentOutbox } from '../publishing/appointment-outbox.js';
import {
  type AppointmentDetails,
  AppointmentsRepository,
  ReservationsService,
  type BookingStep,
  type FreedTime,
  type Leg,
  SlotTaken,
  stepRule,
  stillPending,
  type StoredBooking,
} from '../../reservations/index.js';
import { appointmentStatus } from '../appointment.view.js';
import { BookingCatalog } from '../../catalog/index.js';
import { AvailabilityCache, visitRequestOf } from '../../availability/index.js';
import { type Alternative, mayNotUndo, slotTaken } from './booking.errors.js';
import { BookingPlanner } from './booking-planner.js';
import type { BookingActor } from './booking.types.js';
import { assertCurrent, changedBy, onLatestVersion } from './concurrency.js';
import { endLegs } from './freed-time.js';
import { addFee, noShowFee } from './policy.js';
import { assertStepTime } from './visit-days.js';

export interface StepOptions {
  version?: number;
  isLateAllowed?: boolean;
}

/** The day of an appointment: check-in, start, completion, no-show, and their undoing by managers. */
@Injectable()
export class BookingProgressService {
  constructor(
    private readonly bookings: ReservationsService,
    private readonly appointments: AppointmentsRepository,
    private readonly catalog: BookingCatalog,
    private readonly planner: BookingPlanner,
    private readonly availability: AvailabilityCache,
    private readonly outbox: AppointmentOutbox,
  ) {}

  /**
   * Repeatable. @throws AppError INVALID_TRANSITION | NOT_FOUND | VERSION_MISMATCH | FORBIDDEN for staff who undo | SLOT_TAKEN with
   * alternatives
   */
  async step(
    scope: CompanyScope,
    actor: BookingActor,
    id: Types.ObjectId,
    step: BookingStep,
    { version, isLateAllowed = false }: StepOptions = {},
  ): Promise<StoredBooking> {
    const stepped = await onLatestVersion(version, async () => {
      const current = await this.appointments.getBooking(scope, id);
      assertCurrent(current, version);
      this.assertAllowed(actor, current, step, isLateAllowed);
      return this.takeStep(scope, current, step, changedBy(actor));
    });
    this.outbox.wake(scope, id);
    return stepped;
  }

  /** @throws AppError FORBIDDEN for staff who undo | INVALID_TRANSITION at the wrong time, or while the booking is pending */
  assertAllowed(actor: BookingActor, current: StoredBooking, step: BookingStep, isLateAllowed: boolean): void {
    const { from, to, by } = stepRule(step);
    if (by === 'manager' && !actor.isManager) throw mayNotUndo();
    if (current.state === from && appointmentStatus(current) === 'pending') throw stillPending(to);
    if (current.state === from) assertStepTime(current, step, new Date(), isLateAllowed);
  }

  /** Writes `details` with the step. @throws AppError INVALID_TRANSITION | VERSION_MISMATCH | SLOT_TAKEN with alternatives */
  async takeStep(
    scope: CompanyScope,
    current: StoredBooking,
    step: BookingStep,
    details: Partial<AppointmentDetails> = {},
  ): Promise<StoredBooking> {
    const { from, to, time } = stepRule(step);
    if (current.state === to) return current;
    if (time === 'take_back') return this.claimAgain(scope, current, step, details);
    const freedFields = current.state === from ? await this.ending(scope, current, step) : {};
    const more = { ...freedFields, details: { ...details, ...freedFields.details } };
    return this.bookings.transition(scope, current._id, step, more, current.ver);
  }

  private async ending(
    scope: CompanyScope,
    current: StoredBooking,
    step: BookingStep,
  ): Promise<{ legs?: Leg[]; details?: Partial<AppointmentDetails> }> {
    const { time } = stepRule(step);
    if (time === 'keep') return {};
    const freed = (legs: readonly Leg[]): FreedTime => ({ legs: [...legs], fee: current.fee });
    if (time === 'free_all')
      return { legs: [], details: { freed: freed(current.legs), fee: addFee(current, noShowFee(current)) } };
    const now = new Date();
    const ended = endLegs(current, await this.catalog.loadCatalog(scope), now);
    return { legs: ended.kept, details: { freed: freed(ended.freed), completed_at: now } };
  }

  private async claimAgain(
    scope: CompanyScope,
    current: StoredBooking,
    step: BookingStep,
    details: Partial<AppointmentDetails>,
  ): Promise<StoredBooking> {
    const { legs: freed = [], fee = current.fee } = current.freed ?? {};
    const legs = [...current.legs, ...freed];
    // A no-show counts under no quota, so a quota may be full since, or may be newer than the appointment.
    const isAbsent = current.state === 'NO_SHOW';
    const overbooked = freed.filter((leg) => leg.overbook);
    const overbook = overbooked[0]?.overbook;
    try {
      return await this.bookings.move(scope, current._id, {
        legs: isAbsent ? await this.availability.currentLegs(scope, { ...current, legs }) : legs,
        details: { ...details, fee, freed: null, completed_at: null },
        step,
        expected: { ver: current.ver },
        ...(overbook && { overbook, overbookOnly: new Set(overbooked.map(({ lane }) => lane)) }),
      });
    } catch (error) {
      if (!(error instanceof SlotTaken)) throw error;
      throw slotTaken(await this.alternatives(scope, current));
    }
  }

  /** Empty if the catalog no longer offers such a visit. */
  private async alternatives(scope: CompanyScope, current: StoredBooking): Promise<Alternative[]> {
    const request = { ...visitRequestOf(current, undefined), starts_at: current.starts_at };
    try {
      return await this.planner.alternatives(scope, request, { channel: 'staff', except: current._id });
    } catch (error) {
      if (error instanceof AppError) return [];
      throw error;
    }
  }
}
