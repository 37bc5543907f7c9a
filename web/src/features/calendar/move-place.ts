import { type ColumnKind, NOBODY } from './grid-events.ts';
import type { DiaryAppointment } from './diary-merge.ts';

/** Where an appointment shall go. What is absent stays. */
export interface Place {
  startsAt?: string;
  /** Null: anybody who is free. */
  staffId?: string | null;
  resourceIds?: string[];
  minutes?: number;
}

const MINUTE_MS = 60_000;

/** The place of a block after a drag: its start, and its column where that is another one. */
export function placeOf(row: DiaryAppointment, kind: ColumnKind, startsAt: string, from: string, to: string): Place {
  const start = startsAt === row.starts_at ? {} : { startsAt };
  if (from === to || to === NOBODY) return start;
  if (kind === 'staff') return { ...start, staffId: to };
  const others = row.resources.filter((id) => id !== from);
  return { ...start, resourceIds: [...others, to] };
}

/** The appointment as it looks at the place, before the server has answered. */
export function rowAt(row: DiaryAppointment, { startsAt, staffId, resourceIds, minutes }: Place): DiaryAppointment {
  const shift = Date.parse(startsAt ?? row.starts_at) - Date.parse(row.starts_at);
  const moved = (instant: string): string => new Date(Date.parse(instant) + shift).toISOString();
  const endOf = (start: string, end: string): string =>
    minutes === undefined ? moved(end) : new Date(Date.parse(moved(start)) + minutes * MINUTE_MS).toISOString();
  return {
    ...row,
    starts_at: moved(row.starts_at),
    ends_at: endOf(row.starts_at, row.ends_at),
    staff_id: staffId ?? row.staff_id,
    resources: resourceIds ?? row.resources,
    lines: row.lines.map((line) => ({
      ...line,
      starts_at: moved(line.starts_at),
      ends_at: endOf(line.starts_at, line.ends_at),
      staff_id: staffId ?? line.staff_id,
      resource_ids: resourceIds ?? line.resource_ids,
    })),
  };
}

/** The place where the appointment is now, for the way back. */
export function placeBefore(row: DiaryAppointment, place: Place): Place {
  return {
    ...(place.startsAt === undefined ? {} : { startsAt: row.starts_at }),
    ...(place.staffId === undefined ? {} : { staffId: row.staff_id }),
    ...(place.resourceIds === undefined ? {} : { resourceIds: row.resources }),
    ...(place.minutes === undefined
      ? {}
      : { minutes: Math.round((Date.parse(row.ends_at) - Date.parse(row.starts_at)) / MINUTE_MS) }),
  };
}

export const isSamePlace = (place: Place): boolean => Object.keys(place).length === 0;
