import { Injectable } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { AppointmentChangesService, type BookingActor, policyView } from '../appointments/index.js';
import type { StoredBooking } from '../reservations/index.js';
import { cannotReschedule } from './public.errors.js';

const GONE_CODES = ['SLOT_TAKEN', 'SLOT_NOT_OFFERED'];

/** Moves appointments in the name of their customers. */
@Injectable()
export class CustomerMoves {
  constructor(private readonly changes: AppointmentChangesService) {}

  /**
   * Prefers the same staff. An appointment that begins at that time already stays as it is.
   * @param actor of the channel `public` @param booking as the caller has read it
   * @throws AppError INVALID_TRANSITION | FEE_CHANGED | RESCHEDULE_LIMIT | SLOT_TAKEN | PET_BUSY | SLOT_NOT_OFFERED
   */
  async move(
    scope: CompanyScope,
    actor: BookingActor,
    booking: StoredBooking,
    starts_at: Date,
  ): Promise<StoredBooking> {
    if (booking.starts_at.getTime() === starts_at.getTime()) return booking;
    // The change itself checks the limit of moves.
    if (!policyView(booking, new Date()).can_cancel) throw cannotReschedule();
    try {
      return await this.changes.change(scope, actor, booking._id, { starts_at });
    } catch (error) {
      if (!(error instanceof AppError && GONE_CODES.includes(error.code))) throw error;
      return this.changes.change(scope, actor, booking._id, { starts_at, staff_id: null });
    }
  }
}
