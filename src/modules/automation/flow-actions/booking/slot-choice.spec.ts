import { chooseSlots } from './slot-choice.js';

const day = (date: string, ...times: string[]) => ({
  date,
  slots: times.map((time) => ({ starts_at: new Date(`${date}T${time}:00Z`), ends_at: new Date(0), staff_ids: [] })),
});
const chosen = (days: ReturnType<typeof day>[], limit: number): string[] =>
  chooseSlots(days, limit).map(({ starts_at }) => starts_at.toISOString().slice(8, 16));

describe('chooseSlots', () => {
  const monday = day('2030-01-07', '09:00', '09:15', '12:00', '15:00', '17:45');
  const tuesday = day('2030-01-08', '10:00', '11:00');
  const wednesday = day('2030-01-09', '16:00');

  it('takes the earliest of each day', () => {
    expect(chosen([monday, day('2030-01-06'), tuesday, wednesday], 3)).toEqual(['07T09:00', '08T10:00', '09T16:00']);
    expect(chosen([monday, tuesday], 1)).toEqual(['07T09:00']);
  });

  it('takes times far apart where there are too few days', () => {
    expect(chosen([monday], 3)).toEqual(['07T09:00', '07T12:00', '07T17:45']);
    expect(chosen([monday, wednesday], 3)).toEqual(['07T09:00', '07T12:00', '09T16:00']);
  });

  it('takes each once, and all if there are few', () => {
    expect(chosen([tuesday, wednesday], 13)).toEqual(['08T10:00', '08T11:00', '09T16:00']);
    expect(chosen([monday], 13)).toHaveLength(5);
    expect(chosen([], 3)).toEqual([]);
  });
});
