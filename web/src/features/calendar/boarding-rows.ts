import { addDays, dateOf, type TimeSettings } from '#web/lib/time/company-time.ts';
import { datesIn, type DayRange } from './calendar-days.ts';
import type { Diary, DiaryAppointment } from './diary-merge.ts';
import { shownEnd } from './early-pick-up.ts';
import { resourceColumns } from './grid-events.ts';

/** The row of stays that take no kennel. */
export const NO_KENNEL = 'none';

/** A stay in one kennel. It takes the nights from `arrival` on; the night of `departure` is free again. */
export interface StayBar {
  id: string;
  row: DiaryAppointment;
  /** Names of the pets in this kennel; the customer's where none is named. */
  name: string;
  arrival: string;
  departure: string;
  /** Places of the kennel that it takes. */
  places: number;
  /** Bars that overlap have different lanes, counted from 0. */
  lane: number;
}

export interface KennelRow {
  id: string;
  title: string;
  capacity: number;
  lanes: number;
  bars: StayBar[];
}

const kennelsOf = (diary: Diary): Diary['resources'] => diary.resources.filter(({ cell }) => cell === 'night');

/** Stays and holds that take nights, by arrival. Customers who did not come take none. */
function staysOf({ appointments, holds }: Pick<Diary, 'appointments' | 'holds'>): DiaryAppointment[] {
  return [...appointments, ...holds]
    .filter(({ nights, status }) => nights !== null && status !== 'no_show')
    .sort((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at));
}

/** The kennels with their stays. Stays without a kennel have a row of their own, if there are any. */
export function kennelRows(diary: Diary, time: TimeSettings): KennelRow[] {
  const kennels = kennelsOf(diary);
  const stays = staysOf(diary);
  const titles = resourceColumns({ ...diary, resources: kennels });
  const rows = kennels.map(({ _id, capacity }, index) => {
    const bars = stays.flatMap((row) => barsIn(row, _id, capacity, time));
    return { id: _id, title: titles[index]?.title ?? '', capacity, ...withLanes(bars) };
  });
  const ids = new Set(kennels.map(({ _id }) => _id));
  const others = stays.filter(({ lines }) => !lines.some(({ resource_ids }) => resource_ids.some((id) => ids.has(id))));
  const sorted = rows.sort((a, b) => a.title.localeCompare(b.title, time.locale, { numeric: true }));
  if (others.length === 0) return sorted;
  const bars = others.map((row) => barOf(row, NO_KENNEL, row.pets, 1, time));
  return [...sorted, { id: NO_KENNEL, title: '', capacity: 0, ...withLanes(bars) }];
}

function barsIn(row: DiaryAppointment, kennel: string, capacity: number, time: TimeSettings): StayBar[] {
  const lines = row.lines.filter(({ resource_ids }) => resource_ids.includes(kennel));
  if (lines.length === 0) return [];
  const pets = row.pets.filter(({ _id }) => lines.some(({ pet_id }) => pet_id === _id));
  // Pets share a kennel of their own; in a pool each pet has a place.
  return [barOf(row, kennel, pets, capacity === 1 ? 1 : lines.length, time)];
}

function barOf(
  row: DiaryAppointment,
  kennel: string,
  pets: DiaryAppointment['pets'],
  places: number,
  time: TimeSettings,
): StayBar {
  const arrival = dateOf(row.starts_at, time);
  const departure = dateOf(shownEnd(row), time);
  const name = pets.map((pet) => pet.name).join(', ') || row.contact?.full_name || '';
  return { id: `${row._id}|${kennel}`, row, name, arrival, departure, places, lane: 0 };
}

/** Puts each bar into the first lane where the bar before has left. */
function withLanes(bars: readonly StayBar[]): Pick<KennelRow, 'bars' | 'lanes'> {
  const ends: string[] = [];
  const placed = bars.map((bar) => {
    const free = ends.findIndex((end) => end <= bar.arrival);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = bar.departure > bar.arrival ? bar.departure : addDays(bar.arrival, 1);
    return { ...bar, lane };
  });
  return { bars: placed, lanes: Math.max(1, ends.length) };
}

/** The free places of each night, in the order of the dates. */
export function freePlaces(rows: readonly KennelRow[], range: DayRange): number[] {
  return datesIn(range).map((date) =>
    rows.reduce((sum, { capacity, bars }) => sum + Math.max(0, capacity - takenOn(bars, date)), 0),
  );
}

const takenOn = (bars: readonly StayBar[], date: string): number =>
  bars.reduce((sum, { arrival, departure, places }) => sum + (arrival <= date && date < departure ? places : 0), 0);

/** The place of a bar in columns of half a day, from 1 on: from the noon of its arrival to the noon of its departure. */
export function columnsOf({ arrival, departure }: StayBar, { from, to }: DayRange): { start: number; end: number } {
  const last = 2 * datesIn({ from, to }).length + 1;
  const noon = (date: string) => 2 * (datesIn({ from, to: date }).length - 1) + 2;
  const start = arrival < from ? 1 : noon(arrival);
  const end = departure > to ? last : noon(departure);
  return { start, end: Math.max(end, start + 1) };
}

/** Who comes, who leaves and who stays on a day. */
export interface BoardingDay {
  arrivals: DiaryAppointment[];
  departures: DiaryAppointment[];
  staying: DiaryAppointment[];
}

export function boardingDay(diary: Diary, date: string, time: TimeSettings): BoardingDay {
  const stays = staysOf({ ...diary, holds: [] });
  const arrivals = stays.filter(({ starts_at }) => dateOf(starts_at, time) === date);
  const departures = stays.filter((row) => dateOf(shownEnd(row), time) === date);
  const staying = stays.filter((row) => dateOf(row.starts_at, time) < date && dateOf(shownEnd(row), time) > date);
  return { arrivals, departures, staying };
}

/** Names of the kennels of a stay. */
export function kennelNames({ lines }: DiaryAppointment, diary: Diary): string {
  const ids = new Set(lines.flatMap(({ resource_ids }) => resource_ids));
  return resourceColumns({ ...diary, resources: kennelsOf(diary) })
    .filter(({ id }) => ids.has(id))
    .map(({ title }) => title)
    .join(', ');
}
