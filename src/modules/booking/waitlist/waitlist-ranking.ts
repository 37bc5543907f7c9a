import { dateOf, type DateRange, dayNumberOf, minuteOf, wallMinuteOf, ZoneTable } from '../engine/index.js';
import { dateAfter } from '../availability/index.js';

const MINUTES_A_DAY = 1_440;
const DAY_MS = 86_400_000;
/** A VIP ranks as if added this much earlier. */
const VIP_HEAD_START_MS = 7 * DAY_MS;
/** So does an entry for one person, because fewer times fit. */
const NARROW_HEAD_START_MS = DAY_MS;
/** One search covers a window of this length. */
export const MAX_WINDOW_DAYS = 62;

/** Local days, both included; the visit lies within the hours. */
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

/** Oldest first, with a head start for VIPs and for narrow requests. */
export function byRank(one: Ranked, other: Ranked): number {
  return rankTime(one) - rankTime(other);
}

function rankTime({ created_at, is_vip, staff_id }: Ranked): number {
  const headStart = (is_vip ? VIP_HEAD_START_MS : 0) + (staff_id ? NARROW_HEAD_START_MS : 0);
  return created_at.getTime() - headStart;
}

/** Local days and minutes of the start and end of a visit. */
export interface WallTime {
  readonly date: string;
  readonly minute: number;
  readonly end_date: string;
  /** Counted from the first day: a visit over midnight ends after 24:00. */
  readonly end_minute: number;
}

export function wallTimeOf({ starts_at, ends_at }: { starts_at: Date; ends_at: Date }, timeZone: string): WallTime {
  const [start, end] = [wallOf(starts_at, timeZone), wallOf(ends_at, timeZone)];
  const day = Math.floor(start / MINUTES_A_DAY);
  const midnight = day * MINUTES_A_DAY;
  const end_date = dateOf(Math.floor(end / MINUTES_A_DAY));
  return { date: dateOf(day), minute: start - midnight, end_date, end_minute: end - midnight };
}

/** For a stay, the hours limit the arrival and the days limit the whole stay. */
export function fits(
  { date_from, date_to, from = '00:00', to = '24:00' }: WaitWindow,
  { date, minute, end_date, end_minute }: WallTime,
  isStay = false,
): boolean {
  if (date < date_from || (isStay ? end_date : date) > date_to) return false;
  if (from === '00:00' && to === '24:00') return true;
  return minute >= wallMinuteOf(from) && (isStay ? minute : end_minute) <= wallMinuteOf(to);
}

/** Negative if the window ends before it begins. */
export const daysOf = ({ date_from, date_to }: WaitWindow): number => dayNumberOf(date_to) - dayNumberOf(date_from) + 1;

function wallOf(instant: Date, timeZone: string): number {
  const minute = minuteOf(instant);
  return minute + ZoneTable.of(timeZone).offsetAt(minute);
}

export const lastDateOf = (windows: readonly WaitWindow[]): string =>
  windows.reduce((last, { date_to }) => (date_to > last ? date_to : last), '');

/** Ranges of at most `maxDays` days that cover all windows from `today` on. */
export function rangesOf(windows: readonly WaitWindow[], today: string, maxDays: number): DateRange[] {
  const ranges: { from: string; to: string }[] = [];
  const byBeginning = [...windows].sort((one, other) => (one.date_from < other.date_from ? -1 : 1));
  for (const { date_from, date_to } of byBeginning)
    for (let from = date_from < today ? today : date_from; from <= date_to;) {
      let range = ranges.at(-1);
      if (!range || dateAfter(range.from, maxDays - 1) < from) ranges.push((range = { from, to: from }));
      const most = dateAfter(range.from, maxDays - 1);
      const wanted = date_to < most ? date_to : most;
      if (wanted > range.to) range.to = wanted;
      from = dateAfter(range.to, 1);
    }
  return ranges;
}
