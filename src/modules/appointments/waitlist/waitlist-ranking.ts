import { dateOf, dayNumberOf, minuteOf, wallMinuteOf } from '../engine/time/local-time.js';
import { ZoneTable } from '../engine/time/zone-table.js';

const MINUTES_A_DAY = 1_440;
const DAY_MS = 86_400_000;
/** A VIP counts as having asked so much earlier. */
const VIP_HEAD_START_MS = 7 * DAY_MS;
/** So does who waits for one person: fewer times fit them. */
const NARROW_HEAD_START_MS = DAY_MS;
/** The longest a window may be, so that one search covers it. */
export const MAX_WINDOW_DAYS = 62;

/** Local days, both included, and hours of the wall within which the visit must lie. */
export interface WaitWindow {
  date_from: string;
  date_to: string;
  from?: string;
  to?: string;
}

export interface Ranked {
  readonly created_at: Date;
  readonly is_vip: boolean;
  readonly staff_id: unknown;
}

/** Who is asked first: whoever asked first, with a head start for VIPs and for wishes that are hard to meet. */
export function byRank(one: Ranked, other: Ranked): number {
  return turnOf(one) - turnOf(other);
}

function turnOf({ created_at, is_vip, staff_id }: Ranked): number {
  const headStart = (is_vip ? VIP_HEAD_START_MS : 0) + (staff_id ? NARROW_HEAD_START_MS : 0);
  return created_at.getTime() - headStart;
}

/** Whether a visit lies within a window, by the wall of a zone. */
export function fits(
  { date_from, date_to, from = '00:00', to = '24:00' }: WaitWindow,
  { starts_at, ends_at }: { starts_at: Date; ends_at: Date },
  timeZone: string,
): boolean {
  const [start, end] = [wallOf(starts_at, timeZone), wallOf(ends_at, timeZone)];
  const day = Math.floor(start / MINUTES_A_DAY);
  const date = dateOf(day);
  const [opens, closes] = [from, to].map((time) => day * MINUTES_A_DAY + wallMinuteOf(time)) as [number, number];
  const isWholeDay = from === '00:00' && to === '24:00';
  return date >= date_from && date <= date_to && (isWholeDay || (start >= opens && end <= closes));
}

/** How many days a window has; negative where it ends before it begins. */
export const daysOf = ({ date_from, date_to }: WaitWindow): number => dayNumberOf(date_to) - dayNumberOf(date_from) + 1;

function wallOf(instant: Date, timeZone: string): number {
  const minute = minuteOf(instant);
  return minute + ZoneTable.of(timeZone).offsetAt(minute);
}
