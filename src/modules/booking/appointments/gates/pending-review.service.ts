import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../../core/errors/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { AppointmentOutbox } from '../publishing/appointment-outbox.js';
import { appointmentStatus } from '../appointment.view.js';
import { AppointmentsRepository, ReservationsService, type StoredBooking } from '../../reservations/index.js';
import { pendingReasons } from '../booking/changed-visit.js';
import { onLatestVersion } from '../booking/concurrency.js';
import { BookingCustomersService } from '../booking/booking-customers.service.js';

/** Judges pending appointments again after new proof, and confirms those without open reasons. */
@Injectable()
export class PendingReviewService {
  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly customers: BookingCustomersService,
    private readonly bookings: ReservationsService,
    private readonly outbox: AppointmentOutbox,
  ) {}

  async reconsider(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    for (const { _id } of await this.appointments.findPending(scope, contactId, new Date()))
      await onLatestVersion(undefined, () => this.reviewOne(scope, _id, contactId));
  }

  private async reviewOne(scope: CompanyScope, id: Types.ObjectId, contactId: Types.ObjectId): Promise<void> {
    const booking = await this.appointments.getBooking(scope, id);
    if (appointmentStatus(booking) !== 'pending' || !booking.contact_id?.equals(contactId)) return;
    const reviewed = await this.review(scope, booking, contactId);
    if (isDeepStrictEqual(namesOf(reviewed.pending_on), namesOf(booking.pending_on))) return;
    await this.bookings.edit(scope, id, reviewed, booking.ver);
    this.outbox.wake(scope, id);
  }

  private async review(
    scope: CompanyScope,
    booking: StoredBooking,
    contactId: Types.ObjectId,
  ): Promise<Pick<StoredBooking, 'pending_on'>> {
    try {
      const { pending_on } = await this.customers.judgeGates(scope, booking, contactId);
      return pendingReasons(booking, pending_on, false);
    } catch (error) {
      // Another gate blocks it now; staff decide.
      if (error instanceof AppError) return { pending_on: booking.pending_on };
      throw error;
    }
  }
}

function namesOf(reasons: StoredBooking['pending_on']): string[] {
  return reasons.map(({ kind, name, pet_id }) => [kind, name, pet_id?.toHexString()].join('|')).sort();
}
