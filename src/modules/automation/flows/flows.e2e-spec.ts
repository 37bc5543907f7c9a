import request from 'supertest';
import { aStaffMember, type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { aGraph, aHugeGraph, FlowsClient, type SentFlow } from '../../../../test/builders/flows.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { type FlowGraph, MAX_NODES } from '../flow-core/index.js';

const NOBODY = 'ffffffffffffffffffffffff';

describe('the drafts of flows', () => {
  let app: TestApp;
  let owner: RegisteredCompany;
  let flows: FlowsClient;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    owner = await registerCompany(app);
    flows = new FlowsClient(app, owner);
  });
  afterAll(() => app.close());

  it('begin with one trigger, or with the given graph', async () => {
    const { body: empty } = await flows.post('', { name: '  Welcome  ' }).expect(201);
    expect(empty).toMatchObject({ name: 'Welcome', status: 'draft', live_version: null, draft_rev: 1 });
    expect((empty as SentFlow).graph.nodes).toMatchObject([{ type: 'trigger' }]);
    const drawn = await flows.create({ graph: aGraph() });
    expect(await flows.read(drawn._id)).toMatchObject({
      graph: aGraph(),
      draft_by: { _id: owner.user._id, full_name: 'Ana Lima' },
      has_changes: true,
    });
  });

  it('have names that differ in more than case and accents', async () => {
    const { _id } = await flows.create({ name: 'Lembrança de  Vacina' });
    for (const name of ['lembranca de vacina', 'LEMBRANÇA DE VACINA']) {
      expect((await flows.post('', { name }).expect(409)).body.code).toBe('NAME_TAKEN');
      expect((await flows.get(`?name=${encodeURIComponent(name)}`)).body.items).toMatchObject([{ _id }]);
    }
    const other = await flows.create({ name: 'Other' });
    const taken = await flows.patch(`/${other._id}`, { name: 'LEMBRANCA de vacina', draft_rev: 1 }).expect(409);
    expect(taken.body.code).toBe('NAME_TAKEN');
    expect((await flows.get('?name=nothing')).body).toEqual({ items: [], nextCursor: null });
    const stranger = new FlowsClient(app, await registerCompany(app));
    await stranger.create({ name: 'Lembrança de vacina' });
  });

  it('are listed by name, page by page, with counts and without graphs', async () => {
    for (const name of ['Bath', 'árvore', 'Cut']) await flows.create({ name });
    const names: string[] = [];
    let cursor = '';
    do {
      const { body } = await flows.get(`?limit=2${cursor && `&cursor=${cursor}`}`).expect(200);
      for (const item of body.items) {
        expect(item).toMatchObject({ counts: { nodes: 3, versions: 0, scenarios: 0 } });
        expect(item).not.toHaveProperty('graph');
        names.push(item.name);
      }
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(names).toEqual(['árvore', 'Bath', 'Cut']);
  });

  it('are changed by one of two people who change the same draft', async () => {
    const manager = await aStaffMember(app, owner, { role: 'manager', full_name: 'Bia Reis' });
    const { _id } = await flows.create();
    const theirs = new FlowsClient(app, manager);
    const answers = await Promise.all([
      flows.patch(`/${_id}`, { graph: aGraph('one'), draft_rev: 1 }),
      theirs.patch(`/${_id}`, { graph: aGraph('two'), draft_rev: 1 }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const won = answers.find(({ status }) => status === 200)?.body;
    const lost = answers.find(({ status }) => status === 409)?.body;
    expect(await flows.read(_id)).toEqual(won);
    expect(lost).toMatchObject({
      code: 'DRAFT_CONFLICT',
      details: { draft_rev: 2, edited_by: won.draft_by, edited_at: won.draft_at },
    });
    await flows.patch(`/${_id}`, { name: 'Renamed', draft_rev: 2 }).expect(200);
    expect(await flows.read(_id)).toMatchObject({ name: 'Renamed', draft_rev: 3, graph: won.graph });
  });

  it('are refused with the path of each wrong field', async () => {
    const wrong = aGraph() as unknown as { nodes: { data: Record<string, unknown> }[]; edges: object[] };
    Object.assign(wrong.nodes[1]?.data ?? {}, { text: 5, colour: 'red' });
    Object.assign(wrong.edges[0] ?? {}, { source_handle: 'sideways' });
    const { body } = await flows.post('', { name: 'Wrong', graph: wrong }).expect(400);
    expect(body.code).toBe('VALIDATION_ERROR');
    expect(body.details.map(({ field }: { field: string }) => field).sort()).toEqual([
      'graph.edges.0.source_handle',
      'graph.nodes.1.data.colour',
      'graph.nodes.1.data.text',
    ]);
    for (const graph of [[], null, 'x', { nodes: [] }]) {
      expect((await flows.post('', { name: 'Wrong', graph }).expect(400)).body.code).toBe('VALIDATION_ERROR');
    }
  });

  it('are stored with problems', async () => {
    const graph: FlowGraph = { nodes: [], edges: [{ id: 'e', source: 'a', source_handle: 'next', target: 'b' }] };
    expect((await flows.create({ graph })).graph).toEqual(graph);
  });

  it('use only channels of the company', async () => {
    const unknown = await flows.post('', { name: 'Deaf', channel_ids: [NOBODY] }).expect(404);
    expect(unknown.body.message).toBe('Channel not found');
    const { _id } = await flows.create();
    await flows.patch(`/${_id}`, { channel_ids: [NOBODY], draft_rev: 1 }).expect(404);
    expect(await flows.read(_id)).toMatchObject({ channel_ids: [], draft_rev: 1 });
  });

  it('are copied under the next free name', async () => {
    const { _id } = await flows.create({ name: 'Menu', graph: aGraph('copied') });
    const copies = await Promise.all([1, 2, 3].map(() => flows.post(`/${_id}/duplicate`).expect(201)));
    expect(copies.map(({ body }) => body.name).sort()).toEqual(['Menu (2)', 'Menu (3)', 'Menu (4)']);
    expect(copies[0]?.body).toMatchObject({ status: 'draft', live_version: null, graph: aGraph('copied') });
    expect((await flows.post(`/${_id}/duplicate`, { name: 'menu' }).expect(409)).body.code).toBe('NAME_TAKEN');
  });

  it('may have 300 nodes, and no more', async () => {
    const { _id } = await flows.create({ graph: aHugeGraph() });
    expect((await flows.read(_id)).graph).toEqual(aHugeGraph());
    const { body } = await flows.post('', { name: 'Too many', graph: aHugeGraph(MAX_NODES + 1) }).expect(400);
    expect(body.details[0].field).toBe('graph.nodes');
  });

  it('have a size limit', async () => {
    const text = 'x'.repeat(4_000);
    const large = aHugeGraph();
    for (const node of large.nodes) if (node.type === 'message') node.data.text = text;
    const { body } = await flows.post('', { name: 'Large', graph: large }).expect(400);
    expect(body.details[0].message).toMatch(/^graph is too large: at most 1000000 characters/);
    const huge = JSON.stringify({ name: 'Huge', graph: { nodes: [], edges: [], x: 'x'.repeat(16 * 1_024 * 1_024) } });
    const sent = request(app.url).post('/api/v1/flows').set(owner.auth).set('content-type', 'application/json');
    expect((await sent.send(huge).expect(413)).body.code).toBe('PAYLOAD_TOO_LARGE');
  });

  it('are changed by owners and managers only', async () => {
    const staff = new FlowsClient(app, await aStaffMember(app, owner));
    const { _id } = await flows.create();
    await staff.read(_id);
    await staff.post('', { name: 'Mine' }).expect(403);
    await staff.patch(`/${_id}`, { name: 'Mine', draft_rev: 1 }).expect(403);
    await staff.delete(`/${_id}`).expect(403);
  });

  it('belong to one company', async () => {
    const { _id } = await flows.create({ name: 'Ours' });
    const stranger = new FlowsClient(app, await registerCompany(app));
    await stranger.get(`/${_id}`).expect(404);
    await stranger.patch(`/${_id}`, { name: 'Theirs', draft_rev: 1 }).expect(404);
    await stranger.post(`/${_id}/duplicate`).expect(404);
    await stranger.delete(`/${_id}`).expect(404);
    expect((await stranger.get('')).body.items).toEqual([]);
    expect(await flows.read(_id)).toMatchObject({ name: 'Ours' });
  });
});
