import { addDays } from '#web/lib/time/company-time.ts';
import type { EndRange } from './pet-list-queries.ts';

export const RANGES = ['expired', '30d', '60d'] as const;
/** Which vaccinations the overview shows: expired ones, or those that expire within so many days. */
export type RangeName = (typeof RANGES)[number];

/** Reads the range from the address; the next 30 days without one. */
export function readRange({ within }: Record<string, unknown>): { within?: RangeName } {
  const known = RANGES.find((name) => name === within);
  return known ? { within: known } : {};
}

/** @param today a plain date in the zone of the company; a vaccination is valid on its last day */
export function rangeOf(name: RangeName, today: string): EndRange {
  if (name === 'expired') return { until: addDays(today, -1), order: 'latest' };
  return { from: today, until: addDays(today, Number.parseInt(name, 10)), order: 'soonest' };
}
