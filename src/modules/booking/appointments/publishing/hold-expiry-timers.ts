import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { ReservationsService, isTentative, type StoredBooking } from '../../reservations/index.js';
import { AppointmentOutbox } from './appointment-outbox.js';

/** A timer may go off a moment early by the clock that holds end by. */
const SLACK_MS = 5;

/**
 * Ends the holds of this process when their time is over, so that sockets and the waitlist hear of it at once. Those of a
 * process that died, or that another one has prolonged, are left to the sweep.
 */
@Injectable()
export class HoldExpiryTimers implements OnModuleDestroy {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly expiring = new Set<Promise<void>>();

  constructor(
    private readonly bookings: ReservationsService,
    private readonly outbox: AppointmentOutbox,
  ) {}

  /** To be told of every change of a booking: waits for the end of a hold, and no longer for that of what is none. */
  reschedule(scope: CompanyScope, booking: StoredBooking): void {
    const id = booking._id.toHexString();
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
    if (!isTentative(booking) || !booking.exp) return;
    const waitMs = Math.max(0, booking.exp.getTime() - Date.now()) + SLACK_MS;
    this.timers.set(id, setTimeout(() => this.expire(scope, booking), waitMs).unref());
  }

  async onModuleDestroy(): Promise<void> {
    for (const timer of this.timers.values()) clearTimeout(timer);
    await Promise.all(this.expiring);
  }

  private expire(scope: CompanyScope, booking: StoredBooking): void {
    this.timers.delete(booking._id.toHexString());
    const ending = this.bookings
      .settle(scope, booking)
      .then(() => this.outbox.wake(scope, booking._id))
      .finally(() => this.expiring.delete(ending));
    this.expiring.add(ending);
  }
}
