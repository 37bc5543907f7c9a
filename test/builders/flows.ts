import request from 'supertest';
import type { FlowGraph, FlowNode } from '../../src/modules/automation/flow-core/index.js';
import type { LoggedIn } from './accounts.js';
import type { TestApp } from '../support/test-app.js';

/** The parts of a flow that tests look at. */
export interface SentFlow {
  _id: string;
  name: string;
  status: string;
  live_version: number | null;
  draft_rev: number;
  has_changes: boolean;
  graph: FlowGraph;
}

const place = (index: number): FlowNode['position'] => ({ x: 0, y: index * 100 });

/** A flow that says one thing. It has no problems. */
export function aGraph(text = 'Hello, how can we help?', word = 'menu'): FlowGraph {
  return {
    nodes: [
      { id: 'start', type: 'trigger', position: place(0), data: { kind: 'keyword', words: [word] } },
      { id: 'hello', type: 'message', position: place(1), data: { text } },
      { id: 'end', type: 'end', position: place(2), data: {} },
    ],
    edges: [
      { id: 'e1', source: 'start', source_handle: 'next', target: 'hello' },
      { id: 'e2', source: 'hello', source_handle: 'next', target: 'end' },
    ],
  };
}

/** As many nodes and edges as a graph may have: a chain of messages, each with its choices. */
export function aHugeGraph(nodes = 300): FlowGraph {
  const { nodes: first } = aGraph();
  const buttons = Array.from({ length: 2 }, (_, index) => ({ label: `Choice ${index + 1}` }));
  const messages = Array.from({ length: nodes - 2 }, (_, index): FlowNode => ({
    id: `m${index}`,
    type: 'message',
    position: place(index + 1),
    data: { text: `Message ${index} ${'with many words '.repeat(40)}`, buttons },
  }));
  const ids = ['start', ...messages.map(({ id }) => id), 'end'];
  const edges = ids.slice(1).flatMap((target, index) => {
    const source = String(ids[index]);
    const handles = index === 0 ? ['next'] : ['choice-1', 'choice-2'];
    return handles.map((source_handle) => ({ id: `${source}-${source_handle}`, source, source_handle, target }));
  });
  return { nodes: [first[0], ...messages, first[2]] as FlowNode[], edges };
}

/** Calls routes of flows in the name of somebody. */
export class FlowsClient {
  constructor(
    private readonly app: TestApp,
    private readonly caller: Pick<LoggedIn, 'auth'>,
  ) {}

  async create(fields: { name?: string; graph?: FlowGraph; channel_ids?: string[] } = {}): Promise<SentFlow> {
    const body = { name: `Flow ${Math.random()}`, graph: aGraph(), ...fields };
    return (await this.post('', body).expect(201)).body as SentFlow;
  }

  /** A flow whose first version is live. */
  async live(fields: { name?: string; graph?: FlowGraph } = {}): Promise<SentFlow> {
    const { _id } = await this.create(fields);
    await this.post(`/${_id}/publish`).expect(200);
    return this.read(_id);
  }

  async read(id: string): Promise<SentFlow> {
    return (await this.get(`/${id}`).expect(200)).body as SentFlow;
  }

  /** Changes the draft as it is now. */
  async draw(id: string, graph: FlowGraph): Promise<SentFlow> {
    const { draft_rev } = await this.read(id);
    return (await this.patch(`/${id}`, { graph, draft_rev }).expect(200)).body as SentFlow;
  }

  get(path: string): request.Test {
    return request(this.app.url).get(`/api/v1/flows${path}`).set(this.caller.auth);
  }

  post(path: string, body: object = {}): request.Test {
    return request(this.app.url).post(`/api/v1/flows${path}`).set(this.caller.auth).send(body);
  }

  patch(path: string, body: object): request.Test {
    return request(this.app.url).patch(`/api/v1/flows${path}`).set(this.caller.auth).send(body);
  }

  delete(path: string): request.Test {
    return request(this.app.url).delete(`/api/v1/flows${path}`).set(this.caller.auth);
  }
}
