import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import request from 'supertest';
import type { RegisteredCompany } from '../../../../test/builders/accounts.js';
import { beforeNext } from '../../../../test/support/before-next.js';
import {
  asks,
  conversationsOf,
  FlowCustomer,
  flowsAreIdle,
  lineOf,
  publishFlow,
  runsOf,
  says,
} from '../../../../test/support/flows.js';
import { companyWithChannels, type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import type { Message } from '../../inbox/message-log/index.js';
import { MessageDelivery } from '../../inbox/message-sending/index.js';
import type { FlowRun } from './schemas/flow-run.schema.js';

/** A message that is stored, while its call to the provider has not begun. */
describe('a waiting message of a flow', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let scope: CompanyScope;
  let people = 7_100;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox, ['facebook']);
    scope = CompanyScope.of(company.company._id);
  });
  afterAll(() => inbox.close());

  const get = <T>(type: abstract new (...args: never[]) => T): T => inbox.app.app.get<T>(type, { strict: false });
  const call = (method: 'post' | 'patch' | 'delete', path: string, body: object = {}) =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(company.auth).send(body);
  const resolve = ({ conversation_id }: FlowRun) =>
    call('patch', `/conversations/${conversation_id.toHexString()}`, { status: 'resolved' }).expect(200);

  /** The customer starts the flow, and `act` comes before the first call to the provider. */
  const messageAfter = async (
    flow: string,
    act: (run: FlowRun, customer: FlowCustomer) => PromiseLike<unknown>,
  ): Promise<{ customer: FlowCustomer; message: Message }> => {
    const customer = new FlowCustomer(inbox, String(++people));
    const messages = inbox.app.app.get<Model<Message>>(getModelToken('Message'), { strict: false });
    // A late answer of an earlier test must not be taken for the message of this one.
    await flowsAreIdle(inbox.app);
    const waiting = { company_id: scope.companyId, status: 'queued' as const };
    await until(
      () => messages.findOne(waiting).lean(),
      (one) => one === null,
    );
    beforeNext(get(MessageDelivery), 'deliver', async () => {
      const isThere = (run: FlowRun | undefined): boolean => run !== undefined && run.state.status !== 'waiting_effect';
      const run = await until(async () => (await runsOf(inbox.app, scope, customer.id))[0], isThere);
      await act(run as FlowRun, customer);
    });
    await customer.write(flow);
    const isSettled = (one: Message | null): boolean => one !== null && one.status !== 'queued';
    const message = await until(async () => {
      const [conversation] = await conversationsOf(inbox.app, scope, customer.id);
      const filter = { company_id: scope.companyId, conversation_id: conversation?._id, bot: { $exists: true } };
      return messages.findOne(filter).lean();
    }, isSettled);
    return { customer, message: message as Message };
  };

  const stops: [string, string, (run: FlowRun, customer: FlowCustomer) => PromiseLike<unknown>][] = [
    ['the customer opts out', 'CUSTOMER_OPTED_OUT', (_, customer) => optOut(customer)],
    [
      'automation is turned off',
      'AUTOMATION_OFF',
      ({ conversation_id }) =>
        call('patch', `/conversations/${conversation_id.toHexString()}`, { automation: 'off' }).expect(200),
    ],
    ['a user stops the run', 'RUN_STOPPED', ({ _id }) => call('post', `/flow-runs/${_id.toHexString()}/stop`)],
    ['the flow is paused', 'FLOW_PAUSED', ({ flow_id }) => call('post', `/flows/${flow_id.toHexString()}/pause`)],
    ['the flow is deleted', 'FLOW_DELETED', ({ flow_id }) => call('delete', `/flows/${flow_id.toHexString()}`)],
    ['a user resolves the conversation', 'RUN_STOPPED', (run) => resolve(run).then(() => ended(run))],
  ];

  it.each(stops)('is not sent if %s', async (name, code, act) => {
    await publishFlow(inbox.app, scope, name, lineOf([name], asks('q', 'Your name?', 'name')));
    const { customer, message } = await messageAfter(name, act);
    expect(message).toMatchObject({ status: 'failed', error: { code } });
    expect(customer.got).not.toContain('Your name?');
  });

  it('is sent if its run has finished and a user resolves the conversation', async () => {
    await publishFlow(inbox.app, scope, 'Thanks', lineOf(['thanks'], says('m', 'See you!')));
    const { message } = await messageAfter('thanks', resolve);
    expect(message.status).not.toBe('failed');
  });

  async function optOut(customer: FlowCustomer): Promise<void> {
    void customer.write('STOP');
    await until(
      () => runsOf(inbox.app, scope, customer.id),
      ([run]) => run?.state.stop_reason === 'customer_opted_out',
    );
  }

  async function ended({ _id }: FlowRun): Promise<void> {
    const runs = inbox.app.app.get<Model<FlowRun>>(getModelToken('FlowRun'), { strict: false });
    const run = await until(
      () => runs.findOne({ company_id: scope.companyId, _id }).lean(),
      (one) => one?.active === undefined,
    );
    expect(run?.state).toMatchObject({ status: 'stopped', stop_reason: 'conversation_resolved' });
    await flowsAreIdle(inbox.app);
  }
});

/** Reads again and again until the value fits. */
async function until<T>(read: () => Promise<T>, fits: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await read();
    if (fits(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
