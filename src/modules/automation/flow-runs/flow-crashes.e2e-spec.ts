import request from 'supertest';
import { type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { DoomedProcesses } from '../../../../test/support/doomed-process.js';
import {
  asks,
  FlowCustomer,
  flowsAreIdle,
  lineOf,
  publishFlow,
  runsOf,
  saidTo,
  says,
} from '../../../../test/support/flows.js';
import { aPage, type Inbox, startSandboxForApp } from '../../../../test/support/inbox.js';
import { WebhookRelay } from '../../../../test/support/webhook-relay.js';
import type { CrashPointName } from '../../../core/crash-points/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { MessageSweeper } from '../../inbox/message-log/message-sweeper.js';
import { FlowScheduler } from './events/flow-scheduler.service.js';

const HOUR_MS = 3_600_000;

/** Two processes on one database; the one that gets the customer's message is killed. */
describe('a process that is killed while a flow runs', () => {
  let inbox: Inbox;
  let processes: DoomedProcesses;
  let relay: WebhookRelay;
  let company: RegisteredCompany;
  let scope: CompanyScope;
  let people = 9_800;

  beforeAll(async () => {
    relay = await WebhookRelay.open();
    const { sandbox, metaEnv } = await startSandboxForApp(relay.url);
    processes = await DoomedProcesses.open({ ...metaEnv, PORT: '0' });
    relay.target = processes.survivor.url;
    inbox = { app: processes.survivor, sandbox, close: () => Promise.resolve() };
    company = await registerCompany(inbox.app);
    scope = CompanyScope.of(company.company._id);
  });
  afterAll(async () => {
    await relay.close();
    await inbox.sandbox.close();
    await processes.close();
  });

  it.each<CrashPointName>([
    'flow.planned',
    'flow.executed',
    'flow.finishing',
    'flow.stored',
    'flow.handled',
    'message.inserted',
  ])('at %s, loses no message and says nothing twice', async (point) => {
    const page = aPage(inbox);
    await request(inbox.app.url).post('/api/v1/channels').set(company.auth).send(page).expect(201);
    const word = point.replace('.', ' ');
    const graph = lineOf(
      [word],
      says('one', 'One'),
      says('two', 'Two'),
      asks('q', 'Name?', 'x'),
      says('end', 'Bye {{vars.x}}'),
    );
    await publishFlow(inbox.app, scope, `Of ${point}`, graph);
    const customer = new FlowCustomer(inbox, String(++people), page.external_id);
    await processes.killedAt(point, async (url) => {
      relay.target = url;
      await inbox.sandbox.webhooks.send(customer.message(word));
    });
    relay.target = inbox.app.url;
    await recover();
    await customer.write('Ana');
    await recover();
    expect(await saidTo(inbox, scope, customer.id)).toEqual(['One', 'Two', 'Name?', 'Bye Ana']);
    const runs = await runsOf(inbox.app, scope, customer.id);
    expect(runs.map(({ state }) => state.stop_reason)).toEqual(['finished']);
    const steps = runs[0]?.effects.map(({ step, kind }) => `${kind}:${step}`) ?? [];
    expect(new Set(steps).size).toBe(steps.length);
  });

  /** What the sweeps of a living process do later. */
  async function recover(): Promise<void> {
    await inbox.app.app.get(MessageSweeper, { strict: false }).finishForgotten(Date.now() + HOUR_MS);
    await flowsAreIdle(inbox.app);
    await inbox.app.app.get(FlowScheduler, { strict: false }).sweep(new Date(Date.now() + HOUR_MS));
    await flowsAreIdle(inbox.app);
  }
});
