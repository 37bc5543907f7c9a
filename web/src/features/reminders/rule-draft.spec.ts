import { draftOf, fieldsOf, timeOf } from './rule-draft.ts';

const TEXT = { en: 'Hi {{pet.name}}' };
const BASE = { service_ids: [], text: TEXT, channels: ['message' as const], active: true, template: null };

describe('a rule in a form', () => {
  it.each([
    [{ minutes_before: 1_440 }, { amount: 24, unit: 'hours' }],
    [{ minutes_before: 120 }, { amount: 2, unit: 'hours' }],
    [{ minutes_before: 90 }, { amount: 90, unit: 'minutes' }],
    [{ minutes_before: 14 * 1_440 }, { amount: 14, unit: 'days' }],
    [{ days_after: 42 }, { amount: 42, unit: 'days' }],
    [{ hours_after: 3 }, { amount: 3, unit: 'hours' }],
  ])('shows %j as %j', (time, shown) => {
    expect(timeOf(time)).toEqual(shown);
  });

  it.each([
    { kind: 'reminder' as const, minutes_before: 120, days_after: null, hours_after: null, once_per_months: null },
    {
      kind: 'vaccination' as const,
      minutes_before: 20_160,
      days_after: null,
      hours_after: null,
      once_per_months: null,
    },
    { kind: 'rebook' as const, minutes_before: null, days_after: 42, hours_after: null, once_per_months: null },
    { kind: 'review' as const, minutes_before: null, days_after: null, hours_after: 3, once_per_months: 6 },
  ])('is saved as it was read: $kind', (rule) => {
    expect(fieldsOf(draftOf({ ...rule, ...BASE }))).toEqual({ ...rule, ...BASE });
  });
});
