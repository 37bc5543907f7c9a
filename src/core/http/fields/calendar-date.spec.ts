import { isCalendarDate } from './calendar-date.js';

describe('isCalendarDate', () => {
  it.each(['2024-02-29', '1999-12-31', '2030-01-01'])('takes %s', (date) => expect(isCalendarDate(date)).toBe(true));

  it.each([
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-1-1',
    '2024-01-32',
    '0024-01-01',
    '2024-01-01T00:00Z',
    20240101,
    null,
    '',
  ])('refuses %s', (date) => expect(isCalendarDate(date)).toBe(false));
});
