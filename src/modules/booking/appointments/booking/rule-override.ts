import type { RuleOverride } from '../../reservations/index.js';
import { wrong } from '../../availability/index.js';
import { mayNotOverride } from './booking.errors.js';
import type { BookingActor } from './booking.types.js';

const DAY_MS = 86_400_000;
/** How long ago something may have begun that is recorded afterwards. */
export const OVERRIDE_REACH_DAYS = 30;

/**
 * What is stored of an override, if one is asked for.
 * @param start when the visit is to begin
 * @throws AppError FORBIDDEN | VALIDATION_ERROR for a start too long ago
 */
export function overrideBy(
  { userId = '', mayOverride = false }: BookingActor,
  override: { reason: string } | undefined,
  start: Date,
  now = new Date(),
): RuleOverride | undefined {
  if (!override) return undefined;
  if (!mayOverride) throw mayNotOverride();
  if (now.getTime() - start.getTime() > OVERRIDE_REACH_DAYS * DAY_MS)
    throw wrong('starts_at', `must not lie more than ${OVERRIDE_REACH_DAYS} days back`);
  return { by: userId, reason: override.reason };
}
