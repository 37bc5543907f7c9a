import type { FlowNode } from './flow-graph.ts';
import {
  addNode,
  changeData,
  connect,
  copyOf,
  disconnect,
  freePlace,
  moveNodes,
  paste,
  refusalOf,
  removeChoice,
  removeNodes,
} from './graph-edits.ts';
import { end, graphOf, linksOf, message, tag, trigger } from './sample-graphs.ts';

const welcome = () =>
  graphOf(
    [trigger('t'), message('m', 'Book', 'Prices'), end('e'), tag('a')],
    't/next>m',
    'm/choice-1>a',
    'm/choice-2>e',
    'a/ok>e',
  );

describe('an edit of the graph', () => {
  it('adds a node after an outlet and keeps the way on', () => {
    const graph = addNode(welcome(), tag('new'), { source: 'm', outlet: 'choice-2' });
    expect(linksOf(graph)).toEqual(['a/ok>e', 'm/choice-1>a', 'm/choice-2>new', 'new/ok>e', 't/next>m']);
  });

  it('adds an end after an outlet, which ends the way', () => {
    const graph = addNode(welcome(), end('new'), { source: 'm', outlet: 'choice-2' });
    expect(linksOf(graph)).toContain('m/choice-2>new');
    expect(linksOf(graph)).not.toContain('m/choice-2>e');
  });

  it('adds no node beyond the limit of the API', () => {
    const full = graphOf(Array.from({ length: 300 }, (_, index) => end(`e${index}`)));
    expect(addNode(full, end('more'))).toBe(full);
  });

  it('draws one edge for each outlet', () => {
    const graph = connect(welcome(), { source: 'm', outlet: 'choice-1' }, 'e');
    expect(linksOf(graph).filter((link) => link.startsWith('m/choice-1'))).toEqual(['m/choice-1>e']);
  });

  it.each([
    ['into a trigger', 'm', 'next', 't', 'into_trigger'],
    ['from a node without a wait to itself', 'a', 'ok', 'a', 'self'],
    ['from an outlet that the node does not have', 'm', 'choice-3', 'e', 'unknown'],
    ['to a node that does not exist', 'm', 'next', 'x', 'unknown'],
    ['from a question to itself, which is a new try', 'm', 'choice-1', 'm', null],
  ] as const)('refuses an edge %s', (_what, source, outlet, target, refusal) => {
    const graph = welcome();
    expect(refusalOf(graph, { source, outlet }, target)).toBe(refusal);
    if (refusal !== null) expect(connect(graph, { source, outlet }, target)).toBe(graph);
  });

  it('takes an edge away', () => {
    expect(linksOf(disconnect(welcome(), { source: 'a', outlet: 'ok' }))).not.toContain('a/ok>e');
  });

  it('bridges a removed node that had one way out', () => {
    expect(linksOf(removeNodes(welcome(), ['a']))).toEqual(['m/choice-1>e', 'm/choice-2>e', 't/next>m']);
  });

  it('removes several nodes with all their edges', () => {
    const graph = removeNodes(welcome(), ['m', 'a']);
    expect(graph.nodes.map(({ id }) => id)).toEqual(['t', 'e']);
    expect(linksOf(graph)).toEqual([]);
  });

  it('moves nodes to whole numbers', () => {
    const graph = moveNodes(welcome(), new Map([['m', { x: 10.4, y: -3.6 }]]));
    expect(graph.nodes.find(({ id }) => id === 'm')?.position).toEqual({ x: 10, y: -4 });
    expect(graph.nodes.find(({ id }) => id === 'e')?.position).toEqual({ x: 680, y: 0 });
  });

  it('drops the edges of outlets that the content no longer has', () => {
    const graph = changeData(welcome(), 'm', { text: 'Hi', buttons: [{ label: 'Book' }] });
    expect(linksOf(graph)).toEqual(['a/ok>e', 'm/choice-1>a', 't/next>m']);
  });

  it('keeps the edges of later choices at their labels', () => {
    const graph = removeChoice(welcome(), 'm', 0);
    expect(graph.nodes.find(({ id }) => id === 'm')?.data).toMatchObject({ buttons: [{ label: 'Prices' }] });
    expect(linksOf(graph)).toEqual(['a/ok>e', 'm/choice-1>e', 't/next>m']);
  });

  it('leaves no empty list behind the last choice', () => {
    const graph = removeChoice(removeChoice(welcome(), 'm', 1), 'm', 0);
    expect(graph.nodes.find(({ id }) => id === 'm')?.data).toEqual({ text: 'Hello from m' });
  });

  it('pastes a copy under new ids, with the edges between the copied nodes', () => {
    const graph = welcome();
    let last = 0;
    const { graph: pasted, ids } = paste(graph, copyOf(graph, ['m', 'a']), () => `new${++last}`);
    expect(ids).toEqual(['new1', 'new2']);
    expect(linksOf(pasted)).toEqual([...linksOf(graph), 'new1/choice-1>new2'].sort());
    const [original, copy] = ['m', 'new1'].map((id) => pasted.nodes.find((node) => node.id === id)) as FlowNode[];
    expect(copy?.data).toEqual(original?.data);
    expect(copy?.data).not.toBe(original?.data);
    expect(copy?.position).not.toEqual(original?.position);
  });

  it('puts the upper left corner of a paste where it is wanted', () => {
    const part = copyOf(welcome(), ['m', 'a']);
    const { graph } = paste(graphOf([]), part, () => `n${Math.floor(part.nodes.length)}`, { x: 1000, y: 500 });
    expect(graph.nodes.map(({ position }) => position)).toEqual([
      { x: 1000, y: 500 },
      { x: 1340, y: 800 },
    ]);
  });

  it('finds a place for a node that covers no other', () => {
    const graph = welcome();
    const place = freePlace(graph, { source: 'm', outlet: 'choice-1' });
    const isFree = graph.nodes.every(
      ({ position: { x, y } }) => Math.abs(x - place.x) >= 260 || Math.abs(y - place.y) >= 110,
    );
    expect([place.x, isFree]).toEqual([680, true]);
  });
});
