import type { DaySlots, Slot } from '../../../booking/engine/index.js';

/** The earliest slot, then slots of other days; more than one of a day only if there are too few days. In order of time. */
export function chooseSlots(days: readonly DaySlots[], limit: number): Slot[] {
  const ofDays = days.filter(({ slots }) => slots.length > 0).map(({ slots }) => spread(slots));
  const chosen: Slot[] = [];
  for (let round = 0; chosen.length < limit && ofDays.some((slots) => round < slots.length); round++)
    chosen.push(...ofDays.flatMap((slots) => slots[round] ?? []).slice(0, limit - chosen.length));
  return chosen.sort((one, other) => one.starts_at.getTime() - other.starts_at.getTime());
}

/** The first of a day, its middle, its last, then the rest: so three offers of one day are far apart. */
function spread(slots: readonly Slot[]): Slot[] {
  const first = [slots[0], slots[Math.floor(slots.length / 2)], slots.at(-1)] as Slot[];
  return [...new Set([...first, ...slots])];
}
