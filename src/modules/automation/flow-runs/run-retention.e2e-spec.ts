import request from 'supertest';
import type { RegisteredCompany } from '../../../../test/builders/accounts.js';
import {
  conversationsOf,
  FlowCustomer,
  flowsAreIdle,
  lineOf,
  publishFlow,
  runsOf,
  says,
} from '../../../../test/support/flows.js';
import { companyWithChannels, type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { openRawDatabase, type RawDatabase } from '../../../../test/support/raw-database.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { KEEP_VERSIONS_MS, VersionRetention } from '../flows/version-retention.service.js';
import { KEEP_RUNS_MS, RunRetention } from './run-retention.service.js';

const DAY_MS = 86_400_000;

describe('runs', () => {
  let inbox: Inbox;
  let raw: RawDatabase;
  let company: RegisteredCompany;
  let scope: CompanyScope;
  let people = 9_950;

  beforeAll(async () => {
    inbox = await startInbox();
    raw = await openRawDatabase(inbox.app);
    company = await companyWithChannels(inbox, ['facebook']);
    scope = CompanyScope.of(company.company._id);
  });
  afterAll(async () => {
    await raw.close();
    await inbox.close();
  });

  const api = (method: 'get' | 'delete', path: string): request.Test =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(company.auth);
  const purgeRuns = (at: number): Promise<void> => inbox.app.app.get(RunRetention, { strict: false }).purge(at);
  const purgeVersions = (at: number): Promise<void> => inbox.app.app.get(VersionRetention, { strict: false }).purge(at);

  it('are kept for 90 days, with the versions of a deleted flow', async () => {
    const flow = await publishFlow(inbox.app, scope, 'Short', lineOf(['hello'], says('m', 'Hi')));
    const customer = new FlowCustomer(inbox, String(++people));
    await customer.write('hello');
    await customer.gets('Hi');
    await flowsAreIdle(inbox.app);
    const [run] = await runsOf(inbox.app, scope, customer.id);
    const id = flow._id.toHexString();
    await api('delete', `/flows/${id}`).expect(204);
    await purgeVersions(Date.now() + KEEP_RUNS_MS);
    await purgeRuns(Date.now() + KEEP_RUNS_MS - DAY_MS);
    await api('get', `/flow-runs/${String(run?._id)}`).expect(200);
    const { body } = await api('get', `/flows/${id}/versions/1`).expect(200);
    expect(body).toMatchObject({ number: 1, is_live: false, graph: { nodes: [{ id: 'start' }, { id: 'm' }] } });
    await purgeRuns(Date.now() + KEEP_RUNS_MS + DAY_MS);
    await api('get', `/flow-runs/${String(run?._id)}`).expect(404);
    await purgeVersions(Date.now() + KEEP_VERSIONS_MS + DAY_MS);
    await api('get', `/flows/${id}/versions/1`).expect(404);
  });

  it('that wait, and versions of flows that are not deleted, stay', async () => {
    const flow = await publishFlow(inbox.app, scope, 'Asks', lineOf(['buttons'], says('m', 'Which?', ['One', 'Two'])));
    const customer = new FlowCustomer(inbox, String(++people));
    await customer.write('buttons');
    await customer.gets('Which?');
    await flowsAreIdle(inbox.app);
    await purgeRuns(Date.now() + 10 * KEEP_RUNS_MS);
    await purgeVersions(Date.now() + 10 * KEEP_VERSIONS_MS);
    expect(await runsOf(inbox.app, scope, customer.id)).toMatchObject([{ active: true }]);
    await api('get', `/flows/${flow._id.toHexString()}/versions/1`).expect(200);
  });

  it('of an old conversation lose its thread; its next message is answered once', async () => {
    await publishFlow(inbox.app, scope, 'Again', lineOf(['again'], says('m', 'Yes')));
    const customer = new FlowCustomer(inbox, String(++people));
    await customer.write('again');
    await customer.gets('Yes');
    await flowsAreIdle(inbox.app);
    const [conversation] = await conversationsOf(inbox.app, scope, customer.id);
    const long = new Date(Date.now() - KEEP_RUNS_MS - DAY_MS);
    const ours = { company_id: scope.companyId, conversation_id: conversation?._id };
    await raw.db.collection('messages').updateMany(ours, { $set: { created_at: long } });
    await raw.db.collection('flow_runs').updateMany(ours, { $set: { ended_at: long } });
    await raw.db.collection('flow_threads').updateMany({ _id: conversation?._id }, { $set: { updated_at: long } });
    await raw.db
      .collection('flow_cursors')
      .updateMany({ company_id: scope.companyId }, { $set: { since: new Date(0) } });
    await purgeRuns(Date.now());
    expect(await raw.db.collection('flow_threads').countDocuments({ _id: conversation?._id })).toBe(0);
    await customer.write('again');
    await customer.gets('Yes', 2);
    await flowsAreIdle(inbox.app);
    expect(customer.got).toEqual(['Yes', 'Yes']);
  });
});
