import type { StoredBooking } from '../../reservations/index.js';
import type { Reminder } from '../schemas/reminder.schema.js';
import type { ReminderRule } from '../schemas/reminder-rule.schema.js';
import type { QuietHours } from './quiet-hours.js';

/** Why nothing is sent. */
export type SkipReason =
  | 'rule_off'
  | 'appointment_gone'
  | 'cancelled'
  | 'no_show'
  | 'moved'
  | 'not_confirmed'
  | 'begun'
  | 'not_completed'
  | 'other_customer'
  | 'contact_gone'
  | 'opted_out'
  | 'late'
  | 'quiet_hours'
  | 'booked_again'
  | 'asked_before'
  | 'renewed';

export type Decision =
  | { readonly do: 'send' }
  | { readonly do: 'wait'; readonly until: Date }
  | { readonly do: 'skip'; readonly reason: SkipReason };

/** What is known at the moment of sending. */
export interface Circumstances {
  readonly reminder: Pick<Reminder, 'kind' | 'contact_id' | 'starts_at' | 'until'>;
  readonly rule: Pick<ReminderRule, 'active'> | undefined;
  /** Undefined for a deleted one, and for kinds without an appointment. */
  readonly appointment: Pick<StoredBooking, 'state' | 'is_pending' | 'contact_id' | 'starts_at'> | undefined;
  readonly isContactThere: boolean;
  readonly isOptedOut: boolean;
  /** What only this kind asks, for instance a newer visit. */
  readonly objection: SkipReason | undefined;
  readonly quiet: QuietHours;
  readonly now: Date;
}

export function decide(known: Circumstances): Decision {
  const { reminder, now, quiet } = known;
  const reason = objectionTo(known);
  if (reason) return skip(reason);
  if (now >= reminder.until) return skip('late');
  const period = quiet.at(now);
  if (!period) return { do: 'send' };
  return period.end < reminder.until ? { do: 'wait', until: period.end } : skip('quiet_hours');
}

function objectionTo(known: Circumstances): SkipReason | undefined {
  if (!known.rule?.active) return 'rule_off';
  const ofVisit = known.reminder.kind === 'vaccination' ? undefined : objectionOfVisit(known);
  if (ofVisit) return ofVisit;
  if (!known.isContactThere) return 'contact_gone';
  return known.isOptedOut ? 'opted_out' : known.objection;
}

function objectionOfVisit({ reminder, appointment, now }: Circumstances): SkipReason | undefined {
  if (!appointment) return 'appointment_gone';
  const { state, contact_id, starts_at, is_pending } = appointment;
  if (state === 'CANCELLED' || state === 'EXPIRED' || state === 'FAILED') return 'cancelled';
  if (state === 'NO_SHOW') return 'no_show';
  if (!contact_id?.equals(reminder.contact_id)) return 'other_customer';
  if (reminder.kind !== 'reminder') return state === 'DONE' ? undefined : 'not_completed';
  if (starts_at.getTime() !== reminder.starts_at.getTime()) return 'moved';
  if (state !== 'CONFIRMED' || starts_at <= now) return 'begun';
  return is_pending ? 'not_confirmed' : undefined;
}

const skip = (reason: SkipReason): Decision => ({ do: 'skip', reason });
