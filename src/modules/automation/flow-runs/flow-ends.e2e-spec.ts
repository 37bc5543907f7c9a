import { getModelToken } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import request from 'supertest';
import type { RegisteredCompany } from '../../../../test/builders/accounts.js';
import {
  asks,
  type Bare,
  conversationsOf,
  FlowCustomer,
  flowsAreIdle,
  graphOf,
  lineOf,
  publishFlow,
  runsOf,
  says,
} from '../../../../test/support/flows.js';
import { companyWithChannels, type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import type { Message } from '../../inbox/message-log/index.js';
import { ThreadEvents } from './events/thread-events.service.js';
import { FlowThreadsRepository } from './flow-threads.repository.js';
import type { FlowRun } from './schemas/flow-run.schema.js';
import type { ThreadEvent } from './schemas/flow-thread.schema.js';

const CHAINED = 7;

describe('the end of a run', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let scope: CompanyScope;
  let people = 7_200;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox, ['facebook']);
    scope = CompanyScope.of(company.company._id);
    const questions = lineOf(['hello'], asks('name', 'Your name?', 'name'), says('bye', 'Bye, {{vars.name}}'));
    await publishFlow(inbox.app, scope, 'Welcome', questions);
    await publishFlow(inbox.app, scope, 'Prices', lineOf(['prices'], says('p', 'A bath costs 30')));
    const missed: Bare = { id: 't', type: 'trigger', data: { kind: 'appointment_no_show' } };
    await publishFlow(inbox.app, scope, 'Missed', graphOf([missed, says('m', 'We missed you')], [['t', 'next', 'm']]));
  });
  afterAll(() => inbox.close());

  const get = <T>(type: abstract new (...args: never[]) => T): T => inbox.app.app.get<T>(type, { strict: false });
  const model = <T>(name: string): Model<T> => inbox.app.app.get(getModelToken(name), { strict: false });
  const runs = ({ id }: FlowCustomer) => runsOf(inbox.app, scope, id);
  const aCustomer = async (text: string, answer: string): Promise<FlowCustomer> => {
    const customer = new FlowCustomer(inbox, String(++people));
    await customer.write(text);
    await customer.gets(answer);
    await flowsAreIdle(inbox.app);
    return customer;
  };
  const conversationOf = async ({ id }: FlowCustomer) => {
    const [conversation] = await conversationsOf(inbox.app, scope, id);
    if (!conversation) throw new Error('no conversation');
    return conversation;
  };
  const linesOf = async (customer: FlowCustomer): Promise<string[]> => {
    const filter = { company_id: scope.companyId, conversation_id: (await conversationOf(customer))._id };
    const lines = await model<Message>('Message')
      .find({ ...filter, 'author.kind': 'system' })
      .sort({ seq: 1 })
      .lean();
    return lines.map(({ content }) => content);
  };
  const happens = async (customer: FlowCustomer, event: Partial<ThreadEvent>): Promise<void> => {
    const { contact_id } = await conversationOf(customer);
    const whole = { key: new Types.ObjectId().toHexString(), kind: 'appointment_no_show' as const, ...event };
    await get(ThreadEvents).add(scope, contact_id, whole, new Date(0));
    await flowsAreIdle(inbox.app);
  };
  const eventsOf = async (customer: FlowCustomer): Promise<ThreadEvent[]> => {
    const [thread] = await get(FlowThreadsRepository).of(scope, [(await conversationOf(customer))._id]);
    return thread?.events ?? [];
  };
  /** Lets the engine work until the customer waits for staff. */
  const waits = async (customer: FlowCustomer): Promise<void> => {
    do await flowsAreIdle(inbox.app);
    while ((await conversationOf(customer)).owner.kind !== 'human');
  };

  it('comes if its message cannot be sent: staff get the customer, who waits again', async () => {
    inbox.sandbox.graph.failNext({ scenario: 'person_unavailable' });
    const customer = new FlowCustomer(inbox, String(++people));
    await customer.write('hello');
    await waits(customer);
    const [run] = await runs(customer);
    expect(run?.state).toMatchObject({ status: 'failed', stop_reason: 'send_failed' });
    expect(await conversationOf(customer)).toMatchObject({ waiting_since: expect.any(Date) });
    expect(await linesOf(customer)).toEqual([
      'The flow “Welcome” could not go on and handed the conversation over to your team. A message could not be sent.',
    ]);
  });

  it('does not hide that its last message could not be sent', async () => {
    inbox.sandbox.graph.failNext({ scenario: 'person_unavailable' });
    const customer = new FlowCustomer(inbox, String(++people));
    await customer.write('prices');
    await waits(customer);
    expect((await runs(customer)).map(({ state }) => state.stop_reason)).toEqual(['finished']);
    expect(await conversationOf(customer)).toMatchObject({ waiting_since: expect.any(Date) });
    expect(await linesOf(customer)).toEqual([
      'The customer did not get a message of the flow “Prices”, because it could not be sent. Your team has to answer.',
    ]);
  });

  it('lets an event begin that came during the run', async () => {
    const customer = await aCustomer('hello', 'Your name?');
    await happens(customer, {});
    expect(await eventsOf(customer)).toHaveLength(1);
    expect(customer.got).toEqual(['Your name?']);
    await customer.write('Ana');
    await customer.gets('We missed you');
    expect(customer.got).toEqual(['Your name?', 'Bye, Ana', 'We missed you']);
    await flowsAreIdle(inbox.app);
    expect(await eventsOf(customer)).toEqual([]);
  });

  it('comes too late for an event that may not wait any longer, and staff see that', async () => {
    const customer = await aCustomer('hello', 'Your name?');
    await happens(customer, { until: new Date() });
    expect(await eventsOf(customer)).toEqual([]);
    expect(await linesOf(customer)).toEqual([
      'The flow “Missed” did not start, because another flow was active here for too long.',
    ]);
    expect((await runs(customer)).map(({ active }) => active)).toEqual([true]);
  });

  it('comes when a user resolves the conversation', async () => {
    const customer = await aCustomer('hello', 'Your name?');
    const path = `/api/v1/conversations/${(await conversationOf(customer))._id.toHexString()}`;
    await request(inbox.app.url).patch(path).set(company.auth).send({ status: 'resolved' }).expect(200);
    await flowsAreIdle(inbox.app);
    const [run] = await runs(customer);
    expect(run?.state).toMatchObject({ status: 'stopped', stop_reason: 'conversation_resolved' });
    await customer.write('hello');
    await customer.gets('Your name?', 2);
  });

  it('may start another flow as often as the customer answers', async () => {
    const more = (flow_id: string): Bare => ({ id: 'go', type: 'action', data: { action: 'start_flow', flow_id } });
    const flow = await publishFlow(inbox.app, scope, 'Loop', lineOf(['loop'], asks('q', 'More?', 'more')));
    const again = lineOf(['loop'], asks('q', 'More?', 'more'), more(flow._id.toHexString()));
    await publishFlow(inbox.app, scope, 'Loop', again, flow);
    const customer = await aCustomer('loop', 'More?');
    for (let turn = 2; turn <= CHAINED; turn++) {
      await customer.write('yes');
      await customer.gets('More?', turn);
      await flowsAreIdle(inbox.app);
    }
  });

  it('is not seen in another run whose machine has a later clock', async () => {
    const customer = await aCustomer('hello', 'Your name?');
    const [run] = await runs(customer);
    const { active: _active, due_at: _due, ...rest } = run as FlowRun;
    const later = { ...rest, _id: new Types.ObjectId('ffffffffffffffffffffffff'), ended_at: new Date() };
    await model<FlowRun>('FlowRun').create({ ...later, trigger: { ...later.trigger, key: 'another' } });
    await customer.write('Ana');
    await customer.gets('Bye, Ana');
  });

  it('is told in the language of the company', async () => {
    await request(inbox.app.url).patch('/api/v1/companies/me').set(company.auth).send({ locale: 'pt-BR' }).expect(200);
    const customer = await aCustomer('hello', 'Your name?');
    await customer.write('human');
    await waits(customer);
    expect(await linesOf(customer)).toEqual(['O cliente pediu uma pessoa.']);
  });
});
