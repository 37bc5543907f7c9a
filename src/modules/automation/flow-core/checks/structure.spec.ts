import { graphOf } from '../../../../../test/builders/flow-graphs.js';
import { ask, end, found, KNOWN, message, start } from '../../../../../test/support/flow-checks.js';
import { type FlowGraph, type ProblemCode } from '../index.js';
import { Ways } from './problem.js';
import { structureProblems } from './structure.js';

it.each<[ProblemCode, string, FlowGraph, string[]]>([
  ['NO_TRIGGER', 'nothing starts the flow', graphOf({ n: end }, []), ['NO_TRIGGER']],
  ['UNREACHABLE_NODE', 'no edge leads there', graphOf({ start, n: end }, []), ['UNREACHABLE_NODE n']],
  [
    'UNREACHABLE_NODE',
    'a message after a hand-off',
    graphOf({ start, n: { type: 'action', data: { action: 'hand_off' } }, m: message('Hi') }, [
      'start.next > n',
      'n.ok > m',
    ]),
    ['UNREACHABLE_NODE m'],
  ],
  ['DANGLING_EDGE', 'an edge to nowhere', graphOf({ start }, ['start.next > gone']), ['DANGLING_EDGE start']],
  [
    'DANGLING_EDGE',
    'an edge from nowhere',
    graphOf({ start, n: end }, ['start.next > n', 'gone.next > n']),
    ['DANGLING_EDGE n'],
  ],
  ['DANGLING_EDGE', 'both', graphOf({ start }, ['gone.next > away']), ['DANGLING_EDGE']],
  [
    'DANGLING_EDGE',
    'a wrong outlet',
    graphOf({ start, n: end }, ['start.next > n', 'start.true > n']),
    ['DANGLING_EDGE start'],
  ],
  [
    'DUPLICATE_ID',
    'of nodes',
    { ...graphOf({ start }, []), nodes: [...graphOf({ start }, []).nodes, ...graphOf({ start }, []).nodes] },
    ['DUPLICATE_ID start'],
  ],
  [
    'DUPLICATE_ID',
    'of edges',
    {
      ...graphOf({ start, n: end }, ['start.next > n']),
      edges: ['next', 'next'].flatMap(() => graphOf({ start, n: end }, ['start.next > n']).edges),
    },
    ['DUPLICATE_ID start', 'TWO_EDGES_AT_OUTLET start'],
  ],
  [
    'TWO_EDGES_AT_OUTLET',
    'two ways',
    graphOf({ start, n: end, m: end }, ['start.next > n', 'start.next > m']),
    ['TWO_EDGES_AT_OUTLET start'],
  ],
  [
    'EDGE_INTO_TRIGGER',
    'back to the start',
    graphOf({ start, n: ask() }, ['start.next > n', 'n.next > start']),
    ['EDGE_INTO_TRIGGER start'],
  ],
  [
    'CYCLE_WITHOUT_WAIT',
    'a message without buttons',
    graphOf({ start, n: message('Hi'), m: message('Hi') }, ['start.next > n', 'n.next > m', 'm.next > n']),
    ['CYCLE_WITHOUT_WAIT n'],
  ],
  [
    'CYCLE_WITHOUT_WAIT',
    'an error that repeats',
    graphOf({ start, n: { type: 'action', data: { action: 'assign', user_id: KNOWN } } }, [
      'start.next > n',
      'n.error > n',
    ]),
    ['CYCLE_WITHOUT_WAIT n'],
  ],
  [
    'MISSING_ERROR_OUTLET',
    'a call',
    graphOf({ start, n: { type: 'action', data: { action: 'api_call', method: 'GET', url: 'https://x.test' } } }, [
      'start.next > n',
    ]),
    ['MISSING_ERROR_OUTLET n'],
  ],
])('%s: %s', (_code, _what, graph, expected) => {
  expect(found(graph)).toEqual(expected);
});

it('looks at the ways of each node a few times only, also in one large cycle', () => {
  class CountedWays extends Ways {
    looks = 0;
    override next(id: string): readonly string[] {
      this.looks++;
      return super.next(id);
    }
  }
  const ids = Array.from({ length: 298 }, (_, index) => `n${index}`);
  const nodes = Object.fromEntries(ids.map((id) => [id, message('Hi')]));
  const edges = ids.map((id, index) => `${id}.next > ${ids[(index + 1) % ids.length]}` as const);
  const graph = graphOf({ start, ...nodes }, ['start.next > n0', ...edges]);
  const ways = new CountedWays(graph);
  expect(structureProblems(graph, ways)).toMatchObject([{ code: 'CYCLE_WITHOUT_WAIT', node_id: 'n0' }]);
  expect(ways.looks).toBeLessThan(5 * ids.length);
});

it('finds each of two cycles, and one cycle in another one once', () => {
  const hi = message('Hi');
  const edges = ['start.next > a', 'a.next > b', 'b.next > a', 'c.next > d', 'd.next > c', 'c.error > e', 'e.next > d'];
  const graph = graphOf({ start, a: hi, b: hi, c: hi, d: hi, e: hi }, edges);
  const codes = structureProblems(graph, new Ways(graph)).filter(({ code }) => code === 'CYCLE_WITHOUT_WAIT');
  expect(codes.map(({ node_id }) => node_id)).toEqual(['a', 'c']);
});
