import { asVariableName, preview, variablesBefore } from './flow-variables.ts';
import type { FlowNode } from './flow-graph.ts';
import { end, graphOf, trigger } from './sample-graphs.ts';

const ask = (id: string, variable: string): FlowNode => ({
  id,
  position: { x: 0, y: 0 },
  type: 'ask',
  data: { text: '?', variable, answer: 'text' },
});

describe('the variables of a flow', () => {
  it('are those that the nodes before have set', () => {
    const graph = graphOf(
      [trigger('t'), ask('a', 'pet'), ask('b', 'day'), end('e'), ask('c', 'later')],
      't/next>a',
      'a/next>b',
      'b/next>e',
      'e/next>c',
    );
    expect(variablesBefore(graph, 'e')).toEqual(['day', 'pet']);
    expect(variablesBefore(graph, 'a')).toEqual([]);
  });

  it('include the node itself in a loop', () => {
    expect(variablesBefore(graphOf([ask('a', 'pet')], 'a/next>a'), 'a')).toEqual(['pet']);
  });

  it('are shown by an example, their default or their name', () => {
    const parts = preview('Hi {{contact.first_name}}, {{ vars.day|soon }} {{vars.x}} {{typo.x}}!', {
      'contact.first_name': 'Ana',
    });
    expect(parts.map(({ text }) => text).join('')).toBe('Hi Ana, soon x typo.x!');
    expect(parts.flatMap((part) => (part.kind === 'value' && !part.isKnown ? [part.text] : []))).toEqual(['typo.x']);
  });

  it.each([
    ['Nome do pet', 'nome_do_pet'],
    ['Ração', 'racao'],
    ['2nd date', 'nd_date'],
    ['', ''],
  ])('get names that the API takes: %s', (typed, name) => expect(asVariableName(typed)).toBe(name));
});
