import type { RuleOverride } from '../../reservations/index.js';
import { invalidField } from '../../availability/index.js';
import { mayNotOverride } from './booking.errors.js';
import type { BookingActor } from './booking.types.js';

const DAY_MS = 86_400_000;
/** Visits may be recorded up to this many days after their start. */
export const OVERRIDE_REACH_DAYS = 30;

/** @throws AppError FORBIDDEN | VALIDATION_ERROR for a start too long ago */
export function overrideBy(
  { userId = '', mayOverride = false }: BookingActor,
  override: { reason: string } | undefined,
  start: Date,
  now = new Date(),
): RuleOverride | undefined {
  if (!override) return undefined;
  if (!mayOverride) throw mayNotOverride();
  if (now.getTime() - start.getTime() > OVERRIDE_REACH_DAYS * DAY_MS)
    throw invalidField('starts_at', `must not lie more than ${OVERRIDE_REACH_DAYS} days back`);
  return { by: userId, reason: override.reason };
}
