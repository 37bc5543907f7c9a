import { aGrid, aQuery, aService, at, cells, someRules } from '../../../../test/support/booking-engine/rules.js';
import { alternativesNear, fitScore, gapsAround, planFor } from './index.js';

const rules = someRules({ services: [aService({ step_min: 30 })] });

describe('alternatives', () => {
  it('returns the nearest offered starts, the earlier of two equal ones first', () => {
    const grid = aGrid(rules, new Map([['staff:ana', [cells('12:00', '13:00')]]]));
    const found = alternativesNear(grid, aQuery(), at('12:00'), 3);
    expect(found.map(({ starts_at }) => starts_at)).toEqual([at('11:00'), at('13:00'), at('10:30')]);
  });

  it('never returns the wanted start, and nothing if nothing is offered', () => {
    const [nearest] = alternativesNear(aGrid(rules), aQuery(), at('12:00'), 1);
    expect(nearest).toEqual({ starts_at: at('11:30'), ends_at: at('12:30'), staff_ids: ['ana'] });
    const full = new Map([['staff:ana', [cells('00:00', '23:00')]]]);
    expect(alternativesNear(aGrid(rules, full), aQuery(), at('12:00'), 3)).toEqual([]);
  });
});

describe('the fit score of a visit', () => {
  it.each([
    [0, 0, 1],
    [0, 20, 0.5],
    [25, 20, 0],
    [30, 90, 1],
  ])('with %d minutes before and %d after is %d', (before, after, score) =>
    expect(fitScore(before, after, 30)).toBe(score),
  );

  it('uses the free time that the plan leaves', () => {
    const grid = aGrid(rules, new Map([['staff:ana', [cells('09:00', '09:10')]]]));
    const answer = planFor(grid, aQuery(), at('09:30'));
    const [leg] = answer.ok ? answer.plan.legs : [];
    expect(gapsAround(grid, 'ana', leg!)).toEqual({ before: 20, after: 390 });
    expect(() => gapsAround(grid, 'zoe', leg!)).toThrow(RangeError);
  });
});
