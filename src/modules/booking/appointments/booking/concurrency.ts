import { AppError } from '../../../../core/errors/index.js';
import { toObjectId, versionMismatch } from '../../../../core/tenancy/index.js';
import { bookingBusy, type ChangeDetails, type StoredBooking } from '../../reservations/index.js';
import { toAppointmentView } from '../appointment.view.js';
import type { BookingActor } from './booking.types.js';

/** In each round one of the writers wins, so this many may change one booking at once. */
const MAX_TRIES = 20;

/**
 * Repeats a change after a parallel change, unless the caller sent a version. @throws AppError VERSION_MISMATCH | CONCURRENT_CHANGE after
 * 20 tries
 */
export async function onLatestVersion<T>(version: number | undefined, change: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await change();
    } catch (error) {
      const isPassed = error instanceof AppError && error.code === 'VERSION_MISMATCH';
      if (version !== undefined || !isPassed) throw error;
      if (tries >= MAX_TRIES) throw bookingBusy();
    }
  }
}

/**
 * @throws AppError VERSION_MISMATCH with the appointment as it is now, which says what changed and who changed it, unless `known` is absent
 * or current
 */
export function assertCurrent(booking: StoredBooking, known: number | undefined): void {
  if (known === undefined || booking.ver === known) return;
  const { code, status, message, details } = versionMismatch('Appointment', booking.ver);
  throw new AppError(code, status, message, { ...(details as object), appointment: toAppointmentView(booking) });
}

/** Part of every change: who made it, and whether and when the customer gets a notice of it. */
export function changedBy({
  userId,
  isSilent = false,
  noticeDelaySec = 0,
}: Pick<BookingActor, 'userId' | 'isSilent' | 'noticeDelaySec'>): Pick<
  ChangeDetails,
  'changed_by' | 'is_silent' | 'notice_delay_sec'
> {
  return {
    changed_by: userId === undefined ? null : toObjectId(userId),
    ...(isSilent ? { is_silent: true } : {}),
    ...(noticeDelaySec > 0 ? { notice_delay_sec: noticeDelaySec } : {}),
  };
}
