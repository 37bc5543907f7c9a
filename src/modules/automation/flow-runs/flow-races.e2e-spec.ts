import { getModelToken } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import request from 'supertest';
import type { RegisteredCompany } from '../../../../test/builders/accounts.js';
import { beforeNext } from '../../../../test/support/before-next.js';
import {
  asks,
  FlowCustomer,
  flowsAreIdle,
  graphOf,
  lineOf,
  publishFlow,
  runsOf,
  saidTo,
  says,
} from '../../../../test/support/flows.js';
import { companyWithChannels, type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { FlowMessagesService } from '../../inbox/messages/index.js';
import { MessageDelivery } from '../../inbox/message-sending/index.js';
import { MessagesRepository } from '../../inbox/message-log/index.js';
import { ThreadDrain } from './engine/thread-drain.service.js';
import type { FlowRun } from './schemas/flow-run.schema.js';

const COPIES = 20;

describe('flows under load and in races', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let scope: CompanyScope;
  let people = 9_500;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox, ['facebook']);
    scope = CompanyScope.of(company.company._id);
    const graph = lineOf(
      ['hello'],
      says('hi', 'Hi!'),
      asks('name', 'Your name?', 'name'),
      says('bye', 'Bye, {{vars.name}}'),
    );
    await publishFlow(inbox.app, scope, 'Welcome', graph);
  });
  afterAll(() => inbox.close());

  const aCustomer = (): FlowCustomer => new FlowCustomer(inbox, String(++people));
  const get = <T>(type: abstract new (...args: never[]) => T): T => inbox.app.app.get(type as never, { strict: false });
  const runs = ({ id }: FlowCustomer) => runsOf(inbox.app, scope, id);
  const said = ({ id }: FlowCustomer) => saidTo(inbox, scope, id);
  const staffReplies = async (customer: FlowCustomer): Promise<void> => {
    const [run] = await runs(customer);
    const body = { contact_id: run?.contact_id.toHexString(), role: 'operator', direction: 'outbound' };
    await request(inbox.app.url)
      .post('/api/v1/messages')
      .set(company.auth)
      .send({ ...body, platform: 'facebook', content: 'I am here' })
      .expect(201);
  };

  it('start once for 20 copies of a message, and send each text once', async () => {
    const customer = aCustomer();
    const event = customer.message('hello');
    await Promise.all(Array.from({ length: COPIES }, () => inbox.sandbox.webhooks.send(event)));
    await customer.gets('Your name?');
    await flowsAreIdle(inbox.app);
    expect(await runs(customer)).toHaveLength(1);
    expect(await said(customer)).toEqual(['Hi!', 'Your name?']);
  });

  it('run one flow if two fit, also in several processes', async () => {
    const any = (text: string) =>
      graphOf(
        [{ id: 't', type: 'trigger', data: { kind: 'keyword', words: ['twice'] } }, asks('q', text, 'x')],
        [['t', 'next', 'q']],
      );
    await publishFlow(inbox.app, scope, 'Twice A', any('A?'));
    await publishFlow(inbox.app, scope, 'Twice B', any('B?'));
    const customer = aCustomer();
    await customer.write('twice');
    const [first] = await until(
      () => runs(customer),
      (found) => found.length > 0,
    );
    const drain = get(ThreadDrain);
    const { signal } = new AbortController();
    const id = first?.conversation_id as never;
    await Promise.all(Array.from({ length: 5 }, () => drain.drain(scope, id, new Date(0), signal)));
    expect((await runs(customer)).filter(({ active }) => active)).toHaveLength(1);
    expect(await said(customer)).toEqual(['A?']);
  });

  it('take all messages in order while a send is slow', async () => {
    const questions = [1, 2, 3, 4, 5].map((n) => asks(`q${n}`, `Question ${n}?`, `a${n}`));
    const all = '{{vars.a1}} {{vars.a2}} {{vars.a3}} {{vars.a4}} {{vars.a5}}';
    await publishFlow(inbox.app, scope, 'Form', lineOf(['form'], ...questions, says('all', all)));
    const customer = aCustomer();
    await customer.write('form');
    await customer.gets('Question 1?');
    Object.assign(inbox.sandbox.graph.knobs, { mode: 'slow', slow_ms: 300 });
    for (const text of ['one', 'two', 'three', 'four', 'five']) {
      await inbox.sandbox.webhooks.send(customer.message(text));
    }
    await customer.gets('one two three four five');
    inbox.sandbox.graph.knobs.mode = 'ok';
  });

  it('send nothing after an answer of staff that comes between the plan and the message', async () => {
    const customer = aCustomer();
    await customer.write('hello');
    await customer.gets('Your name?');
    beforeNext(get(FlowMessagesService), 'send', () => staffReplies(customer));
    await customer.write('Ana');
    await until(
      () => runs(customer),
      ([run]) => run?.active === undefined,
    );
    expect(await said(customer)).toEqual(['Hi!', 'Your name?']);
    const [run] = await runs(customer);
    expect(run?.state).toMatchObject({ status: 'stopped', stop_reason: 'staff_replied' });
    expect(run?.effects.map(({ status }) => status)).toEqual(['done', 'done', 'cancelled']);
  });

  it('do not send a stored message if staff answer before the call to the provider', async () => {
    const customer = aCustomer();
    await customer.write('hello');
    await customer.gets('Your name?');
    beforeNext(get(MessageDelivery), 'deliver', async () => {
      // Does not wait for the delivery of this answer, which comes after the one that is blocked.
      void staffReplies(customer);
      const messages = get(MessagesRepository);
      const [run] = await runs(customer);
      await until(
        () => messages.newerReply(scope, run?.conversation_id as never, 0),
        (answer) => answer !== null,
      );
    });
    await customer.write('Ana');
    await customer.gets('I am here');
    const [run] = await runs(customer);
    const messages = await get(MessagesRepository).newest(scope, run?.conversation_id as never, 5);
    expect(messages.find(({ content }) => content === 'Bye, Ana')).toMatchObject({
      status: 'failed',
      error: { code: 'STOPPED_BY_STAFF' },
    });
    expect(customer.got).not.toContain('Bye, Ana');
  });

  it('end at once when staff answer, and leave the automation of the conversation on', async () => {
    const customer = aCustomer();
    await customer.write('hello');
    await customer.gets('Your name?');
    await staffReplies(customer);
    const [run] = await until(
      () => runs(customer),
      ([one]) => one?.active === undefined,
    );
    expect(run?.state.stop_reason).toBe('staff_replied');
    const path = `/api/v1/conversations/${run?.conversation_id.toHexString()}`;
    const { body } = await request(inbox.app.url).get(path).set(company.auth).expect(200);
    expect(body).toMatchObject({ automation: 'on', owner: { kind: 'human', id: company.user._id } });
  });

  it.each([
    ['before', 1, 'Got yes'],
    ['at', 0, 'Too late'],
    ['after', -1, 'Too late'],
  ])('take an answer or the end of the wait, never both: an answer just %s the end', async (_, ms, expected) => {
    const name = `Timed ${ms}`;
    const graph = graphOf(
      [
        { id: 't', type: 'trigger', data: { kind: 'keyword', words: [name] } },
        asks('q', 'Quick?', 'x', 60),
        says('yes', 'Got {{vars.x}}'),
        says('late', 'Too late'),
      ],
      [
        ['t', 'next', 'q'],
        ['q', 'next', 'yes'],
        ['q', 'timeout', 'late'],
      ],
    );
    await publishFlow(inbox.app, scope, name, graph);
    const customer = aCustomer();
    await customer.write(name);
    await customer.gets('Quick?');
    const [run] = await until(
      () => runs(customer),
      ([one]) => one?.state.status === 'waiting_input',
    );
    const id = run?.conversation_id as Types.ObjectId;
    // The lock is kept until both the answer and the end of the wait are there.
    await get(KeyedLocks).withLock(`automation:${id.toHexString()}`, async () => {
      await customer.write('yes');
      const answer = await get(MessagesRepository).newestOfCustomer(scope, id, 1_000);
      const until = new Date((answer?.created_at.getTime() ?? 0) + ms);
      const model = inbox.app.app.get<Model<FlowRun>>(getModelToken('FlowRun'), { strict: false });
      const ours = { company_id: scope.companyId, _id: run?._id };
      await model.updateOne(ours, { $set: { 'state.wait.until': until.toISOString(), due_at: until } });
    });
    await customer.gets(expected);
    await flowsAreIdle(inbox.app);
    expect(await said(customer)).toEqual(['Quick?', expected]);
  });
});

/** Reads again and again until the value fits. */
async function until<T>(read: () => Promise<T>, fits: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await read();
    if (fits(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
