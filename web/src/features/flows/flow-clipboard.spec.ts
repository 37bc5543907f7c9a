import { fromText, readGraph, toText } from './flow-clipboard.ts';
import { end, graphOf, linksOf, message } from './sample-graphs.ts';

describe('copied nodes', () => {
  it('come back as they were', () => {
    const part = graphOf([message('m'), end('e')], 'm/next>e');
    expect(fromText(toText(part))).toEqual(part);
  });

  it.each(['hello', '{}', '{"nodes":[]}', '{"kind":"petbuddy-flow","nodes":[{"id":1}]}'])(
    'are not read from %s',
    (text) => expect(fromText(text)).toBeNull(),
  );

  it('leave out edges to nodes that were not copied', () => {
    const { nodes, edges } = graphOf([message('m')], 'm/next>gone', 'm/ok>m', 'm/next>m');
    expect(linksOf(readGraph({ nodes, edges })!)).toEqual(['m/next>m']);
  });
});
