import type { DiaryAppointment, Diary } from './diary-merge.ts';
import { shownEnd } from './early-pick-up.ts';

/** A visit as one person sees it on paper. */
export interface SheetVisit {
  row: DiaryAppointment;
  starts_at: string;
  ends_at: string;
  /** Keys of the chosen add-ons. */
  addOns: string[];
  /** Names of gates that are missing or wait for an answer. */
  gates: string[];
}

export interface SheetPart {
  /** Null: the visits that need nobody. */
  person: Diary['staff'][number] | null;
  timesOff: Diary['time_off'];
  visits: SheetVisit[];
}

/** The visits of a day by person, without stays, holds and customers who did not come. People who do not work are left out. */
export function sheetParts(diary: Diary): SheetPart[] {
  const rows = diary.appointments.filter(({ nights, status }) => nights === null && status !== 'no_show');
  const people = diary.staff.map((person): SheetPart => ({
    person,
    timesOff: diary.time_off.filter(({ staff_id, status }) => staff_id === person._id && status === 'approved'),
    visits: visitsOf(rows, person._id),
  }));
  const others = { person: null, timesOff: [], visits: visitsOf(rows, null) };
  return [
    ...people.filter(({ person, visits }) => visits.length > 0 || (person?.windows.length ?? 0) > 0),
    ...(others.visits.length > 0 ? [others] : []),
  ];
}

/** The visits of a person by start; of `null`, those in which nobody is named. */
function visitsOf(rows: readonly DiaryAppointment[], staffId: string | null): SheetVisit[] {
  return rows
    .flatMap((row) => {
      const lines = row.lines.filter(({ staff_id }) => staff_id === staffId);
      const isUnnamed = staffId === null && row.lines.every(({ staff_id }) => staff_id === null);
      if (staffId === null ? !isUnnamed : lines.length === 0) return [];
      return [sheetVisit(row, lines)];
    })
    .sort((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at));
}

/** @param lines the lines of one person; without lines the times of the whole appointment count */
export function sheetVisit(row: DiaryAppointment, lines: DiaryAppointment['lines'] = row.lines): SheetVisit {
  const starts = lines.map(({ starts_at }) => starts_at).sort();
  const ends = lines.map(({ ends_at }) => ends_at).sort();
  const starts_at = starts[0] ?? row.starts_at;
  return {
    row,
    starts_at,
    ends_at: shownEnd({ starts_at, ends_at: ends.at(-1) ?? row.ends_at, completed_at: row.completed_at }),
    addOns: [...new Set(lines.flatMap(({ add_ons }) => add_ons))],
    gates: [...new Set([...row.warnings, ...row.pending_on].map(({ name }) => name))],
  };
}
