import { AppError } from '../../../core/errors/index.js';
import type { BookingState, StoredBooking } from './booking.js';
import { versionMismatch } from '../../../core/tenancy/index.js';
import { statusOf } from './booking-status.js';
import { isPetBookable, petOfBookable } from './pet-bookables.js';

/** Another booking has the time. `bookable` and `cell` are for the search for alternatives, not for the client. */
export class SlotTaken extends AppError {
  constructor(
    readonly bookable: string,
    readonly cell: number,
  ) {
    super('SLOT_TAKEN', 409, 'This time has just been taken');
  }
}

/** PET_BUSY for a pet, for which other staff would not help; otherwise SLOT_TAKEN. */
export function cellTaken(bookable: string, cell: number): AppError {
  if (!isPetBookable(bookable)) return new SlotTaken(bookable, cell);
  return AppError.conflict('PET_BUSY', 'This pet already has an appointment at this time; choose another time', {
    pet_id: petOfBookable(bookable).petId,
  });
}

export function holdExpired(): AppError {
  return AppError.conflict('HOLD_EXPIRED', 'The hold has expired; choose a time again');
}

export function invalidTransition(from: BookingState, to: BookingState): AppError {
  const [is, becomes] = [statusOf(from), statusOf(to)];
  return AppError.conflict('INVALID_TRANSITION', `A ${is} appointment cannot become ${becomes}`, {
    from: is,
    to: becomes,
  });
}

export const stillPending = (to: BookingState): AppError =>
  AppError.conflict('INVALID_TRANSITION', 'The appointment is still pending; confirm it first, or cancel it', {
    from: 'pending',
    to: statusOf(to),
  });

export function notMovable(state: BookingState): AppError {
  const from = statusOf(state);
  return AppError.conflict('INVALID_TRANSITION', `A ${from} appointment cannot be moved`, { from });
}

/** @throws AppError VERSION_MISMATCH unless `known` is absent or current */
export function assertVersion(booking: Pick<StoredBooking, 'ver'>, known: number | undefined): void {
  if (known !== undefined && booking.ver !== known) throw versionMismatch('Appointment', booking.ver);
}

export function bookingBusy(): AppError {
  return AppError.conflict('CONCURRENT_CHANGE', 'The appointment is being changed by someone else; try again');
}
