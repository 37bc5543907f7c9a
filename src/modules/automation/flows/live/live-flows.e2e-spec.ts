import { randomBytes } from 'node:crypto';
import { Types } from 'mongoose';
import { QueryRecorder } from '../../../../../test/support/query-recorder.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import type { FlowGraph, NodeOf } from '../../flow-core/index.js';
import { FlowVersionsRepository } from '../flow-versions.repository.js';
import { FlowsRepository } from '../flows.repository.js';
import { LiveFlows } from '../index.js';
import type { Flow } from '../schemas/flow.schema.js';
import { LiveFlowsVersionsRepository } from './live-flows-versions.repository.js';

const SHARED_SECRETS = {
  JWT_ACCESS_SECRET: randomBytes(32).toString('hex'),
  JWT_REFRESH_SECRET: randomBytes(32).toString('hex'),
  ENCRYPTION_KEY: randomBytes(32).toString('base64'),
};
const TRIGGER: NodeOf<'trigger'> = {
  id: 'start',
  type: 'trigger',
  position: { x: 0, y: 0 },
  data: { kind: 'keyword', words: ['menu'] },
};
const graph: FlowGraph = { nodes: [TRIGGER], edges: [] };

describe('the live flows of a company', () => {
  let app: TestApp;
  let other: TestApp;
  let recorder: QueryRecorder;
  let scope: CompanyScope;

  beforeAll(async () => {
    app = await startTestApp(SHARED_SECRETS);
    // A second process on the same database.
    other = await startTestApp({ ...SHARED_SECRETS, MONGODB_URI: String(app.config.mongodbUri) });
    recorder = new QueryRecorder(app.app);
  });
  beforeEach(() => {
    scope = CompanyScope.of(new Types.ObjectId());
  });
  afterAll(async () => {
    await other.close();
    await app.close();
  });

  const live = (of: TestApp = app) => of.app.get(LiveFlows).liveOf(scope);
  const queriesOf = async (work: () => Promise<unknown>): Promise<string[]> => {
    const before = recorder.commands.length;
    await work();
    const ours = ['flows', 'flow_versions', 'live_flows_versions'];
    return recorder.commands
      .slice(before)
      .map(({ collection }) => collection)
      .filter((name) => ours.includes(name));
  };
  const aFlow = (name: string): Promise<Flow> => {
    const draft_by = { _id: new Types.ObjectId() };
    const draft = { draft: graph, draft_hash: 'a hash', draft_by };
    return app.app.get(FlowsRepository).add(scope, { name, name_key: name, channel_ids: [], ...draft });
  };
  const publish = async ({ _id }: Flow, number: number): Promise<void> => {
    const published_by = { _id: new Types.ObjectId() };
    const version = { flow_id: _id, number, graph, hash: 'a hash', note: null, published_by };
    await app.app.get(FlowVersionsRepository).insert(scope, version);
    const livePart = { live_version: number, live_hash: 'a hash', live_triggers: [TRIGGER] };
    await app.app.get(FlowsRepository).publish(scope, _id, livePart, number);
    await app.app.get(LiveFlowsVersionsRepository).increment(scope);
  };

  it('have the triggers of their live version, in every process', async () => {
    const flow = await aFlow('Welcome');
    for (const process of [app, other]) expect(await live(process)).toEqual([]);
    await publish(flow, 1);
    for (const process of [app, other]) {
      expect(await live(process)).toMatchObject([{ name: 'Welcome', version: 1, triggers: [TRIGGER] }]);
    }
    await publish(flow, 2);
    for (const process of [app, other]) expect(await live(process)).toMatchObject([{ version: 2 }]);
  });

  it('are the same objects until a change, and cost one small query', async () => {
    await publish(await aFlow('Welcome'), 1);
    const first = await live();
    expect(await queriesOf(() => live())).toEqual(['live_flows_versions']);
    expect(await live()).toBe(first);
    await publish(await aFlow('Second'), 1);
    expect(await queriesOf(() => live())).toEqual(['live_flows_versions', 'flows']);
    expect((await live()).map(({ name }) => name)).toEqual(['Welcome', 'Second']);
  });

  it('are read once for parallel callers', async () => {
    await publish(await aFlow('Welcome'), 1);
    const queries = await queriesOf(() => Promise.all(Array.from({ length: 50 }, () => live())));
    expect(queries.filter((name) => name === 'flows')).toHaveLength(1);
    expect(queries.length).toBeLessThanOrEqual(3);
  });

  it('belong to one company, with their versions', async () => {
    const flow = await aFlow('Welcome');
    await publish(flow, 1);
    const flows = app.app.get(LiveFlows);
    expect((await flows.version(scope, flow._id, 1)).graph).toEqual(graph);
    expect(await queriesOf(() => flows.version(scope, flow._id, 1))).toEqual([]);
    expect(await flows.statusOf(scope, flow._id)).toBe('live');
    const stranger = CompanyScope.of(new Types.ObjectId());
    expect(await flows.liveOf(stranger)).toEqual([]);
    expect(await flows.statusOf(stranger, flow._id)).toBeNull();
    await expect(flows.version(stranger, flow._id, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
