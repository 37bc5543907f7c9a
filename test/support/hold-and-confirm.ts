import type { CompanyScope } from '../../src/core/tenancy/index.js';
import type { StoredBooking } from '../../src/modules/booking/reservations/booking.js';
import type { BookingsService } from '../../src/modules/booking/reservations/bookings.service.js';
import type { HoldRequest } from '../../src/modules/booking/reservations/holding.js';

const HOLD_MS = 30_000;

/** A certain booking by the protocol alone. @throws SlotTaken */
export async function holdAndConfirm(
  bookings: BookingsService,
  scope: CompanyScope,
  request: Omit<HoldRequest, 'ttlMs'>,
): Promise<StoredBooking> {
  const { _id } = await bookings.hold(scope, { ...request, ttlMs: HOLD_MS });
  return bookings.confirm(scope, _id);
}
