import type { FlowGraph, FlowNode } from '../flow-graph.ts';
import { clockOf, waitMs } from './wait-end.ts';

const position = { x: 0, y: 0 };
const graphOf = (node: FlowNode): FlowGraph => ({ nodes: [node], edges: [] });
const waiting = { path: [{ node_id: 'here', outlet: null }], stop_reason: null };

it.each<[string, FlowNode, number]>([
  ['a delay', { id: 'here', position, type: 'delay', data: { minutes: 5 } }, 5],
  [
    'a question',
    { id: 'here', position, type: 'ask', data: { text: 'Who?', variable: 'who', answer: 'text', timeout_min: 30 } },
    30,
  ],
  [
    'a question without a limit',
    { id: 'here', position, type: 'ask', data: { text: 'Who?', variable: 'who', answer: 'text' } },
    1440,
  ],
])('knows how long %s waits', (_, node, minutes) => {
  expect(waitMs(graphOf(node), waiting)).toBe(minutes * 60_000);
});

it('knows that nothing waits', () => {
  const graph = graphOf({ id: 'here', position, type: 'delay', data: { minutes: 5 } });
  expect(waitMs(graph, { ...waiting, stop_reason: 'finished' })).toBeNull();
  expect(waitMs(graph, { ...waiting, path: [{ node_id: 'here', outlet: 'next' }] })).toBeNull();
  expect(waitMs(graph, { ...waiting, path: [] })).toBeNull();
});

it('has a clock that stands at the newest time', () => {
  const jumps = [{ at: '2026-11-30T12:00:00.000Z' }, {}];
  expect(clockOf('2026-11-29T12:00:00.000Z', jumps, undefined)).toBe(Date.parse('2026-11-30T12:00:00.000Z'));
});
