import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope, Page, PageRequest } from '../../core/tenancy/index.js';
import { appointmentStatus } from './appointment.view.js';
import { type AppointmentFilters, AppointmentsRepository } from './appointments.repository.js';
import { BookingProgress } from './booking/booking-progress.js';
import { BookingService } from './booking/booking.service.js';
import type { BookingActor, MoveWish } from './booking/booking.types.js';
import type { StoredBooking } from './claims/booking.js';
import { assertVersion, invalidTransition } from './claims/booking.errors.js';
import { type BookingStep, stepBetween } from './claims/booking-steps.js';
import type { AppointmentStatus } from './claims/booking-status.js';

const STATE_OF = {
  confirmed: 'CONFIRMED',
  checked_in: 'CHECKED_IN',
  in_progress: 'IN_PROGRESS',
  completed: 'DONE',
  no_show: 'NO_SHOW',
} as const;

/** What a person may change of an appointment at once. */
export interface AppointmentPatch extends MoveWish {
  notes?: string | null;
  status?: keyof typeof STATE_OF | 'cancelled';
}

/** Appointments as staff see and change them. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly booking: BookingService,
    private readonly progress: BookingProgress,
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
    return status === undefined ? current : this.changeStatus(scope, actor, current, status, known);
  }

  /** Check-in, start, completion, no-show. @throws what {@link BookingProgress.step} throws */
  step(scope: CompanyScope, actor: BookingActor, id: Types.ObjectId, step: BookingStep): Promise<StoredBooking> {
    return this.progress.step(scope, actor, id, step);
  }

  private async changeStatus(
    scope: CompanyScope,
    actor: BookingActor,
    current: StoredBooking,
    status: NonNullable<AppointmentPatch['status']>,
    known: number | undefined,
  ): Promise<StoredBooking> {
    const is: AppointmentStatus = appointmentStatus(current);
    if (is === status) return current;
    if (status === 'cancelled') return this.booking.cancel(scope, { channel: 'staff' }, current._id, null, known);
    if (status === 'confirmed' && is === 'pending') return this.booking.approve(scope, current._id, known);
    const step = stepBetween(current.state, STATE_OF[status]);
    if (!step) throw invalidTransition(current.state, STATE_OF[status]);
    return this.progress.step(scope, actor, current._id, step, known === undefined ? {} : { version: known });
  }
}
