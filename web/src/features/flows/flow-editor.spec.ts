import { FlowEditor } from './flow-editor.ts';
import { end, graphOf, linksOf, message, trigger } from './sample-graphs.ts';

const start = () => new FlowEditor(graphOf([trigger('t'), message('m'), end('e')], 't/next>m', 'm/next>e'));

describe('the editor of a flow', () => {
  it('goes back and forth between the states of the graph', () => {
    const editor = start();
    editor.select(['m']);
    editor.removeSelected();
    editor.select(['e']);
    editor.removeSelected();
    expect(linksOf(editor.graph)).toEqual([]);
    editor.undo();
    expect(linksOf(editor.graph)).toEqual(['t/next>e']);
    editor.undo();
    expect(linksOf(editor.graph)).toEqual(['m/next>e', 't/next>m']);
    editor.undo();
    editor.redo();
    expect(linksOf(editor.graph)).toEqual(['t/next>e']);
  });

  it('undoes what was typed into one field as one step', () => {
    const editor = start();
    for (const text of ['H', 'Hi', 'Hi!']) editor.change('m', { text }, 'text');
    editor.undo();
    expect(editor.graph.nodes.find(({ id }) => id === 'm')?.data).toEqual({ text: 'Hello from m' });
  });

  it('forgets the undone steps after a new change', () => {
    const editor = start();
    editor.change('m', { text: 'A' });
    editor.undo();
    editor.change('m', { text: 'B' });
    editor.redo();
    expect(editor.graph.nodes.find(({ id }) => id === 'm')?.data).toEqual({ text: 'B' });
  });

  it('selects an added node, and nothing that is gone', () => {
    const editor = start();
    const id = editor.add('ask', { source: 'm', outlet: 'next' });
    expect(editor.state.get().nodes).toEqual([id]);
    expect(linksOf(editor.graph)).toEqual([`${id}/next>e`, `m/next>${id}`, 't/next>m'].sort());
    editor.undo();
    expect(editor.state.get().nodes).toEqual([]);
  });

  it('tells of each new graph, not of a selection', () => {
    const editor = start();
    const told: number[] = [];
    editor.onChange(({ nodes }) => told.push(nodes.length));
    editor.select(['m']);
    editor.add('end');
    editor.undo();
    editor.undo();
    expect(told).toEqual([4, 3]);
  });
});
