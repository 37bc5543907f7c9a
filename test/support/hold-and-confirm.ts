import type { CompanyScope } from '../../src/core/tenancy/index.js';
import type { StoredBooking } from '../../src/modules/booking/reservations/booking.js';
import type { ReservationsService } from '../../src/modules/booking/reservations/reservations.service.js';
import type { NewHold } from '../../src/modules/booking/reservations/hold-creator.js';

const HOLD_MS = 30_000;

/** A certain booking by the protocol alone. @throws SlotTaken */
export async function holdAndConfirm(
  bookings: ReservationsService,
  scope: CompanyScope,
  request: Omit<NewHold, 'ttlMs'>,
): Promise<StoredBooking> {
  const { _id } = await bookings.hold(scope, { ...request, ttlMs: HOLD_MS });
  return bookings.confirm(scope, _id);
}
