import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { AppointmentOutbox } from '../announcing/appointment-outbox.js';
import { AppointmentsRepository } from '../appointments.repository.js';
import { Customers } from '../booking/customers.js';
import type { StoredBooking } from '../claims/booking.js';
import { BookingsService } from '../claims/bookings.service.js';

/** Looks again at appointments that wait for proof, when some has come: what waits for nothing any more is confirmed. */
@Injectable()
export class PendingReview {
  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly customers: Customers,
    private readonly bookings: BookingsService,
    private readonly outbox: AppointmentOutbox,
  ) {}

  async reconsider(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    for (const booking of await this.appointments.pendingOf(scope, contactId, new Date()))
      await this.look(scope, booking, contactId);
  }

  private async look(scope: CompanyScope, booking: StoredBooking, contactId: Types.ObjectId): Promise<void> {
    const waitsFor = await this.stillWaitsFor(scope, booking, contactId);
    if (waitsFor.length === booking.pending_on.length) return;
    await this.bookings.edit(scope, booking._id, { pending_on: waitsFor, is_pending: waitsFor.length > 0 });
    this.outbox.wake(scope, booking._id);
  }

  private async stillWaitsFor(
    scope: CompanyScope,
    booking: StoredBooking,
    contactId: Types.ObjectId,
  ): Promise<StoredBooking['pending_on']> {
    const approval = booking.pending_on.filter(({ kind }) => kind === 'approval');
    try {
      const { pending_on } = await this.customers.judge(scope, booking, contactId);
      return [...approval, ...pending_on];
    } catch (error) {
      // Something else blocks it by now; what it waits for is for people to say.
      if (error instanceof AppError) return booking.pending_on;
      throw error;
    }
  }
}
