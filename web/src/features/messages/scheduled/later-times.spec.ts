import { laterTime } from './later-times.ts';

const BRAZIL = { zone: 'America/Sao_Paulo', locale: 'pt-BR' };
const NOON = Date.parse('2026-03-03T15:00:00Z');

describe('the times at which a reply can be sent later', () => {
  it('are by the clock of the company', () => {
    expect(laterTime('hour', BRAZIL, NOON)).toBe('2026-03-03T16:00:00.000Z');
    expect(laterTime('evening', BRAZIL, NOON)).toBe('2026-03-03T21:00:00.000Z');
    expect(laterTime('tomorrow', BRAZIL, NOON)).toBe('2026-03-04T12:00:00.000Z');
  });

  it('do not include an evening that is over', () => {
    expect(laterTime('evening', BRAZIL, Date.parse('2026-03-03T21:00:00Z'))).toBeNull();
  });
});
