import { AppError } from '../../../../core/errors/index.js';
import { type BookingStep, statusOf, stepRule, type StoredBooking } from '../../reservations/index.js';
import { instantOf, minuteOf, ZoneTable } from '../../engine/index.js';

const MINUTES_A_DAY = 1_440;
const MINUTE_MS = 60_000;
/** Who comes late in the evening before, or is still there after midnight, may be checked in and out all the same. */
export const EARLY_TOLERANCE_MIN = 120;
/** A visit that somebody forgot to close may still be closed on the next day. */
export const LATE_TOLERANCE_MIN = MINUTES_A_DAY;

type Timed = Pick<StoredBooking, 'state' | 'starts_at' | 'ends_at' | 'time_zone'>;

/**
 * Refuses a step that comes too early, or too late.
 * @param isLateAllowed the caller records afterwards what happened, and says why
 * @throws AppError INVALID_TRANSITION with the instants between which the step is allowed
 */
export function assertStepTime(booking: Timed, step: BookingStep, now: Date, isLateAllowed = false): void {
  const { when, to } = stepRule(step);
  if (when === 'any_time') return;
  if (when === 'after_start') {
    if (booking.starts_at > now)
      throw stepNotAllowed(booking, to, 'An appointment that has not begun cannot be a no-show', {});
    return;
  }
  const { from, until } = daysOf(booking);
  const text = `A ${statusOf(booking.state)} appointment becomes ${statusOf(to)} only on its own day`;
  const isLate = now >= until && !isLateAllowed;
  if (now < from || isLate)
    throw stepNotAllowed(booking, to, text, { allowed_from: from.toISOString(), allowed_until: until.toISOString() });
}

/** From the beginning of the first local day to the end of the last one, with the tolerances. */
function daysOf({ starts_at, ends_at, time_zone }: Timed): { from: Date; until: Date } {
  const zone = ZoneTable.of(time_zone);
  const first = localDay(starts_at, zone);
  const last = localDay(new Date(ends_at.getTime() - MINUTE_MS), zone);
  return {
    from: instantOf(zone.firstAt(first * MINUTES_A_DAY) - EARLY_TOLERANCE_MIN),
    until: instantOf(zone.firstAt((last + 1) * MINUTES_A_DAY) + LATE_TOLERANCE_MIN),
  };
}

function localDay(instant: Date, zone: ZoneTable): number {
  const minute = minuteOf(instant);
  return Math.floor((minute + zone.offsetAt(minute)) / MINUTES_A_DAY);
}

function stepNotAllowed({ state }: Timed, to: StoredBooking['state'], text: string, details: object): AppError {
  return AppError.conflict('INVALID_TRANSITION', text, { from: statusOf(state), to: statusOf(to), ...details });
}
