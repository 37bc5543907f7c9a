import { failuresOf } from './scenario-failures.ts';
import type { Simulation } from './simulation-types.ts';

const at = '2026-11-29T12:00:00.000Z';
const played: Simulation = {
  transcript: [
    { from: 'customer', text: 'Good morning', choices: [], at, node_id: null },
    { from: 'flow', text: 'Hello, Maria', choices: [], at, node_id: 'hello' },
  ],
  effects: [],
  path: [{ node_id: 'hello', outlet: null }],
  coverage: { nodes: { visited: 1, all: 2 }, outlets: { taken: 0, all: 1 } },
  stop_reason: null,
};

it('finds nothing where the flow does what it must', () => {
  expect(failuresOf({ says: ['Hello'], must_visit: ['hello'], stop_reason: null }, played)).toEqual([]);
  expect(failuresOf({}, played)).toEqual([]);
});

it('names each difference; words of the customer do not count', () => {
  expect(failuresOf({ says: ['Good morning'], must_visit: ['end'], stop_reason: 'finished' }, played)).toEqual([
    { kind: 'not_visited', nodeId: 'end' },
    { kind: 'not_said', text: 'Good morning' },
    { kind: 'ended', expected: 'finished', actual: null },
  ]);
});
