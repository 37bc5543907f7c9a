import request from 'supertest';
import { type RegisteredCompany, registerCompany } from '../../../../../test/builders/accounts.js';
import { aGraph, FlowsClient } from '../../../../../test/builders/flows.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { EventBus } from '../../../../core/events/index.js';
import { CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import type { FlowGraph } from '../../flow-core/index.js';
import { LiveFlows } from '../index.js';

const RACERS = 6;

describe('publishing a flow', () => {
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

  const scope = (): CompanyScope => CompanyScope.of(owner.company._id);
  const live = () => app.app.get(LiveFlows).liveOf(scope());
  const publish = async (id: string, note?: string): Promise<number> =>
    (await flows.post(`/${id}/publish`, note ? { note } : {}).expect(200)).body.version.number as number;
  const numbers = async (id: string): Promise<number[]> =>
    (await flows.get(`/${id}/versions`).expect(200)).body.items.map(({ number }: { number: number }) => number);

  it('makes a numbered version that never changes', async () => {
    const { _id } = await flows.create({ graph: aGraph('one') });
    expect(await publish(_id, 'The first')).toBe(1);
    await flows.draw(_id, aGraph('two'));
    expect(await flows.read(_id)).toMatchObject({ status: 'live', live_version: 1, has_changes: true });
    expect(await publish(_id)).toBe(2);
    expect((await flows.get(`/${_id}/versions`)).body.items).toMatchObject([
      { number: 2, note: null, is_live: true },
      { number: 1, note: 'The first', is_live: false, published_by: { full_name: 'Ana Lima' } },
    ]);
    const { body: first } = await flows.get(`/${_id}/versions/1`).expect(200);
    expect(first).toMatchObject({ number: 1, graph: aGraph('one') });
    const compiled = await app.app.get(LiveFlows).version(scope(), toObjectId(_id), 1);
    expect(compiled.graph).toEqual(aGraph('one'));
    for (const number of ['3', '0', 'x']) await flows.get(`/${_id}/versions/${number}`).expect(404);
  });

  it('keeps the number of an unchanged draft', async () => {
    const { _id } = await flows.live();
    expect(await publish(_id, 'again')).toBe(1);
    await flows.post(`/${_id}/pause`).expect(200);
    expect(await publish(_id)).toBe(1);
    expect(await flows.read(_id)).toMatchObject({ status: 'live', has_changes: false });
    expect(await numbers(_id)).toEqual([1]);
  });

  it('is refused while there are problems', async () => {
    const { nodes } = aGraph();
    const { _id } = await flows.create({ graph: { nodes, edges: [] } });
    const { body } = await flows.post(`/${_id}/publish`).expect(422);
    expect(body.code).toBe('FLOW_HAS_PROBLEMS');
    expect(body.details.problems.length).toBeGreaterThan(0);
    expect((await flows.post(`/${_id}/check`).expect(200)).body).toEqual(body.details);
    expect((await flows.post(`/${_id}/check`, { graph: aGraph() })).body).toEqual({ problems: [] });
    expect(await flows.read(_id)).toMatchObject({ status: 'draft', live_version: null });
    expect(await live()).toEqual([]);
  });

  it('is refused while a step assigns to a person who has not joined yet', async () => {
    const person = { email: `invited.${Date.now()}@petbuddy.test`, full_name: 'Bruno Reis', role: 'staff' };
    const { body: invited } = await request(app.url).post('/api/v1/users').set(owner.auth).send(person).expect(201);
    const assigning = (user_id: string): FlowGraph => {
      const graph = aGraph();
      const data = { action: 'assign', user_id } as const;
      graph.nodes.push({ id: 'assign', type: 'action', position: { x: 0, y: 0 }, data });
      return graph;
    };
    const { _id } = await flows.create();
    const codesFor = async (user_id: string): Promise<string[]> =>
      (await flows.post(`/${_id}/check`, { graph: assigning(user_id) }).expect(200)).body.problems.map(
        ({ code }: { code: string }) => code,
      );
    expect(await codesFor(owner.user._id)).not.toContain('UNKNOWN_USER');
    expect(await codesFor(invited._id)).toContain('UNKNOWN_USER');
  });

  it('is possible with warnings, which the check lists', async () => {
    await flows.live({ name: 'Baths', graph: aGraph('one', 'bath') });
    const { _id } = await flows.create({ name: 'More baths', graph: aGraph('two', 'BATH') });
    const { problems } = (await flows.post(`/${_id}/check`).expect(200)).body;
    expect(problems).toMatchObject([{ code: 'SAME_KEYWORD', severity: 'warning', details: { flow: 'Baths' } }]);
    expect(await publish(_id)).toBe(1);
  });

  it('names what the company does not have', async () => {
    const graph = aGraph();
    const start = { id: 'go', type: 'action' as const, position: { x: 0, y: 0 } };
    graph.nodes.push({ ...start, data: { action: 'start_flow', flow_id: 'f'.repeat(24) } });
    Object.assign(graph.nodes[0]?.data ?? {}, { channel_ids: ['f'.repeat(24)] });
    const { _id } = await flows.create({ graph });
    const { problems } = (await flows.post(`/${_id}/check`).expect(200)).body;
    expect(problems).toContainEqual(expect.objectContaining({ code: 'unknown_channel', node_id: 'start' }));
    expect(problems).toContainEqual(expect.objectContaining({ node_id: 'go' }));
  });

  it('gives one number to each draft, and makes the newest live, however many publish at once', async () => {
    const { _id } = await flows.create();
    const same = await Promise.all(Array.from({ length: RACERS }, () => publish(_id)));
    expect(same).toEqual(Array.from({ length: RACERS }, () => 1));
    expect(await numbers(_id)).toEqual([1]);
    const drawn = await Promise.all(
      Array.from({ length: RACERS }, async (_, index) => {
        await flows
          .read(_id)
          .then(({ draft_rev }) => flows.patch(`/${_id}`, { graph: aGraph(`text ${index}`), draft_rev }));
        return publish(_id);
      }),
    );
    const stored = await numbers(_id);
    expect(stored).toEqual(Array.from({ length: stored.length }, (_, index) => stored.length - index));
    expect(drawn.every((number) => stored.includes(number))).toBe(true);
    const { live_version, graph, has_changes } = await flows.read(_id);
    expect(has_changes).toBe(false);
    expect(await publish(_id)).toBe(live_version);
    expect((await flows.get(`/${_id}/versions/${live_version}`)).body.graph).toEqual(graph);
  });

  it('is taken back by a rollback, which keeps the draft', async () => {
    const { _id } = await flows.live({ graph: aGraph('one', 'first') });
    await flows.draw(_id, aGraph('two', 'second'));
    await publish(_id);
    expect((await flows.post(`/${_id}/rollback`, { number: 1 }).expect(200)).body.version.number).toBe(1);
    expect(await flows.read(_id)).toMatchObject({ live_version: 1, graph: aGraph('two', 'second') });
    expect(await live()).toMatchObject([{ version: 1, triggers: [{ data: { words: ['first'] } }] }]);
    await flows.post(`/${_id}/rollback`, { number: 9 }).expect(404);
    expect(await publish(_id)).toBe(2);
    await flows.draw(_id, aGraph('three'));
    expect(await publish(_id)).toBe(3);
  });

  it('lets a flow start runs until it is paused, and again when it is resumed', async () => {
    const events: string[] = [];
    const bus = app.app.get(EventBus);
    const stop = (['flow.published', 'flow.paused', 'flow.resumed', 'flow.deleted'] as const).map((name) =>
      bus.on(name, () => void events.push(name)),
    );
    const draft = await flows.create();
    expect((await flows.post(`/${draft._id}/pause`).expect(409)).body.code).toBe('FLOW_NOT_PUBLISHED');
    await flows.post(`/${draft._id}/resume`).expect(409);
    await publish(draft._id);
    for (const status of ['paused', 'paused']) {
      expect((await flows.post(`/${draft._id}/pause`).expect(200)).body).toMatchObject({ status });
    }
    expect(await live()).toEqual([]);
    await flows.post(`/${draft._id}/resume`).expect(200);
    expect(await live()).toHaveLength(1);
    await flows.delete(`/${draft._id}`).expect(204);
    expect(await live()).toEqual([]);
    expect(events).toEqual(['flow.published', 'flow.paused', 'flow.resumed', 'flow.deleted']);
    stop.forEach((end) => end());
    await flows.get(`/${draft._id}`).expect(404);
    // Its runs can still be drawn.
    expect((await flows.get(`/${draft._id}/versions/1`).expect(200)).body).toMatchObject({ number: 1, is_live: false });
    await flows.delete(`/${draft._id}`).expect(404);
  });

  it('does not make a flow live that is deleted meanwhile', async () => {
    const { _id } = await flows.create();
    const answers = await Promise.all([flows.post(`/${_id}/publish`), flows.delete(`/${_id}`)]);
    expect(answers.map(({ status }) => status)).toEqual([expect.any(Number), 204]);
    expect(await live()).toEqual([]);
    await flows.get(`/${_id}`).expect(404);
  });

  it('shows a new name of a live flow at once', async () => {
    const { _id, draft_rev } = await flows.live({ name: 'Old' });
    expect(await live()).toMatchObject([{ name: 'Old' }]);
    await flows.patch(`/${_id}`, { name: 'New', draft_rev }).expect(200);
    expect(await live()).toMatchObject([{ name: 'New' }]);
  });

  it('is for the own company only', async () => {
    const { _id } = await flows.live();
    const stranger = new FlowsClient(app, await registerCompany(app));
    for (const action of ['check', 'publish', 'pause', 'resume']) await stranger.post(`/${_id}/${action}`).expect(404);
    await stranger.post(`/${_id}/rollback`, { number: 1 }).expect(404);
    await stranger.get(`/${_id}/versions`).expect(404);
    await stranger.get(`/${_id}/versions/1`).expect(404);
  });
});
