import type { Schemas } from '#web/lib/api/client.ts';
import { shownEnd } from './early-pick-up.ts';

export type Diary = Schemas['DiaryDto'];
export type DiaryAppointment = Schemas['DiaryAppointmentDto'];
/** As events and answers have it: without names. */
export type ChangedAppointment = Schemas['AppointmentDto'];

export interface MergedDiary {
  diary: Diary;
  /** Names are missing, so the diary has to be read again. */
  lacksNames: boolean;
}

/**
 * Puts an appointment of an event or an answer into a diary; the newer version wins.
 *
 * @param period the instants of the diary's days
 */
export function mergeIntoDiary(
  diary: Diary,
  changed: ChangedAppointment,
  period: { start: string; end: string },
  now = Date.now(),
): MergedDiary {
  const rows = [...diary.appointments, ...diary.holds];
  const known = rows.find(({ _id }) => _id === changed._id);
  if (known && known.version > changed.version) return { diary, lacksNames: false };
  const others = rows.filter(({ _id }) => _id !== changed._id);
  if (!isShown(changed, period, now)) return { diary: withRows(diary, others), lacksNames: false };
  const row = withNames(changed, known, diary);
  const lacksNames =
    row.service_name === null || (row.contact_id !== null && !row.contact) || row.pets.length < row.pet_ids.length;
  return { diary: withRows(diary, [...others, row]), lacksNames: lacksNames && !isSamePeople(known, changed) };
}

/**
 * The rows of an answer, with newer ones that events have brought meanwhile.
 *
 * @param start the instant at which the diary's days begin
 */
export function keepNewer(read: Diary, known: Diary | undefined, start: string): Diary {
  const newer = new Map([...(known?.appointments ?? []), ...(known?.holds ?? [])].map((row) => [row._id, row]));
  const rows = [...read.appointments, ...read.holds].map((row) => {
    const other = newer.get(row._id);
    return other && other.version > row.version ? other : row;
  });
  return withRows(
    read,
    rows.filter((row) => !hasLeft(row, start)),
  );
}

/** An early pick-up takes an appointment off the days after it. */
const hasLeft = (one: ChangedAppointment, start: string): boolean => one.starts_at < start && shownEnd(one) <= start;

function isShown(one: ChangedAppointment, { start, end }: { start: string; end: string }, now: number): boolean {
  if (one.status === 'cancelled' || one.starts_at >= end || hasLeft(one, start)) return false;
  return one.status !== 'held' || Date.parse(one.expires_at ?? one.ends_at) > now;
}

function withRows(diary: Diary, rows: readonly DiaryAppointment[]): Diary {
  const sorted = [...rows].sort((a, b) => compare(a.starts_at, b.starts_at) || compare(a._id, b._id));
  return {
    ...diary,
    appointments: sorted.filter(({ status }) => status !== 'held'),
    holds: sorted.filter(({ status }) => status === 'held'),
  };
}

/** An event has ids only; names come from the row before, or from other rows of the diary. */
function withNames(changed: ChangedAppointment, known: DiaryAppointment | undefined, diary: Diary): DiaryAppointment {
  const rows = [...(known ? [known] : []), ...diary.appointments, ...diary.holds];
  const contact = rows.find(({ contact_id }) => contact_id === changed.contact_id)?.contact ?? null;
  const pets = new Map(rows.flatMap((row) => row.pets).map((pet) => [pet._id, pet]));
  return {
    ...changed,
    service_name: rows.find(({ service_id }) => service_id === changed.service_id)?.service_name ?? null,
    staff_name: diary.staff.find(({ _id }) => _id === changed.staff_id)?.name ?? null,
    contact,
    pets: changed.pet_ids.flatMap((id) => pets.get(id) ?? []),
  };
}

/** Whatever has no name in the row before has none in the database either. */
function isSamePeople(known: DiaryAppointment | undefined, changed: ChangedAppointment): boolean {
  return (
    known !== undefined &&
    known.service_id === changed.service_id &&
    known.contact_id === changed.contact_id &&
    known.pet_ids.join() === changed.pet_ids.join()
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
