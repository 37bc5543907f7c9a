import { readingOrder } from './reading-order.ts';
import { end, graphOf, message, tag, trigger } from './sample-graphs.ts';

const words = (...given: Parameters<typeof graphOf>): string[] =>
  readingOrder(graphOf(...given)).map((line) =>
    line.kind === 'node'
      ? `${'  '.repeat(line.depth)}${line.node.id}${line.isReachable ? '' : ' (not reached)'}`
      : `${'  '.repeat(line.depth)}- ${line.outlet}${line.target ? ` > ${line.target.id}` : ''}`,
  );

describe('the reading order of a flow', () => {
  it('indents what follows one of several outlets', () => {
    const nodes = [trigger('t'), message('m', 'Book', 'Prices'), tag('a'), end('e')];
    expect(words(nodes, 't/next>m', 'm/choice-1>a', 'm/choice-2>e', 'a/ok>e')).toEqual([
      't',
      '- next > m',
      'm',
      '- choice-1 > a',
      '  a',
      '  - ok > e',
      '    e',
      '  - error',
      '- choice-2 > e',
      '- next',
    ]);
  });

  it('ends at a node that was shown, in a loop too', () => {
    expect(words([trigger('t'), message('m')], 't/next>m', 'm/next>m')).toEqual(['t', '- next > m', 'm', '- next > m']);
  });

  it('ends with the nodes that no trigger reaches', () => {
    const lines = words([end('loose'), message('a'), message('b'), trigger('t')], 'a/next>b', 'b/next>a');
    expect(lines.filter((line) => !line.startsWith('-'))).toEqual([
      't',
      'loose (not reached)',
      'a (not reached)',
      'b (not reached)',
    ]);
  });
});
