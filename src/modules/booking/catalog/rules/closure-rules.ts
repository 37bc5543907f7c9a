import {
  type ClosureEffect,
  type ClosureRules,
  dayNumberOf,
  instantOf,
  wallMinuteOf,
  ZoneTable,
} from '../../engine/index.js';
import type { Closure } from '../../calendar/index.js';

const MINUTES_A_DAY = 1_440;

/** One period for whole days, or one per day for hours. */
export function toClosureRules(closure: Closure, zone: string): ClosureRules[] {
  const [first, last] = [dayNumberOf(closure.starts_on), dayNumberOf(closure.ends_on)];
  const forbids = effectsOf(closure);
  const table = ZoneTable.of(zone);
  const period = (from: number, to: number): ClosureRules => ({
    starts_at: instantOf(table.firstAt(from)),
    ends_at: instantOf(table.endBefore(to)),
    ...(forbids ? { forbids } : {}),
  });
  const { from, to } = closure;
  if (from === null || to === null) return [period(first * MINUTES_A_DAY, (last + 1) * MINUTES_A_DAY)];
  const [opens, closes] = [wallMinuteOf(from), wallMinuteOf(to)];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const midnight = (first + index) * MINUTES_A_DAY;
    return period(midnight + opens, midnight + closes);
  });
}

/** On a public holiday pets neither arrive nor leave, but boarding continues. Undefined forbids everything. */
function effectsOf({ scope, holiday }: Closure): ClosureEffect[] | undefined {
  switch (scope) {
    case 'arrivals':
      return ['arrival'];
    case 'pickups':
      return ['departure'];
    case 'all':
      return holiday ? ['service', 'arrival', 'departure'] : undefined;
  }
}
