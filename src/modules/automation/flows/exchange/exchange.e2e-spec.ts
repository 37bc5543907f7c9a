import { type RegisteredCompany, registerCompany } from '../../../../../test/builders/accounts.js';
import { aService } from '../../../../../test/builders/catalog.js';
import { aGraph, FlowsClient } from '../../../../../test/builders/flows.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import type { FlowGraph } from '../../flow-core/index.js';

const UNKNOWN = 'f'.repeat(24);
const place = { position: { x: 0, y: 0 } };

/** Names one thing of each kind. */
function aRichGraph(serviceId: string, userId: string, flowId: string): FlowGraph {
  const graph = aGraph();
  graph.nodes.push(
    { ...place, id: 'slots', type: 'action', data: { action: 'find_slots', service_id: serviceId, save_as: 'slots' } },
    { ...place, id: 'assign', type: 'action', data: { action: 'assign', user_id: userId } },
    { ...place, id: 'next', type: 'action', data: { action: 'start_flow', flow_id: flowId } },
    {
      ...place,
      id: 'call',
      type: 'action',
      data: {
        action: 'api_call',
        method: 'GET',
        url: 'https://example.com',
        headers: { 'x-key': '{{secret.shop_key}}' },
      },
    },
  );
  return graph;
}

describe('flows as files', () => {
  let app: TestApp;
  let owner: RegisteredCompany;
  let flows: FlowsClient;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    owner = await registerCompany(app, { full_name: 'Ana Lima' });
    flows = new FlowsClient(app, owner);
  });
  afterAll(() => app.close());

  it('have names instead of ids, and find them in another company', async () => {
    const service = await aService(app, owner, { name: 'Bath' });
    const other = await flows.create({ name: 'Other' });
    const graph = aRichGraph(service._id, owner.user._id, other._id);
    const { _id } = await flows.create({ name: 'Rich', graph });
    const scenario = { name: 'Hello', inputs: [{ text: 'menu' }], expected: { must_visit: ['hello'] } };
    await flows.post(`/${_id}/scenarios`, scenario).expect(201);
    const { body: file } = await flows.get(`/${_id}/export`).expect(200);
    const ids = [service._id, owner.user._id, other._id, _id, owner.company._id];
    expect(ids.filter((id) => JSON.stringify(file).includes(id))).toEqual([]);
    expect(file).toMatchObject({
      format: 'petbuddy.flow',
      format_version: 1,
      name: 'Rich',
      scenarios: [{ name: 'Hello' }],
      secrets: ['shop_key'],
    });
    expect(file.references.map(({ name }: { name: string }) => name).sort()).toEqual(['Ana Lima', 'Bath', 'Other']);

    const second = await registerCompany(app, { full_name: 'Ana Lima' });
    const theirs = new FlowsClient(app, second);
    const theirService = await aService(app, second, { name: 'bath' });
    const { body: imported } = await theirs.post('/import', { flow: file }).expect(201);
    expect(imported.unresolved).toEqual([
      { kind: 'flow', name: 'Other' },
      { kind: 'secret', name: 'shop_key' },
    ]);
    const [lost] = file.references.filter(({ kind }: { kind: string }) => kind === 'flow');
    expect(imported.flow).toMatchObject({ name: 'Rich', status: 'draft', live_version: null });
    expect(imported.flow.graph).toEqual(aRichGraph(theirService._id, second.user._id, lost.id));
    expect((await theirs.get(`/${imported.flow._id}/scenarios`)).body.items).toMatchObject([scenario]);
    const { problems } = (await theirs.post(`/${imported.flow._id}/check`)).body;
    expect(problems).toContainEqual(expect.objectContaining({ node_id: 'next' }));
  });

  it('come back to their own company under another name', async () => {
    const { _id } = await flows.create({ name: 'Menu' });
    const { body: flow } = await flows.get(`/${_id}/export`);
    const { body } = await flows.post('/import', { flow }).expect(201);
    expect(body).toMatchObject({ flow: { name: 'Menu (2)', graph: aGraph() }, unresolved: [] });
  });

  it('keep the place of a thing that is gone', async () => {
    const { _id } = await flows.create({
      graph: aRichGraph(UNKNOWN, UNKNOWN.replace('f', 'e'), UNKNOWN.replace('f', 'd')),
    });
    const { body: flow } = await flows.get(`/${_id}/export`).expect(200);
    const { body } = await flows.post('/import', { flow }).expect(201);
    expect(body.unresolved.map(({ kind }: { kind: string }) => kind)).toEqual(['service', 'user', 'flow', 'secret']);
  });

  it('are refused with the path of the wrong field', async () => {
    const { _id } = await flows.create();
    const { body: flow } = await flows.get(`/${_id}/export`);
    const wrong = { ...flow, format_version: 2, graph: { ...flow.graph, nodes: [{}] } };
    const { body } = await flows.post('/import', { flow: wrong }).expect(400);
    const fields = body.details.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(expect.arrayContaining(['flow.format_version', 'flow.graph.nodes.0.type']));
  });

  it('belong to one company', async () => {
    const { _id } = await flows.create();
    await new FlowsClient(app, await registerCompany(app)).get(`/${_id}/export`).expect(404);
  });
});
