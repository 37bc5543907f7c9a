import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../core/errors/index.js';
import type { CompanyScope, Page, PageRequest } from '../../core/tenancy/index.js';
import { appointmentStatus } from './appointment.view.js';
import { type AppointmentFilters, AppointmentsRepository } from './appointments.repository.js';
import { BookingService } from './booking/booking.service.js';
import type { BookingActor, MoveWish } from './booking/booking.types.js';
import type { StoredBooking } from './claims/booking.js';
import { assertVersion } from './claims/booking.errors.js';
import type { BookingStep } from './claims/booking-lifecycle.js';
import type { AppointmentStatus } from './claims/booking-status.js';

const STEP_TO = { checked_in: 'check_in', in_progress: 'start', completed: 'complete', no_show: 'no_show' } as const;

/** What a person may change of an appointment at once. */
export interface AppointmentPatch extends MoveWish {
  notes?: string | null;
  status?: keyof typeof STEP_TO | 'confirmed' | 'cancelled';
}

/** Appointments as staff see and change them. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly booking: BookingService,
  ) {}

  list(scope: CompanyScope, filters: AppointmentFilters, page: PageRequest): Promise<Page<StoredBooking>> {
    return this.appointments.list(scope, filters, page);
  }

  /** @throws AppError NOT_FOUND */
  get(scope: CompanyScope, id: Types.ObjectId): Promise<StoredBooking> {
    return this.appointments.getBooking(scope, id);
  }

  /**
   * The move first, since it alone can fail for reasons that nobody sees coming. The version is asked for by the first write; from
   * then on it is the caller's own change that others have to know of.
   * @throws AppError NOT_FOUND | INVALID_TRANSITION | VERSION_MISMATCH | what a move throws
   */
  async update(
    scope: CompanyScope,
    actor: BookingActor,
    id: Types.ObjectId,
    { starts_at, staff_id, notes, status, version }: AppointmentPatch,
  ): Promise<StoredBooking> {
    let current: StoredBooking = await this.appointments.getBooking(scope, id);
    assertVersion(current, version);
    let known = version;
    if (starts_at !== undefined || staff_id !== undefined) {
      const where = { ...(starts_at && { starts_at }), ...(staff_id === undefined ? {} : { staff_id }) };
      current = await this.booking.move(scope, actor, id, {
        ...where,
        ...(known === undefined ? {} : { version: known }),
      });
      known = undefined;
    }
    if (notes !== undefined && notes !== current.notes) {
      current = await this.booking.note(scope, id, notes, known);
      known = undefined;
    }
    return status === undefined ? current : this.changeStatus(scope, current, status, known);
  }

  /** Check-in, start, completion, no-show. @throws AppError INVALID_TRANSITION | NOT_FOUND */
  step(scope: CompanyScope, id: Types.ObjectId, step: BookingStep): Promise<StoredBooking> {
    return this.booking.step(scope, id, step);
  }

  private async changeStatus(
    scope: CompanyScope,
    current: StoredBooking,
    status: NonNullable<AppointmentPatch['status']>,
    known: number | undefined,
  ): Promise<StoredBooking> {
    const is: AppointmentStatus = appointmentStatus(current);
    if (is === status) return current;
    if (status === 'cancelled') return this.booking.cancel(scope, { channel: 'staff' }, current._id, null, known);
    if (status !== 'confirmed') return this.booking.step(scope, current._id, STEP_TO[status], known);
    if (is === 'pending') return this.booking.approve(scope, current._id, known);
    throw AppError.conflict('INVALID_TRANSITION', `A ${is} appointment cannot become confirmed`, {
      from: is,
      to: status,
    });
  }
}
