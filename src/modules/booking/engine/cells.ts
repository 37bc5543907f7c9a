/**
 * The four kinds of cells that can be claimed, as integers.
 * - `5min`, `15min`: UTC minutes divided by 5 or 15. All UTC offsets in use are multiples of 15 minutes.
 * - `night`: local day number (days since 1970-01-01) of the evening; daily quotas use it too.
 * - `half_day`: local day number * 2, plus 1 from local noon.
 */
import type { ZoneTable } from './time/zone-table.js';

export const CELL_KINDS = ['5min', '15min', 'half_day', 'night'] as const;
export type CellKind = (typeof CELL_KINDS)[number];

export const BASE_MINUTES = 5;
export const MINUTES_A_DAY = 1_440;
export const BASE_CELLS_A_DAY = MINUTES_A_DAY / BASE_MINUTES;

export const CELL_MINUTES: Readonly<Record<CellKind, number>> = {
  '5min': BASE_MINUTES,
  '15min': 15,
  half_day: MINUTES_A_DAY / 2,
  night: MINUTES_A_DAY,
};

export const isLocalKind = (kind: CellKind): boolean => kind === 'half_day' || kind === 'night';

export function cellAt(kind: CellKind, utcMinute: number, zone: ZoneTable): number {
  const minute = isLocalKind(kind) ? utcMinute + zone.offsetAt(utcMinute) : utcMinute;
  return Math.floor(minute / CELL_MINUTES[kind]);
}

export interface CellRange {
  readonly from: number;
  readonly to: number;
}

export function cellsTouched(kind: CellKind, fromMinute: number, toMinute: number, zone: ZoneTable): CellRange {
  return { from: cellAt(kind, fromMinute, zone), to: cellAt(kind, toMinute - 1, zone) + 1 };
}

/** `quantity` places in each cell [from, to) of a bookable with `capacity` places. Legs of one plan never overlap. */
export interface LegRequest extends CellRange {
  readonly lane: string;
  readonly capacity: number;
  readonly quantity: number;
}

/** `count` places are taken in each cell [from, to). Overlapping ranges add up. */
export interface TakenRange extends CellRange {
  readonly count: number;
}

export const staffBookable = (staffId: string): string => `staff:${staffId}`;
export const unitBookable = (resourceId: string): string => `unit:${resourceId}`;
export const poolBookable = (resourceId: string): string => `pool:${resourceId}`;
export const quotaBookable = (quotaId: string, scopeKey: string): string => `quota:${quotaId}:${scopeKey}`;
export const isQuotaBookable = (bookable: string): boolean => bookable.startsWith('quota:');
