import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { ReservationsService, isTentative, type StoredBooking } from '../../reservations/index.js';
import { AppointmentOutbox } from './appointment-outbox.js';

/** Timers may fire slightly early. */
const SLACK_MS = 5;

/** Expires the holds of this process on time. The sweep expires the others. */
@Injectable()
export class HoldExpiryTimers implements OnModuleDestroy {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly expiring = new Set<Promise<void>>();

  constructor(
    private readonly bookings: ReservationsService,
    private readonly outbox: AppointmentOutbox,
  ) {}

  /** (Re)schedules the expiry of a hold; cancels it otherwise. */
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
      .finishOverdue(scope, booking)
      .then(() => this.outbox.wake(scope, booking._id))
      .finally(() => this.expiring.delete(ending));
    this.expiring.add(ending);
  }
}
