import { readFileSync } from 'node:fs';
import { CRASH_POINT_NAMES } from '../../src/core/crash-points/crash-point-names.js';
import { ALL_POINTS, OWN_SUITES } from './plan.ts';

describe('the plan of a chaos run', () => {
  it('has only crash points that its life comes by', () => {
    const prefixes = new Set(ALL_POINTS.map((name) => name.split('.')[0]));
    const reached = ['webhook', 'lane', 'drain', 'identity', 'contact', 'conversation', 'message', 'publisher'];
    expect([...prefixes]).toEqual([...reached, 'outbox', 'receipt', 'echo', 'registration', 'merge']);
  });

  it.each(Object.entries(OWN_SUITES))('leaves every crash point %s* to %s', (prefix, suite) => {
    const source = readFileSync(suite, 'utf8');
    const missing = CRASH_POINT_NAMES.filter((name) => name.startsWith(prefix) && !source.includes(`'${name}'`));
    expect(missing).toEqual([]);
  });
});
