import { readFlowFile } from './flow-file.ts';
import { end, graphOf, linksOf, trigger } from './sample-graphs.ts';

describe('a file with a flow', () => {
  it('gives the name and the graph', () => {
    const graph = graphOf([trigger('t'), end('e')], 't/next>e');
    const read = readFlowFile(JSON.stringify({ kind: 'petbuddy-flow-file', name: 'Menu', graph }));
    expect([read?.name, read && linksOf(read.graph)]).toEqual(['Menu', ['t/next>e']]);
  });

  it.each([
    '',
    '[]',
    '{"name":"x","graph":{"nodes":[]}}',
    '{"kind":"petbuddy-flow-file","name":"x","graph":{"nodes":1}}',
  ])('is not read from %s', (text) => expect(readFlowFile(text)).toBeNull());
});
