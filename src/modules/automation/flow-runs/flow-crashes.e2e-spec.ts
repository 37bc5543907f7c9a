import type { Types } from 'mongoose';
import request from 'supertest';
import { pageComment } from '../../../../sandbox/events/index.js';
import { type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { beforeNext } from '../../../../test/support/before-next.js';
import { DoomedProcesses } from '../../../../test/support/doomed-process.js';
import {
  asks,
  conversationsOf,
  FlowCustomer,
  flowsAreIdle,
  graphOf,
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
import type { TriggerData } from '../flow-core/index.js';
import { FlowScheduler } from './events/flow-scheduler.service.js';
import { FlowThreadsRepository } from './flow-threads.repository.js';

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
    const page = await aNewPage();
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
    expect(await reasonsOf(customer)).toEqual(['finished']);
    const [run] = await runsOf(inbox.app, scope, customer.id);
    const steps = run?.effects.map(({ step, kind }) => `${kind}:${step}`) ?? [];
    expect(new Set(steps).size).toBe(steps.length);
  });

  it.each<CrashPointName>(['flow.event_added', 'flow.planned', 'flow.handled'])(
    'at %s, starts the flow of a tag once',
    async (point) => {
      const tag = `tag of ${point}`;
      const customer = await aCustomerOf({ kind: 'tag_added', tag });
      const [conversation] = await conversationsOf(inbox.app, scope, customer.id);
      const path = `/api/v1/contacts/${String(conversation?.contact_id)}`;
      await processes.killedAt(point, (url) =>
        request(url)
          .patch(path)
          .set(company.auth)
          .send({ tags: [tag] }),
      );
      await recover();
      expect(await saidTo(inbox, scope, customer.id)).toEqual(['Thanks']);
      expect(await reasonsOf(customer)).toEqual(['finished']);
    },
  );

  it.each<CrashPointName>(['flow.event_added', 'flow.planned', 'flow.handled'])(
    'at %s, starts the flow of a comment once',
    async (point) => {
      const words = [`comment ${point}`];
      const customer = await aCustomerOf({ kind: 'comment', words });
      const { id, channelId } = customer;
      const comment = pageComment({ from: { id, name: 'Ana' }, text: `${words[0]}?`, ...(channelId && { channelId }) });
      await processes.killedAt(point, (url) => {
        relay.target = url;
        return inbox.sandbox.webhooks.send(comment);
      });
      relay.target = inbox.app.url;
      await recover();
      expect(await saidTo(inbox, scope, customer.id)).toEqual(['Thanks']);
      expect(await reasonsOf(customer)).toEqual(['finished']);
    },
  );

  it('loses no message that it has read from the event log while another process puts the conversation to rest', async () => {
    const page = await aNewPage();
    await publishFlow(inbox.app, scope, 'Rest', lineOf(['rest'], says('one', 'Rested')));
    const customer = new FlowCustomer(inbox, String(++people), page.external_id);
    relay.target = inbox.app.url;
    await customer.write('good morning');
    await recover();
    const [conversation] = await conversationsOf(inbox.app, scope, customer.id);
    const id = conversation?._id as Types.ObjectId;
    const threads = inbox.app.app.get(FlowThreadsRepository, { strict: false });
    await threads.markDue(scope, [id], new Date());
    beforeNext(threads, 'settle', async () => {
      await processes.killedAt('flow.read', async (url) => {
        relay.target = url;
        await inbox.sandbox.webhooks.send(customer.message('rest'));
      });
      relay.target = inbox.app.url;
    });
    inbox.app.app.get(FlowScheduler, { strict: false }).wake(scope, id.toHexString());
    await recover();
    expect(await saidTo(inbox, scope, customer.id)).toEqual(['Rested']);
  });

  async function aNewPage(): Promise<ReturnType<typeof aPage>> {
    const page = aPage(inbox);
    await request(inbox.app.url).post('/api/v1/channels').set(company.auth).send(page).expect(201);
    return page;
  }

  /** A customer who may be answered, with a flow that the trigger starts. */
  async function aCustomerOf(data: TriggerData): Promise<FlowCustomer> {
    const page = await aNewPage();
    const trigger = { id: 't', type: 'trigger', data } as const;
    const graph = graphOf([trigger, says('m', 'Thanks')], [['t', 'next', 'm']]);
    await publishFlow(inbox.app, scope, `${data.kind} ${data.tag ?? String(data.words)}`, graph);
    const customer = new FlowCustomer(inbox, String(++people), page.external_id);
    await customer.write('good morning');
    await flowsAreIdle(inbox.app);
    return customer;
  }

  const reasonsOf = async ({ id }: FlowCustomer): Promise<unknown[]> =>
    (await runsOf(inbox.app, scope, id)).map(({ state }) => state.stop_reason);

  /** What the sweeps of a living process do later. */
  async function recover(): Promise<void> {
    await inbox.app.app.get(MessageSweeper, { strict: false }).finishForgotten(Date.now() + HOUR_MS);
    await flowsAreIdle(inbox.app);
    await inbox.app.app.get(FlowScheduler, { strict: false }).sweep(new Date(Date.now() + HOUR_MS));
    await flowsAreIdle(inbox.app);
  }
});
