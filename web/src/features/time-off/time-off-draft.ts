import { addDays, instantOf, type TimeSettings } from '#web/lib/time/company-time.ts';
import type { TimeOffFields } from './time-off-queries.ts';

/** Time off in the form: whole days, or hours of one day. */
export interface TimeOffDraft {
  staff_id: string;
  /** `YYYY-MM-DD` */
  first: string;
  /** Empty: the first day. */
  last: string;
  isWholeDay: boolean;
  /** `HH:MM` */
  from: string;
  to: string;
  reason: string;
  /** Empty: once. Otherwise every week until this day. */
  weeklyUntil: string;
}

/** Time off for the API. Days and hours are those of the company's time zone. */
export function timeOffFields(draft: TimeOffDraft, time: TimeSettings): TimeOffFields {
  const { staff_id, first, isWholeDay, from, to, reason, weeklyUntil } = draft;
  const last = draft.last || first;
  const endDay = isWholeDay ? addDays(last, 1) : to > from ? first : addDays(first, 1);
  return {
    staff_id,
    starts_at: instantOf(first, isWholeDay ? '00:00' : from, time).toISOString(),
    ends_at: instantOf(endDay, isWholeDay ? '00:00' : to, time).toISOString(),
    reason: reason.trim() || null,
    repeat: weeklyUntil ? { weekly: true, until: weeklyUntil } : null,
  };
}
