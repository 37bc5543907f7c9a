import type { DaySlots } from '../../../booking/engine/index.js';
import type { ArgsOf } from '../../assistant-core/index.js';
import { chooseSlots } from '../../flow-actions/index.js';

const NOON = 12 * 60;
const EVENING = 18 * 60;
const MINUTES_A_DAY = 24 * 60;

export type Wish = Pick<ArgsOf<'find_slots'>, 'part_of_day' | 'time'>;

interface Start {
  readonly starts_at: Date;
  /** Minutes since midnight on the clock of the company. */
  readonly minute: number;
}

/**
 * The offers of a search, in order of time: with a time the nearest ones, else of as many days as there are.
 * @param minuteOf minutes since midnight on the clock of the company
 */
export function chooseOffers(
  days: readonly DaySlots[],
  { part_of_day, time }: Wish,
  limit: number,
  minuteOf: (at: Date) => number,
): Date[] {
  const fitting = days.map(({ date, slots }) => ({
    date,
    slots: withOwnTimes(slots.map((slot) => ({ ...slot, minute: minuteOf(slot.starts_at) }))).filter(
      ({ minute }) => part_of_day === null || partOf(minute) === part_of_day,
    ),
  }));
  if (time === null) return chooseSlots(fitting, limit).map(({ starts_at }) => starts_at);
  const wished = minuteOfTime(time);
  const distance = ({ minute }: Start): number => Math.abs(minute - wished);
  const nearest = fitting.flatMap(({ slots }) => slots).toSorted((one, other) => distance(one) - distance(other));
  return nearest
    .slice(0, limit)
    .map(({ starts_at }) => starts_at)
    .sort((one, other) => one.getTime() - other.getTime());
}

/** The hours of the words in `when.ts` of the core. */
function partOf(minute: number): NonNullable<Wish['part_of_day']> {
  if (minute < NOON) return 'morning';
  return minute < EVENING ? 'afternoon' : 'evening';
}

/** In the hour that a clock change repeats, two starts look the same to a customer. */
function withOwnTimes<One extends Start>(slots: readonly One[]): One[] {
  return slots.filter(({ minute }, place) => slots.findIndex((other) => other.minute === minute) === place);
}

function minuteOfTime(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) % MINUTES_A_DAY;
}
