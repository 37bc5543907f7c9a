import type { Diary, DiaryAppointment } from './diary-merge.ts';
import { keepNewer, mergeIntoDiary } from './diary-merge.ts';
import { backgroundEvents, isDraggable, NOBODY, shownHours, staffColumns, visitEvents } from './grid-events.ts';

const TIME = { zone: 'America/Sao_Paulo', locale: 'en' };
const DAY = { from: '2026-03-02', to: '2026-03-02' };
const PERIOD = { start: '2026-03-02T03:00:00.000Z', end: '2026-03-03T03:00:00.000Z' };
const NOW = Date.parse('2026-03-02T10:00:00Z');

const line = (fields: object) => ({
  staff_id: 'ana',
  starts_at: '2026-03-02T12:00:00.000Z',
  ends_at: '2026-03-02T13:00:00.000Z',
  resource_ids: ['table'],
  ...fields,
});

const visit = (fields: object = {}): DiaryAppointment =>
  ({
    _id: 'v1',
    status: 'confirmed',
    starts_at: '2026-03-02T12:00:00.000Z',
    ends_at: '2026-03-02T13:00:00.000Z',
    expires_at: null,
    completed_at: null,
    overbook: null,
    staff_id: 'ana',
    service_id: 's1',
    service_name: 'Bath',
    contact_id: 'c1',
    contact: { _id: 'c1', full_name: 'Mia' },
    pet_ids: ['p1'],
    pets: [{ _id: 'p1', name: 'Luna' }],
    lines: [line({})],
    nights: null,
    version: 1,
    ...fields,
  }) as unknown as DiaryAppointment;

const diary = (fields: Partial<Diary> = {}): Diary => ({
  time_zone: TIME.zone,
  appointments: [],
  holds: [],
  staff: [
    {
      _id: 'ana',
      name: 'Ana',
      windows: [
        { starts_at: '2026-03-02T12:00:00.000Z', ends_at: '2026-03-02T15:00:00.000Z' },
        { starts_at: '2026-03-02T16:00:00.000Z', ends_at: '2026-03-02T21:00:00.000Z' },
      ],
    },
    { _id: 'bia', name: 'Bia', windows: [] },
  ],
  resources: [],
  time_off: [],
  closures: [],
  ...fields,
});

describe('the columns of a day', () => {
  it('are those who work or have an appointment, and nobody where a visit needs no person', () => {
    expect(staffColumns(diary()).map(({ id }) => id)).toEqual(['ana']);
    const busy = diary({
      appointments: [visit({ lines: [line({ staff_id: 'bia' })] }), visit({ lines: [line({ staff_id: null })] })],
    });
    expect(staffColumns(busy).map(({ id }) => id)).toEqual(['ana', 'bia', NOBODY]);
    expect(staffColumns(busy, ['bia']).map(({ id }) => id)).toEqual(['bia']);
  });

  it('have a block for each person of a visit, with the time of this person', () => {
    const later = { starts_at: '2026-03-02T13:00:00.000Z', ends_at: '2026-03-02T14:00:00.000Z' };
    const both = visit({ ends_at: later.ends_at, lines: [line({}), line({ staff_id: 'bia', ...later })] });
    expect(visitEvents(diary({ appointments: [both] }), 'staff', TIME)).toMatchObject([
      { id: 'v1|ana', start: both.starts_at, end: '2026-03-02T13:00:00.000Z' },
      { id: 'v1|bia', start: later.starts_at, end: later.ends_at },
    ]);
    expect([isDraggable(both), isDraggable(visit()), isDraggable(visit({ status: 'completed' }))]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('show a stay as whole days', () => {
    const stay = visit({ nights: 2, ends_at: '2026-03-04T15:00:00.000Z' });
    const [block] = visitEvents(diary({ appointments: [stay] }), 'staff', TIME);
    expect(block).toMatchObject({ isWholeDay: true, start: '2026-03-02', end: '2026-03-05' });
  });

  it('are closed outside of the working times', () => {
    const closed = backgroundEvents(diary(), [{ id: 'ana', title: 'Ana' }], DAY, TIME).filter(
      ({ columnId }) => columnId === 'ana',
    );
    expect(closed.map(({ start, end }) => [start, end])).toEqual([
      [PERIOD.start, '2026-03-02T12:00:00.000Z'],
      ['2026-03-02T15:00:00.000Z', '2026-03-02T16:00:00.000Z'],
      ['2026-03-02T21:00:00.000Z', PERIOD.end],
    ]);
    expect(shownHours(diary(), TIME)).toEqual({ min: '08:00', max: '19:00' });
  });
});

describe('a changed appointment in a loaded diary', () => {
  it('replaces an older version and keeps the names', () => {
    const before = diary({ appointments: [visit()] });
    const { diary: after, lacksNames } = mergeIntoDiary(
      before,
      visit({ version: 2, notes: 'shy', contact: null }),
      PERIOD,
      NOW,
    );
    expect(after.appointments).toMatchObject([
      { version: 2, notes: 'shy', contact: { full_name: 'Mia' }, pets: [{ name: 'Luna' }] },
    ]);
    expect(lacksNames).toBe(false);
    expect(mergeIntoDiary(after, visit({ version: 1 }), PERIOD, NOW).diary).toBe(after);
  });

  it('leaves when it is cancelled, moves to another day, or its hold expires', () => {
    const before = diary({ appointments: [visit()] });
    for (const gone of [
      { status: 'cancelled' },
      { starts_at: PERIOD.end, ends_at: '2026-03-03T13:00:00.000Z' },
      { status: 'held', expires_at: '2026-03-02T09:00:00.000Z' },
    ])
      expect(mergeIntoDiary(before, visit({ version: 2, ...gone }), PERIOD, NOW).diary.appointments).toEqual([]);
  });

  it('asks for names that no row has', () => {
    const other = visit({ _id: 'v2', contact_id: 'c2', pet_ids: ['p2'], service_id: 's2' });
    expect(mergeIntoDiary(diary(), other, PERIOD, NOW).lacksNames).toBe(true);
  });

  it('survives an older answer', () => {
    const known = diary({ appointments: [visit({ version: 3 })] });
    expect(keepNewer(diary({ appointments: [visit()] }), known, PERIOD.start).appointments).toMatchObject([
      { version: 3 },
    ]);
  });
});
