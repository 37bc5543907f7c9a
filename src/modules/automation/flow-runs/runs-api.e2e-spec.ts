import request from 'supertest';
import { type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { asks, FlowCustomer, lineOf, publishFlow, runsOf, saidTo, says } from '../../../../test/support/flows.js';
import { companyWithChannels, type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { ContactsService } from '../../customers/contacts/index.js';
import type { Flow } from '../flows/schemas/flow.schema.js';

describe('the API of runs', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let scope: CompanyScope;
  let flow: Flow;
  let people = 9_700;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox, ['facebook']);
    scope = CompanyScope.of(company.company._id);
    const graph = lineOf(['hello'], asks('name', 'Your name?', 'name'), says('bye', 'Bye, {{vars.name}}'));
    flow = await publishFlow(inbox.app, scope, 'Welcome', graph);
  });
  afterAll(() => inbox.close());

  const api = (method: 'get' | 'post', path: string, auth = company.auth): request.Test =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(auth);
  const anAskedCustomer = async (): Promise<{ customer: FlowCustomer; id: string }> => {
    const customer = new FlowCustomer(inbox, String(++people));
    await customer.write('hello');
    await customer.gets('Your name?');
    const [run] = await runsOf(inbox.app, scope, customer.id);
    return { customer, id: String(run?._id) };
  };

  it('shows a run with its steps, lists it, and ends it by hand', async () => {
    const { customer, id } = await anAskedCustomer();
    const { body } = await api('get', `/flow-runs/${id}`).expect(200);
    expect(body).toMatchObject({ flow_name: 'Welcome', version: 1, trigger: { kind: 'keyword' } });
    expect(body.effects).toMatchObject([{ kind: 'send', error: null }]);
    const stopped = await api('post', `/flow-runs/${id}/stop`).expect(200);
    expect(stopped.body).toMatchObject({ status: 'stopped', stop_reason: 'stopped_by_user' });
    await api('post', `/flow-runs/${id}/stop`).expect(200);
    await customer.write('Ana');
    const list = await api('get', `/flow-runs?flow_id=${flow._id.toHexString()}&status=stopped`).expect(200);
    const { contact_id } = body;
    const { full_name } = (await api('get', `/contacts/${contact_id}`).expect(200)).body;
    expect(list.body.items).toMatchObject([{ _id: id, contact: { _id: contact_id, full_name } }]);
    expect(await saidTo(inbox, scope, customer.id)).toEqual(['Your name?']);
  });

  it('counts what runs did, by node', async () => {
    const { customer } = await anAskedCustomer();
    await customer.write('Ana');
    await customer.gets('Bye, Ana');
    const { body } = await api('get', `/flows/${flow._id.toHexString()}/stats`).expect(200);
    expect(body.runs).toBe(2);
    const nodes = new Map((body.nodes as { node_id: string }[]).map((node) => [node.node_id, node]));
    expect(nodes.get('start')).toMatchObject({ entered: 2, left: { next: 2 } });
    expect(nodes.get('name')).toMatchObject({ entered: 2, left: { next: 1 } });
    expect(nodes.get('bye')).toMatchObject({ entered: 1 });
  });

  it('hides what customers said from a program that may not read conversations', async () => {
    const { customer, id } = await anAskedCustomer();
    await customer.write('Ana');
    await customer.gets('Bye, Ana');
    const keyWith = async (permissions: string[]): Promise<RegisteredCompany['auth']> => {
      const { body } = await api('post', '/api-keys').send({ name: 'Program', permissions }).expect(201);
      return { authorization: `Bearer ${body.key}` };
    };
    const { text } = await api('get', `/flow-runs/${id}`, await keyWith(['flows:read'])).expect(200);
    expect(JSON.parse(text)).toMatchObject({ _id: id, vars: {}, contact: null });
    expect(text).not.toContain('Ana');
    const { text: ended } = await api('post', `/flow-runs/${id}/stop`, await keyWith(['conversations:write'])).expect(
      200,
    );
    expect(ended).not.toContain('Ana');
    const { body } = await api('get', `/flow-runs/${id}`, await keyWith(['flows:read', 'conversations:read']));
    expect(body.vars).toEqual({ name: 'Ana' });
  });

  it('shows nothing to another company', async () => {
    const { id } = await anAskedCustomer();
    const other = await registerCompany(inbox.app);
    for (const [method, path] of [
      ['get', `/flow-runs/${id}`],
      ['post', `/flow-runs/${id}/stop`],
      ['get', `/flows/${flow._id.toHexString()}/stats`],
    ] as const)
      await api(method, path, other.auth).expect(404);
    expect((await api('get', '/flow-runs', other.auth).expect(200)).body.items).toEqual([]);
  });

  it('removes the texts of a deleted contact', async () => {
    const { customer, id } = await anAskedCustomer();
    const [run] = await runsOf(inbox.app, scope, customer.id);
    await inbox.app.app.get(ContactsService, { strict: false }).remove(scope, run?.contact_id as never);
    const { body } = await api('get', `/flow-runs/${id}`).expect(200);
    expect(body).toMatchObject({ status: 'stopped', stop_reason: 'contact_deleted', vars: {}, effects: [] });
    expect((body.log as { note: unknown }[]).every(({ note }) => note === null)).toBe(true);
  });
});
