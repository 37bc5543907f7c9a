import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../../core/errors/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { AppointmentOutbox } from '../publishing/appointment-outbox.js';
import { HoldExpiryTimers } from '../publishing/hold-expiry-timers.js';
import {
  type AppointmentDetails,
  AppointmentsRepository,
  ReservationsService,
  type BookingStep,
  invalidTransition,
  isOverbookable,
  SETTABLE_STATES,
  stepBetween,
  stepRule,
  type StoredBooking,
} from '../../reservations/index.js';
import { appointmentStatus } from '../appointment.view.js';
import { invalidField } from '../../availability/index.js';
import type { PlannedBooking } from './booking-planner.js';
import { BookingProgressService } from './booking-progress.service.js';
import type { BookingActor, AppointmentChange } from './booking.types.js';
import { approvedFields, ChangePlanner } from './change-planner.js';
import { needsPlan } from './changed-visit.js';
import { assertCurrent, changedBy, onLatestVersion } from './concurrency.js';
import { fieldsOfCompanyCancel, fieldsOfCustomerMove } from './policy.js';

interface StatusChange {
  step?: BookingStep;
  isApproval?: boolean;
  isCancellation?: boolean;
}

export interface Conflict {
  code: string;
  message: string;
  details?: unknown;
}

/** Changes an appointment: all fields of a request in one write, or none. */
@Injectable()
export class AppointmentChangesService {
  constructor(
    private readonly bookings: ReservationsService,
    private readonly planner: ChangePlanner,
    private readonly appointments: AppointmentsRepository,
    private readonly progress: BookingProgressService,
    private readonly outbox: AppointmentOutbox,
    private readonly expiryTimers: HoldExpiryTimers,
  ) {}

  /**
   * Keeps price, policy and staff unless the request changes them. @throws AppError SLOT_TAKEN with alternatives | SLOT_NOT_OFFERED |
   * GATE_FAILED | VERSION_MISMATCH | INVALID_TRANSITION | RESCHEDULE_LIMIT and others
   */
  async change(
    scope: CompanyScope,
    actor: BookingActor,
    id: Types.ObjectId,
    request: AppointmentChange,
  ): Promise<StoredBooking> {
    const changed = await onLatestVersion(request.version, async () => {
      const current = await this.appointments.getBooking(scope, id);
      assertCurrent(current, request.version);
      const status = this.statusChange(actor, current, request);
      if (!needsPlan(request)) return this.changeInPlace(scope, actor, current, request, status);
      return this.moveOrReplan(scope, actor, current, request, status);
    });
    this.expiryTimers.reschedule(scope, changed);
    this.outbox.wake(scope, id);
    return changed;
  }

  /**
   * Shows the result and the conflicts of {@link change}; stores nothing. @throws AppError NOT_FOUND | VALIDATION_ERROR | VERSION_MISMATCH
   */
  async preview(
    scope: CompanyScope,
    actor: BookingActor,
    id: Types.ObjectId,
    request: AppointmentChange,
  ): Promise<{ before: StoredBooking; after: StoredBooking; conflicts: Conflict[] }> {
    const current = await this.appointments.getBooking(scope, id);
    assertCurrent(current, request.version);
    const conflicts: Conflict[] = [];
    const noted = async <T>(attempt: () => Promise<T> | T): Promise<T | undefined> => {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof AppError) || !PREVIEWED.includes(error.code)) throw error;
        const { code, message, details } = error;
        conflicts.push({ code, message, ...(details === undefined ? {} : { details }) });
        return undefined;
      }
    };
    const status = (await noted(() => this.statusChange(actor, current, request))) ?? {};
    let details: Partial<AppointmentDetails> = await this.planner.plainFields(
      scope,
      actor,
      current,
      request,
      status.isApproval,
    );
    if (needsPlan(request)) {
      const visit = await this.planner.visitAfter(scope, actor, current, request);
      const planned = await noted(() => this.planner.plan(scope, request, visit));
      const isTaken = conflicts.some(({ code }) => code === 'SLOT_TAKEN');
      const shown = isTaken ? await this.planner.planIgnoringTaken(scope, request, visit) : planned;
      const arranged = shown && (await noted(() => this.planner.plannedFields(current, shown, request)));
      details = { ...details, ...arranged };
      const needsFree = ({ lane }: { lane: string }) => !(request.overbook && isOverbookable(lane));
      if (planned) await noted(() => this.bookings.assertFree(scope, id, planned.plan.legs.filter(needsFree)));
    }
    const judged = await noted(() =>
      this.planner.gateFields(scope, actor, { ...current, ...details }, current, request),
    );
    details = {
      ...details,
      ...judged,
      ...(judged && status.isApproval ? approvedFields({ ...details, ...judged }) : {}),
    };
    if (status.isCancellation) details = { ...details, ...fieldsOfCompanyCancel(current) };
    const state = status.step ? stepRule(status.step).to : status.isCancellation ? 'CANCELLED' : current.state;
    return { before: current, after: { ...current, ...details, state }, conflicts };
  }

  private statusChange(actor: BookingActor, current: StoredBooking, request: AppointmentChange): StatusChange {
    const { status } = request;
    if (status === undefined || appointmentStatus(current) === status) return {};
    if (status === 'confirmed' && current.state === 'CONFIRMED') return { isApproval: true };
    const step = stepBetween(current.state, SETTABLE_STATES[status]);
    if (!step && status !== 'cancelled') throw invalidTransition(current.state, SETTABLE_STATES[status]);
    if (needsPlan(request) && (!step || stepRule(step).time !== 'keep'))
      throw invalidField('status', 'must be sent in a request of its own, after the other changes');
    if (!step) return { isCancellation: true };
    this.progress.assertAllowed(actor, current, step, request.override !== undefined);
    return { step };
  }

  private async changeInPlace(
    scope: CompanyScope,
    actor: BookingActor,
    current: StoredBooking,
    request: AppointmentChange,
    { step, ...status }: StatusChange,
  ): Promise<StoredBooking> {
    const details = await this.planner.plainFields(scope, actor, current, request, status.isApproval);
    if (request.contact_id) {
      const judged = await this.planner.gateFields(scope, actor, { ...current, ...details }, current, request);
      Object.assign(details, judged, status.isApproval ? approvedFields(judged) : {});
    }
    if (status.isCancellation)
      return this.bookings.cancel(
        scope,
        current._id,
        null,
        { ...details, ...changedBy(actor), ...fieldsOfCompanyCancel(current), pending_until: null },
        current.ver,
      );
    if (step) return this.progress.takeStep(scope, current, step, { ...details, ...changedBy(actor) });
    const isSame = Object.entries(details).every(([field, value]) => current[field as keyof StoredBooking] === value);
    if (isSame) return current;
    return this.bookings.edit(scope, current._id, { ...details, ...changedBy(actor) }, current.ver);
  }

  private async moveOrReplan(
    scope: CompanyScope,
    actor: BookingActor,
    current: StoredBooking,
    request: AppointmentChange,
    status: StatusChange,
  ): Promise<StoredBooking> {
    const isCustomer = actor.channel === 'public';
    if (isCustomer && current.state !== 'CONFIRMED') throw invalidTransition(current.state, 'CONFIRMED');
    // A second tap on the same button must not count or cost a second move.
    if (isCustomer && request.starts_at?.getTime() === current.starts_at.getTime()) return current;
    const plain = await this.planner.plainFields(scope, actor, current, request, status.isApproval);
    const cost = isCustomer ? fieldsOfCustomerMove(current, new Date(), actor.expectedFee) : {};
    const known = { ver: current.ver };
    const claim = async (planned: PlannedBooking): Promise<StoredBooking> => {
      const fields = this.planner.plannedFields(current, planned, request);
      const details = { ...plain, ...cost, ...fields, ...changedBy(actor) };
      const judged = await this.planner.gateFields(scope, actor, { ...current, ...details }, current, request);
      return this.bookings.move(scope, current._id, {
        legs: planned.plan.legs,
        ...(request.overbook ? { overbook: { by: actor.userId ?? '', reason: request.overbook.reason } } : {}),
        details: { ...details, ...judged, ...(status.isApproval ? approvedFields(judged) : {}) },
        expected: known,
        ...(status.step ? { step: status.step } : {}),
      });
    };
    return this.planner.planAndClaim(
      scope,
      request,
      await this.planner.visitAfter(scope, actor, current, request),
      claim,
    );
  }
}

/** A preview lists these refusals instead of failing. */
const PREVIEWED = [
  'SLOT_TAKEN',
  'PET_BUSY',
  'SLOT_NOT_OFFERED',
  'GATE_FAILED',
  'INVALID_TRANSITION',
  'CONCURRENT_CHANGE',
  'CURRENCY_CHANGED',
];
