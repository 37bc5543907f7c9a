import { AppError } from '../../../../core/errors/index.js';
import { type BookingStep, statusOf, stepRule, type StoredBooking } from '../../reservations/index.js';
import { instantOf, minuteOf, ZoneTable } from '../../engine/index.js';

const MINUTES_A_DAY = 1_440;
const MINUTE_MS = 60_000;
/** Pets may arrive late in the evening before, or leave after midnight. */
export const EARLY_TOLERANCE_MIN = 120;
/** Staff may close a forgotten visit on the next day. */
export const LATE_TOLERANCE_MIN = MINUTES_A_DAY;

type Timed = Pick<StoredBooking, 'state' | 'starts_at' | 'ends_at' | 'time_zone'>;

/** @throws AppError INVALID_TRANSITION with the instants between which the step is allowed */
export function assertStepTime(booking: Timed, step: BookingStep, now: Date, isLateAllowed = false): void {
  const { when, to } = stepRule(step);
  if (when === 'any_time') return;
  if (when === 'after_start') {
    if (booking.starts_at > now)
      throw stepNotAllowedNow(booking, to, 'Cannot mark as no-show before the start time', {});
    return;
  }
  const { from, until } = daysOf(booking);
  const text = `A ${statusOf(booking.state)} appointment becomes ${statusOf(to)} only on its own day`;
  const isLate = now >= until && !isLateAllowed;
  if (now < from || isLate)
    throw stepNotAllowedNow(booking, to, text, {
      allowed_from: from.toISOString(),
      allowed_until: until.toISOString(),
    });
}

/** First to last local day, with the tolerances. */
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

function stepNotAllowedNow({ state }: Timed, to: StoredBooking['state'], text: string, details: object): AppError {
  return AppError.conflict('INVALID_TRANSITION', text, { from: statusOf(state), to: statusOf(to), ...details });
}
