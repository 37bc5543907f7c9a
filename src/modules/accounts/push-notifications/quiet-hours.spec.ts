import { isQuiet } from './quiet-hours.js';

const ZONE = 'America/Sao_Paulo';

describe('isQuiet', () => {
  it.each([
    ['22:00', '07:00', '21:59', false],
    ['22:00', '07:00', '22:00', true],
    ['22:00', '07:00', '03:00', true],
    ['22:00', '07:00', '07:00', false],
    ['12:00', '13:30', '13:29', true],
    ['12:00', '13:30', '13:30', false],
    ['08:00', '08:00', '20:00', true],
  ])('from %s to %s at %s is %s', (from, to, time, quiet) => {
    expect(isQuiet({ from, to }, new Date(`2026-03-02T${time}:00-03:00`), ZONE)).toBe(quiet);
  });

  it('follows the clock of the company when it is changed', () => {
    const hours = { from: '22:00', to: '07:00' };
    expect(isQuiet(hours, new Date('2026-03-28T06:30:00Z'), 'Europe/Berlin')).toBe(false);
    expect(isQuiet(hours, new Date('2026-03-28T05:30:00Z'), 'Europe/Berlin')).toBe(true);
    expect(isQuiet(hours, new Date('2026-03-29T05:30:00Z'), 'Europe/Berlin')).toBe(false);
  });
});
