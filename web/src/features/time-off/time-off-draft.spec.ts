import { type TimeOffDraft, timeOffFields } from './time-off-draft.ts';

const SAO_PAULO = { zone: 'America/Sao_Paulo', locale: 'en' };
const LISBON = { zone: 'Europe/Lisbon', locale: 'en' };
const DRAFT: TimeOffDraft = {
  ...{ staff_id: 'ana', first: '2026-03-28', last: '2026-03-29', isWholeDay: true, from: '12:00', to: '13:30' },
  ...{ reason: ' ', weeklyUntil: '' },
};

describe('time off for the API', () => {
  it('covers whole days of the company, also over a clock change', () => {
    expect(timeOffFields(DRAFT, SAO_PAULO)).toMatchObject({
      ...{ starts_at: '2026-03-28T03:00:00.000Z', ends_at: '2026-03-30T03:00:00.000Z', reason: null, repeat: null },
    });
    expect(timeOffFields(DRAFT, LISBON)).toMatchObject({
      ...{ starts_at: '2026-03-28T00:00:00.000Z', ends_at: '2026-03-29T23:00:00.000Z' },
    });
  });

  it('covers hours of the first day, and of the night after it', () => {
    const hours = { ...DRAFT, isWholeDay: false, weeklyUntil: '2026-12-31' };
    expect(timeOffFields(hours, SAO_PAULO)).toMatchObject({
      ...{ starts_at: '2026-03-28T15:00:00.000Z', ends_at: '2026-03-28T16:30:00.000Z' },
      repeat: { weekly: true, until: '2026-12-31' },
    });
    expect(timeOffFields({ ...hours, from: '22:00', to: '06:00' }, SAO_PAULO).ends_at).toBe('2026-03-29T09:00:00.000Z');
  });
});
