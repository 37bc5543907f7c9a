import type { FlowGraph, FlowNode } from '../flow-graph.ts';
import { diffOf, isSame, unionOf } from './graph-diff.ts';

const position = { x: 0, y: 0 };
const start: FlowNode = { id: 'start', position, type: 'trigger', data: { kind: 'keyword', words: ['menu'] } };
const hello: FlowNode = { id: 'hello', position, type: 'message', data: { text: 'Hello' } };
const end: FlowNode = { id: 'end', position, type: 'end', data: {} };
const edge = (source: string, target: string, source_handle = 'next', id = `${source} ${target}`) => ({
  id,
  source,
  source_handle,
  target,
});
const before: FlowGraph = { nodes: [start, hello], edges: [edge('start', 'hello')] };

it('finds nothing between equal graphs, whatever their places and the ids of edges', () => {
  const moved: FlowGraph = {
    nodes: [hello, { ...start, position: { x: 80, y: 40 } }],
    edges: [edge('start', 'hello', 'next', 'another id')],
  };
  expect(isSame(diffOf(before, moved))).toBe(true);
});

it('finds added and removed steps with their ways', () => {
  const after: FlowGraph = { nodes: [start, end], edges: [edge('start', 'end')] };
  const diff = diffOf(before, after);
  expect(isSame(diff)).toBe(false);
  expect(diff).toEqual({
    added: [end],
    removed: [hello],
    changed: [],
    addedEdges: [edge('start', 'end')],
    removedEdges: [edge('start', 'hello')],
  });
});

it('names the fields of a changed step with the old and the new words', () => {
  const after: FlowGraph = {
    ...before,
    nodes: [
      { ...start, data: { kind: 'keyword', words: ['menu', 'help'], priority: 5 } },
      { ...hello, data: { text: 'Hello, {{contact.first_name}}', buttons: [{ label: 'Book' }, { label: 'Ask' }] } },
    ],
  };
  expect(diffOf(before, after).changed.map(({ after: { id }, fields }) => [id, fields])).toEqual([
    [
      'start',
      [
        { field: 'words', before: 'menu', after: 'menu, help' },
        { field: 'priority', before: '', after: '5' },
      ],
    ],
    [
      'hello',
      [
        { field: 'text', before: 'Hello', after: 'Hello, {{contact.first_name}}' },
        { field: 'buttons', before: '', after: 'Book, Ask' },
      ],
    ],
  ]);
});

it('names a removed field and another type of step', () => {
  const wait: FlowNode = { id: 'hello', position, type: 'delay', data: { minutes: 5 } };
  expect(diffOf(before, { ...before, nodes: [start, wait] }).changed[0]?.fields).toEqual([
    { field: 'type', before: 'message', after: 'delay' },
    { field: 'minutes', before: '', after: '5' },
    { field: 'text', before: 'Hello', after: '' },
  ]);
});

it('puts both graphs together, each step and way once', () => {
  const after: FlowGraph = { nodes: [start, end], edges: [edge('start', 'end', 'next', 'start hello')] };
  const { nodes, edges } = unionOf(before, after);
  expect(nodes.map(({ id }) => id)).toEqual(['start', 'end', 'hello']);
  expect(edges.map(({ target }) => target)).toEqual(['end', 'hello']);
  expect(new Set(edges.map(({ id }) => id)).size).toBe(2);
});
