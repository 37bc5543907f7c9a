import type { DaySlots, Slot } from '../engine/index.js';

export const MAX_OFFERED = 3;
const NOON = 12 * 60;
const EVENING = 17 * 60;

type Part = 'morning' | 'afternoon' | 'evening';

/**
 * The next free times on up to three different days, in different parts of the day where that is possible; with fewer days
 * several of a day that are far apart. In order of time; no two that look the same.
 * @param minuteOf minutes since midnight on the clock of the company
 */
export function pickSlots(days: readonly DaySlots[], minuteOf: (at: Date) => number): Slot[] {
  const free = days
    .map(({ slots }) =>
      slots.filter((slot, place) => isFirstOfMinute(slots, place, minuteOf(slot.starts_at), minuteOf)),
    )
    .filter((slots) => slots.length > 0);
  const used = new Set<Part>();
  const chosen: Slot[] = [];
  const take = (slot: Slot | undefined): void => {
    if (!slot || chosen.includes(slot) || chosen.length >= MAX_OFFERED) return;
    used.add(partOf(minuteOf(slot.starts_at)));
    chosen.push(slot);
  };
  for (const slots of free.slice(0, MAX_OFFERED))
    take(slots.find(({ starts_at }) => !used.has(partOf(minuteOf(starts_at)))) ?? slots[0]);
  for (const slots of free)
    for (const part of ['morning', 'afternoon', 'evening'] as const)
      if (!used.has(part)) take(slots.find(({ starts_at }) => partOf(minuteOf(starts_at)) === part));
  for (const slots of free) {
    take(slots.at(-1));
    take(slots[Math.floor(slots.length / 2)]);
    for (const slot of slots.slice(0, MAX_OFFERED)) take(slot);
  }
  return chosen.sort((one, other) => one.starts_at.getTime() - other.starts_at.getTime());
}

function partOf(minute: number): Part {
  if (minute < NOON) return 'morning';
  return minute < EVENING ? 'afternoon' : 'evening';
}

/** In the hour that a clock change repeats, two starts look the same to a customer. */
function isFirstOfMinute(
  slots: readonly Slot[],
  place: number,
  minute: number,
  minuteOf: (at: Date) => number,
): boolean {
  return slots.findIndex(({ starts_at }) => minuteOf(starts_at) === minute) === place;
}
