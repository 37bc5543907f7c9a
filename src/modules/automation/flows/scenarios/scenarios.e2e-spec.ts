import { jest } from '@jest/globals';
import { aStaffMember, type RegisteredCompany, registerCompany } from '../../../../../test/builders/accounts.js';
import { aGraph, FlowsClient } from '../../../../../test/builders/flows.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { FlowsRepository } from '../flows.repository.js';
import { FlowSimulator } from '../simulation/flow-simulator.js';
import { ScenarioRunner } from './scenario-runner.js';
import { MAX_SCENARIOS } from './scenarios.service.js';

const GREETING = {
  name: 'Says hello',
  inputs: [{ text: 'menu' }],
  expected: { says: ['how can we help'], must_visit: ['hello'], stop_reason: 'finished' },
};

describe('the scenarios of a flow', () => {
  let app: TestApp;
  let owner: RegisteredCompany;
  let flows: FlowsClient;
  let id: string;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    owner = await registerCompany(app);
    flows = new FlowsClient(app, owner);
    id = (await flows.create())._id;
  });
  afterAll(() => app.close());

  const record = async (scenario: object = GREETING): Promise<{ _id: string; now: string; version: number }> =>
    (await flows.post(`/${id}/scenarios`, scenario).expect(201)).body;

  it('are recorded with the time of their beginning, changed and deleted', async () => {
    const { _id, now, version } = await record();
    expect(Date.parse(now)).not.toBeNaN();
    expect(version).toBe(0);
    const path = `/${id}/scenarios/${_id}`;
    const changed = await flows.patch(path, { name: 'Greets', inputs: [{ text: 'MENU' }] }).expect(200);
    expect(changed.body).toMatchObject({ name: 'Greets', now, expected: GREETING.expected, version: 1 });
    expect((await flows.get(path).expect(200)).body).toEqual(changed.body);
    expect((await flows.get(`/${id}/scenarios`)).body.items).toEqual([changed.body]);
    expect((await flows.get('')).body.items[0].counts.scenarios).toBe(1);
    await flows.delete(path).expect(204);
    await flows.get(path).expect(404);
  });

  it('are run by those who manage flows, because a run takes much time of the processor', async () => {
    const staff = new FlowsClient(app, await aStaffMember(app, owner));
    await staff.get(`/${id}/scenarios`).expect(200);
    await staff.post(`/${id}/scenarios/run`).expect(403);
    await staff.post(`/${id}/simulate`, { inputs: [{ text: 'menu' }] }).expect(403);
    await flows.post(`/${id}/simulate`, { inputs: [{ text: 'menu' }] }).expect(200);
  });

  it('let other requests go on between them', async () => {
    const count = 8;
    for (let each = 0; each < count; each++) await record();
    const scope = CompanyScope.of(owner.company._id);
    const flow = await app.app.get(FlowsRepository, { strict: false }).getById(scope, toObjectId(id));
    const simulator = app.app.get(FlowSimulator, { strict: false });
    let turns = 0;
    const turnsOfPlays = new Set<number>();
    const play = simulator.play.bind(simulator);
    const spy = jest.spyOn(simulator, 'play').mockImplementation((...args) => {
      turnsOfPlays.add(turns);
      return play(...args);
    });
    const nextTurn = (): void => {
      turns++;
      next = setImmediate(nextTurn);
    };
    let next = setImmediate(nextTurn);
    const played = await app.app.get(ScenarioRunner, { strict: false }).run(scope, flow, flow.draft);
    clearImmediate(next);
    spy.mockRestore();
    expect(played).toHaveLength(count);
    expect(turnsOfPlays.size).toBe(count);
  });

  it('keep a flow from being published that does something else', async () => {
    const { _id } = await record();
    expect((await flows.post(`/${id}/scenarios/run`).expect(200)).body).toMatchObject({ passed: true });
    await flows.post(`/${id}/publish`).expect(200);
    await flows.draw(id, aGraph('Good morning'));
    const { body } = await flows.post(`/${id}/publish`).expect(422);
    expect(body).toMatchObject({
      code: 'SCENARIO_FAILED',
      details: { scenarios: [{ _id, name: 'Says hello', failures: ['The flow did not say "how can we help"'] }] },
    });
    expect(await flows.read(id)).toMatchObject({ live_version: 1 });
    const played = (await flows.post(`/${id}/scenarios/run`)).body;
    expect(played).toMatchObject({
      passed: false,
      items: [{ _id, passed: false, simulation: { stop_reason: 'finished' } }],
    });
  });

  it.each([
    [{ must_visit: ['nowhere'] }, 'The node nowhere was not reached'],
    [{ stop_reason: null }, 'The end is finished, but a wait is expected'],
    [{ stop_reason: 'handed_off' }, 'The end is finished, but handed_off is expected'],
  ])('expect %j', async (expected, failure) => {
    await record({ ...GREETING, expected });
    const { body } = await flows.post(`/${id}/scenarios/run`).expect(200);
    expect(body.items[0].failures).toEqual([failure]);
  });

  it('are refused without a text or a choice, and beyond their number', async () => {
    const { body } = await flows.post(`/${id}/scenarios`, { ...GREETING, inputs: [{}] }).expect(400);
    expect(body.details).toMatchObject([{ field: 'inputs.0' }]);
    await Promise.all(Array.from({ length: MAX_SCENARIOS }, () => record()));
    expect((await flows.post(`/${id}/scenarios`, GREETING).expect(409)).body.code).toBe('LIMIT_REACHED');
  });

  it('are those of one flow of one company', async () => {
    const { _id } = await record();
    const other = await flows.create();
    await flows.get(`/${other._id}/scenarios/${_id}`).expect(404);
    const stranger = new FlowsClient(app, await registerCompany(app));
    await stranger.get(`/${id}/scenarios`).expect(404);
    await stranger.get(`/${id}/scenarios/${_id}`).expect(404);
    await stranger.post(`/${id}/scenarios/run`).expect(404);
  });

  it('go with a copy of their flow, and with a deleted flow', async () => {
    await record();
    const { body: copy } = await flows.post(`/${id}/duplicate`).expect(201);
    expect((await flows.get(`/${copy._id}/scenarios`)).body.items).toMatchObject([GREETING]);
    await flows.delete(`/${id}`).expect(204);
    await flows.get(`/${id}/scenarios`).expect(404);
  });

  it('play a conversation without any effect', async () => {
    const graph = aGraph('Hello {{contact.first_name}}, and {{pet.name}}!');
    const { body } = await flows
      .post(`/${id}/simulate`, { graph, inputs: [{ text: 'menu' }], contact: { full_name: 'Ana Lima' } })
      .expect(200);
    expect(body.transcript).toMatchObject([
      { from: 'customer', text: 'menu' },
      { from: 'flow', text: 'Hello Ana, and Rex!', node_id: 'hello' },
    ]);
    expect(body).toMatchObject({ stop_reason: 'finished', coverage: { nodes: { visited: 3, all: 3 } } });
    const wrong = await flows.post(`/${id}/simulate`, { inputs: [], stubs: { hello: { ok: 'yes' } } }).expect(400);
    expect(wrong.body.details[0].field).toMatch(/^stubs\.hello/);
  });
});
