import type { FlowGraph } from '../../flow-core/index.js';

/** A small flow without problems, for the documentation. */
export const EXAMPLE_GRAPH: FlowGraph = {
  nodes: [
    { id: 'start', type: 'trigger', position: { x: 0, y: 0 }, data: { kind: 'keyword', words: ['menu'] } },
    {
      id: 'hello',
      type: 'message',
      position: { x: 0, y: 120 },
      data: { text: 'How can we help, {{contact.first_name}}?' },
    },
    { id: 'end', type: 'end', position: { x: 0, y: 240 }, data: {} },
  ],
  edges: [
    { id: 'e1', source: 'start', source_handle: 'next', target: 'hello' },
    { id: 'e2', source: 'hello', source_handle: 'next', target: 'end' },
  ],
};
