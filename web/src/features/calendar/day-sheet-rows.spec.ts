import { sheetParts } from './day-sheet-rows.ts';
import type { Diary } from './diary-merge.ts';

const line = (staff_id: string | null, from: string, to: string, add_ons: string[] = []) => ({
  staff_id,
  add_ons,
  starts_at: `2026-03-02T${from}:00.000Z`,
  ends_at: `2026-03-02T${to}:00.000Z`,
});

const visit = (_id: string, lines: object[], fields: object = {}) => ({
  _id,
  nights: null,
  status: 'confirmed',
  warnings: [],
  pending_on: [],
  lines,
  ...fields,
});

const diary = (...appointments: object[]): Diary =>
  ({
    appointments,
    time_off: [
      { staff_id: 'ana', status: 'approved', reason: 'Lunch' },
      { staff_id: 'ana', status: 'requested', reason: 'Dentist' },
    ],
    staff: [
      { _id: 'ana', name: 'Ana', windows: [{}] },
      { _id: 'bia', name: 'Bia', windows: [] },
      { _id: 'caio', name: 'Caio', windows: [] },
    ],
  }) as unknown as Diary;

const idsOf = (parts: ReturnType<typeof sheetParts>) =>
  parts.map(({ person, visits }) => [person?.name ?? null, visits.map(({ row }) => row._id)]);

describe('sheetParts', () => {
  it('lists each person who works or has a visit, and visits that need nobody last', () => {
    const late = visit('late', [line('ana', '15:00', '16:00')]);
    const early = visit('early', [line('ana', '09:00', '10:00')]);
    const both = visit('both', [line('ana', '11:00', '12:00', ['nails']), line('bia', '12:00', '13:00')]);
    const alone = visit('alone', [line(null, '10:00', '11:00')]);
    const parts = sheetParts(diary(late, early, both, alone));
    expect(idsOf(parts)).toEqual([
      ['Ana', ['early', 'both', 'late']],
      ['Bia', ['both']],
      [null, ['alone']],
    ]);
    expect(parts[1]?.visits[0]).toMatchObject({ starts_at: '2026-03-02T12:00:00.000Z', addOns: [] });
    expect(parts[0]?.visits[1]?.addOns).toEqual(['nails']);
    expect(parts[0]?.timesOff.map(({ reason }) => reason)).toEqual(['Lunch']);
  });

  it('leaves out stays and customers who did not come, and names missing gates once', () => {
    const rabies = { kind: 'vaccination', name: 'Rabies', pet_id: 'p1' };
    const missing = visit('v', [line('ana', '09:00', '10:00')], { warnings: [rabies], pending_on: [rabies] });
    const stay = visit('stay', [line('ana', '09:00', '10:00')], { nights: 2 });
    const missed = visit('missed', [line('ana', '09:00', '10:00')], { status: 'no_show' });
    const parts = sheetParts(diary(missing, stay, missed));
    expect(idsOf(parts)).toEqual([['Ana', ['v']]]);
    expect(parts[0]?.visits[0]?.gates).toEqual(['Rabies']);
  });

  it('ends a visit at its early pick-up', () => {
    const early = visit('early', [line('ana', '09:00', '10:00')], { completed_at: '2026-03-02T09:30:00.000Z' });
    expect(sheetParts(diary(early))[0]?.visits[0]?.ends_at).toBe('2026-03-02T09:30:00.000Z');
  });
});
