import { boardingDay, columnsOf, freePlaces, kennelRows } from './boarding-rows.ts';
import { type Diary, type DiaryAppointment, keepNewer } from './diary-merge.ts';

const TIME = { zone: 'America/Sao_Paulo', locale: 'en' };
const RANGE = { from: '2026-03-02', to: '2026-03-05' };

const at = (date: string, time = '12:00'): string => new Date(`${date}T${time}:00-03:00`).toISOString();

const line = (pet_id: string, kennel: string) => ({ pet_id, resource_ids: [kennel] });

const stay = (from: string, to: string, fields: object = {}): DiaryAppointment =>
  ({
    _id: `${from}-${to}`,
    status: 'confirmed',
    starts_at: at(from, '14:00'),
    ends_at: at(to, '11:00'),
    completed_at: null,
    nights: 1,
    contact: { full_name: 'Mia' },
    pets: [{ _id: 'p1', name: 'Luna' }],
    lines: [line('p1', 'k1')],
    ...fields,
  }) as unknown as DiaryAppointment;

const kennel = (_id: string, name: string, fields: object = {}) =>
  ({ _id, name, type_name: 'Kennel', cell: 'night', capacity: 1, ...fields }) as Diary['resources'][number];

const diary = (...appointments: DiaryAppointment[]): Diary =>
  ({
    appointments,
    holds: [],
    resources: [
      kennel('k10', 'Kennel 10'),
      kennel('k1', 'Kennel 1'),
      kennel('pool', 'Big room', { capacity: 3, type_name: 'Room' }),
      kennel('table', 'Table 1', { cell: '5min' }),
    ],
  }) as unknown as Diary;

describe('kennelRows', () => {
  it('lists kennels by number and leaves tables out', () => {
    expect(kennelRows(diary(), TIME).map(({ title }) => title)).toEqual(['Big room', 'Kennel 1', 'Kennel 10']);
  });

  it('keeps two stays that meet on one day in one lane, and moves one that overlaps to the next', () => {
    const meets = diary(stay('2026-03-02', '2026-03-03'), stay('2026-03-03', '2026-03-05'));
    const [, kennel1] = kennelRows(meets, TIME);
    expect(kennel1?.lanes).toBe(1);
    const [, crowded] = kennelRows(diary(...meets.appointments, stay('2026-03-02', '2026-03-04')), TIME);
    expect(crowded?.bars.map(({ lane }) => lane)).toEqual([0, 1, 0]);
  });

  it('puts each pet of a visit into its kennel, and a stay without kennel into the last row', () => {
    const pets = [
      { _id: 'p1', name: 'Luna' },
      { _id: 'p2', name: 'Bob' },
    ];
    const two = stay('2026-03-02', '2026-03-04', { pets, lines: [line('p1', 'k1'), line('p2', 'k10')] });
    const rows = kennelRows(diary(two, stay('2026-03-02', '2026-03-03', { lines: [line('p1', 'table')] })), TIME);
    expect(rows.map(({ title, bars }) => [title, bars.map(({ name }) => name)])).toEqual([
      ['Big room', []],
      ['Kennel 1', ['Luna']],
      ['Kennel 10', ['Bob']],
      ['', ['Luna']],
    ]);
  });
});

describe('freePlaces', () => {
  it('counts the places of each night; the night of a departure is free', () => {
    const twoInPool = stay('2026-03-03', '2026-03-04', { lines: [line('p1', 'pool'), line('p2', 'pool')] });
    const rows = kennelRows(diary(stay('2026-03-02', '2026-03-04'), twoInPool), TIME);
    expect(freePlaces(rows, RANGE)).toEqual([4, 2, 5, 5]);
  });

  it('frees the nights after an early pick-up and of customers who did not come', () => {
    const early = stay('2026-03-02', '2026-03-05', { status: 'completed', completed_at: at('2026-03-03') });
    const missed = stay('2026-03-02', '2026-03-05', { status: 'no_show', lines: [line('p1', 'k10')] });
    expect(freePlaces(kennelRows(diary(early, missed), TIME), RANGE)).toEqual([4, 5, 5, 5]);
  });
});

describe('columnsOf', () => {
  const bar = (from: string, to: string) => {
    const [found] = kennelRows(diary(stay(from, to)), TIME).flatMap(({ bars }) => bars);
    return found && columnsOf(found, RANGE);
  };
  it('reaches from the noon of the arrival to the noon of the departure', () => {
    expect(bar('2026-03-02', '2026-03-04')).toEqual({ start: 2, end: 6 });
  });
  it('ends at the edges for stays that reach beyond the shown days', () => {
    expect(bar('2026-02-20', '2026-03-20')).toEqual({ start: 1, end: 9 });
    expect(bar('2026-02-20', '2026-03-02')).toEqual({ start: 1, end: 2 });
  });
});

describe('boardingDay', () => {
  it('says who comes, who leaves and who stays', () => {
    const [comes, leaves, stays] = [
      stay('2026-03-03', '2026-03-04'),
      stay('2026-03-01', '2026-03-03'),
      stay('2026-03-01', '2026-03-05'),
    ];
    expect(boardingDay(diary(comes, leaves, stays), '2026-03-03', TIME)).toEqual({
      arrivals: [comes],
      departures: [leaves],
      staying: [stays],
    });
  });

  it('lets a stay leave on the day of its early pick-up', () => {
    const early = stay('2026-03-01', '2026-03-05', { status: 'completed', completed_at: at('2026-03-03') });
    const partsOn = (date: string) => boardingDay(diary(early), date, TIME);
    expect(partsOn('2026-03-02').staying).toEqual([early]);
    expect(partsOn('2026-03-03')).toEqual({ arrivals: [], departures: [early], staying: [] });
    expect(partsOn('2026-03-05')).toEqual({ arrivals: [], departures: [], staying: [] });
  });
});

describe('keepNewer', () => {
  it('leaves out a stay on the days after its early pick-up', () => {
    const early = stay('2026-03-01', '2026-03-05', { status: 'completed', completed_at: at('2026-03-03') });
    const shownFrom = (date: string) => keepNewer(diary(early), undefined, at(date, '00:00')).appointments;
    expect(shownFrom('2026-03-03')).toEqual([early]);
    expect(shownFrom('2026-03-04')).toEqual([]);
  });
});
