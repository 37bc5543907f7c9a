import { addDays, clockTime, dateOf, instantOf, type TimeSettings } from '#web/lib/time/company-time.ts';
import { datesIn, type DayRange } from './calendar-days.ts';
import type { Diary, DiaryAppointment } from './diary-merge.ts';
import { shownEnd } from './early-pick-up.ts';

/** Whose columns the grid has. */
export type ColumnKind = 'staff' | 'resource';

export interface GridColumn {
  id: string;
  title: string;
}

/** The column of visits that need no staff member or no table. */
export const NOBODY = 'nobody';

/** One block of the grid. Instants are ISO 8601; a block of whole days has plain dates, the end excluded. */
export interface GridEvent {
  id: string;
  columnId: string;
  start: string;
  end: string;
  kind: 'visit' | 'hold' | 'off' | 'closed' | 'closure' | 'allowed';
  isWholeDay?: boolean;
  appointment?: DiaryAppointment;
  /** Words of a background. */
  title?: string;
}

const LEAST_BLOCK_MS = 10 * 60_000;
const MOVABLE: readonly DiaryAppointment['status'][] = ['confirmed', 'pending', 'checked_in', 'in_progress'];

/** It is not over. */
export const isMovable = ({ status }: DiaryAppointment): boolean => MOVABLE.includes(status);

/** A drag can move it: one person does all of it. */
export const isDraggable = ({ status, lines, nights }: DiaryAppointment): boolean =>
  MOVABLE.includes(status) && nights === null && new Set(lines.map(({ staff_id }) => staff_id)).size === 1;

const allRows = (diary: Diary): DiaryAppointment[] => [...diary.appointments, ...diary.holds];

/** Staff who work or have an appointment on these days; only the chosen ones where some are chosen. */
export function staffColumns(diary: Diary, chosen: readonly string[] = []): GridColumn[] {
  const busy = new Set(allRows(diary).flatMap((row) => columnIdsOf(row, 'staff')));
  const columns = diary.staff
    .filter(({ _id, windows }) => (chosen.length > 0 ? chosen.includes(_id) : windows.length > 0 || busy.has(_id)))
    .map(({ _id, name }) => ({ id: _id, title: name }));
  return busy.has(NOBODY) && chosen.length === 0 ? [...columns, { id: NOBODY, title: '' }] : columns;
}

export function resourceColumns(diary: Diary): GridColumn[] {
  return diary.resources.map(({ _id, name, type_name }) => ({
    id: _id,
    title: name.toLocaleLowerCase().includes(type_name.toLocaleLowerCase()) ? name : `${type_name} ${name}`,
  }));
}

function columnIdsOf(row: DiaryAppointment, kind: ColumnKind): string[] {
  const ids = row.lines.flatMap(({ staff_id, resource_ids }) => (kind === 'staff' ? (staff_id ?? []) : resource_ids));
  return ids.length > 0 ? [...new Set(ids)] : [NOBODY];
}

/** A block for each column that an appointment or hold takes. */
export function visitEvents(diary: Diary, kind: ColumnKind, time: TimeSettings): GridEvent[] {
  return allRows(diary).flatMap((row) =>
    columnIdsOf(row, kind).map((columnId): GridEvent => {
      const part = untilLeft(row, partOf(row, kind, columnId));
      const id = `${row._id}|${columnId}`;
      const base = { id, columnId, appointment: row, kind: row.status === 'held' ? 'hold' : 'visit' } as const;
      if (row.nights === null) return { ...base, ...part };
      const last = dateOf(Date.parse(part.end) - 1, time);
      return { ...base, start: dateOf(part.start, time), end: addDays(last, 1), isWholeDay: true };
    }),
  );
}

/** The time that a visit takes of one person or table. */
function partOf(row: DiaryAppointment, kind: ColumnKind, columnId: string): { start: string; end: string } {
  const lines = row.lines.filter(({ staff_id, resource_ids }) =>
    kind === 'staff' ? staff_id === columnId : resource_ids.includes(columnId),
  );
  if (lines.length === 0 || lines.length === row.lines.length) return { start: row.starts_at, end: row.ends_at };
  return {
    start: lines.map(({ starts_at }) => starts_at).sort()[0] ?? row.starts_at,
    end:
      lines
        .map(({ ends_at }) => ends_at)
        .sort()
        .at(-1) ?? row.ends_at,
  };
}

/** A visit that ended early keeps a block that can be seen and clicked. */
function untilLeft(
  row: DiaryAppointment,
  { start, end }: { start: string; end: string },
): { start: string; end: string } {
  const left = Math.max(Date.parse(start) + LEAST_BLOCK_MS, Date.parse(shownEnd(row)));
  return { start, end: left < Date.parse(end) ? new Date(left).toISOString() : end };
}

/** Closed hours, time off and closures behind the visits. */
export function backgroundEvents(
  diary: Diary,
  columns: readonly GridColumn[],
  range: DayRange,
  time: TimeSettings,
): GridEvent[] {
  const closures = diary.closures.flatMap((closure, index) =>
    columns.map(({ id }): GridEvent => ({
      id: `closure|${index}|${id}`,
      columnId: id,
      start: closure.starts_at,
      end: closure.ends_at,
      kind: 'closure',
      title: closure.name,
    })),
  );
  const off = diary.time_off.map(({ staff_id, starts_at, ends_at, reason, status }, index): GridEvent => ({
    id: `off|${index}`,
    columnId: staff_id,
    start: starts_at,
    end: ends_at,
    kind: 'off',
    title: `${reason ?? ''}${status === 'requested' ? ' ?' : ''}`.trim(),
  }));
  const closed = diary.staff.flatMap(({ _id, windows }) => closedHours(_id, windows, range, time));
  return [...closures, ...off, ...closed];
}

interface Window {
  starts_at: string;
  ends_at: string;
}

/** The hours of each day outside of the working times. */
function closedHours(columnId: string, windows: readonly Window[], range: DayRange, time: TimeSettings): GridEvent[] {
  return datesIn(range).flatMap((date) => {
    const dayEnd = instantOf(addDays(date, 1), '00:00', time).toISOString();
    let from = instantOf(date, '00:00', time).toISOString();
    const gaps: GridEvent[] = [];
    const close = (to: string) => {
      if (to > from) gaps.push({ id: `closed|${columnId}|${from}`, columnId, start: from, end: to, kind: 'closed' });
    };
    for (const { starts_at, ends_at } of windows) {
      if (ends_at <= from || starts_at >= dayEnd) continue;
      close(starts_at);
      from = ends_at;
    }
    close(dayEnd);
    return gaps;
  });
}

const FIRST_HOUR = 8;
const LAST_HOUR = 18;
const HOURS_A_DAY = 24;

/** The hours that the grid shows, as `HH:MM`: all working times and visits with an hour around them. */
export function shownHours(diary: Diary, time: TimeSettings): { min: string; max: string } {
  const spans = [...diary.staff.flatMap(({ windows }) => windows), ...allRows(diary).filter(({ nights }) => !nights)];
  let [min, max] = [FIRST_HOUR, LAST_HOUR];
  for (const { starts_at, ends_at } of spans) {
    if (dateOf(starts_at, time) !== dateOf(Date.parse(ends_at) - 1, time)) return { min: '00:00', max: '24:00' };
    min = Math.min(min, hourOf(starts_at, time) - 1);
    // 18:00 still lies in the hour from 17 on.
    max = Math.max(max, hourOf(Date.parse(ends_at) - 1, time) + 2);
  }
  return { min: hourText(Math.max(0, min)), max: hourText(Math.min(HOURS_A_DAY, max)) };
}

const hourOf = (instant: string | number, time: TimeSettings): number => Number(clockTime(instant, time).slice(0, 2));
const hourText = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
