import { pathOf, stepsOf } from './run-steps.ts';
import type { StepLog } from './run-types.ts';

const line = (step: number, node_id: string, outlet: string | null, note: string | null = null): StepLog => ({
  step,
  node_id,
  type: 'message',
  at: `2026-11-29T12:00:0${step}.000Z`,
  outlet,
  note,
});

const log = [
  line(1, 'start', 'next', 'menu'),
  line(2, 'ask', null, 'Which pet?'),
  { ...line(2, 'ask', 'next', 'Rex'), at: '2026-11-29T12:05:00.000Z' },
  line(3, 'tag', 'error'),
  line(4, 'ask', null, 'Which pet?'),
];
const effects = [
  { step: 2, kind: 'send', status: 'done', at: '2026-11-29T12:00:02.000Z', error: null },
  {
    step: 3,
    kind: 'tag',
    status: 'failed',
    at: '2026-11-29T12:00:03.000Z',
    error: { code: 'NOT_FOUND', message: 'Gone' },
  },
] as const;

it('makes one step of the lines of a step that waited', () => {
  const steps = stepsOf({ log, effects: [...effects] });
  expect(steps.map(({ number, nodeId, outlet, notes }) => [number, nodeId, outlet, notes])).toEqual([
    [1, 'start', 'next', ['menu']],
    [2, 'ask', 'next', ['Which pet?', 'Rex']],
    [3, 'tag', 'error', []],
    [4, 'ask', null, ['Which pet?']],
  ]);
  expect(steps[1]).toMatchObject({ startedAt: '2026-11-29T12:00:02.000Z', endedAt: '2026-11-29T12:05:00.000Z' });
  expect(steps[2]?.effects).toEqual([effects[1]]);
  expect(steps[3]?.endedAt).toBeNull();
});

it('numbers the visits of each node up to a step', () => {
  const steps = stepsOf({ log, effects: [] });
  const { visits, taken, current } = pathOf(steps, 4);
  expect(visits).toEqual(
    new Map([
      ['start', [1]],
      ['ask', [2, 4]],
      ['tag', [3]],
    ]),
  );
  expect([...taken]).toEqual(['start/next', 'ask/next', 'tag/error']);
  expect(current).toBe('ask');
});

it('does not show the way out of a step before the next step is shown', () => {
  const steps = stepsOf({ log, effects: [] });
  expect([...pathOf(steps, 1).taken]).toEqual([]);
  expect([...pathOf(steps, 2).taken]).toEqual(['start/next']);
  expect(pathOf(steps, 0)).toEqual({ visits: new Map(), taken: new Set(), current: undefined });
});
