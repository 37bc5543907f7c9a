import { getModelToken } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import {
  asks,
  FlowCustomer,
  flowsAreIdle,
  graphOf,
  lineOf,
  publishFlow,
  conversationsOf,
  runsOf,
  saidTo,
  says,
} from '../../../../test/support/flows.js';
import { companyWithChannels, type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import type { Message } from '../../inbox/message-log/index.js';
import { MAX_ATTEMPTS } from './engine/work-failures.service.js';
import { FlowScheduler } from './events/flow-scheduler.service.js';
import { ThreadEvents } from './events/thread-events.service.js';
import { FlowThreadsRepository } from './flow-threads.repository.js';
import type { FlowRun } from './schemas/flow-run.schema.js';
import type { FlowThread } from './schemas/flow-thread.schema.js';

const HOUR_MS = 3_600_000;
const PERSON = 'A person from our team will answer you here.';

describe('work of flows that always fails', () => {
  let inbox: Inbox;
  let scope: CompanyScope;
  let people = 7_300;

  beforeAll(async () => {
    inbox = await startInbox();
    const company = await companyWithChannels(inbox, ['facebook']);
    scope = CompanyScope.of(company.company._id);
    const questions = lineOf(['hello'], asks('name', 'Your name?', 'name'), says('bye', 'Bye, {{vars.name}}'));
    await publishFlow(inbox.app, scope, 'Welcome', questions);
    await publishFlow(inbox.app, scope, 'Prices', lineOf(['prices'], says('p', 'A bath costs 30')));
  });
  afterAll(() => inbox.close());

  const get = <T>(type: abstract new (...args: never[]) => T): T => inbox.app.app.get<T>(type, { strict: false });
  const model = <T>(name: string): Model<T> => inbox.app.app.get(getModelToken(name), { strict: false });
  const runs = ({ id }: FlowCustomer) => runsOf(inbox.app, scope, id);
  const conversationOf = async ({ id }: FlowCustomer) => {
    const [conversation] = await conversationsOf(inbox.app, scope, id);
    if (!conversation) throw new Error('no conversation');
    return conversation;
  };
  const threadOf = async (customer: FlowCustomer): Promise<FlowThread | undefined> => {
    const [thread] = await get(FlowThreadsRepository).of(scope, [(await conversationOf(customer))._id]);
    return thread;
  };
  /** The time of the next attempt has come. */
  const tryAgain = async (customer: FlowCustomer): Promise<void> => {
    const filter = { company_id: scope.companyId, _id: (await conversationOf(customer))._id };
    const past = new Date(0);
    await model<FlowThread>('FlowThread').updateOne(filter, { $set: { 'failed_work.retry_at': past, due_at: past } });
    await get(FlowScheduler).sweep();
    await flowsAreIdle(inbox.app);
  };
  const giveUp = async (customer: FlowCustomer): Promise<void> => {
    for (let turn = 0; turn < MAX_ATTEMPTS && (await threadOf(customer))?.failed_work; turn++) await tryAgain(customer);
  };
  const linesOf = async (customer: FlowCustomer): Promise<string[]> => {
    const filter = { company_id: scope.companyId, conversation_id: (await conversationOf(customer))._id };
    const lines = await model<Message>('Message')
      .find({ ...filter, 'author.kind': 'system' })
      .sort({ seq: 1 })
      .lean();
    return lines.map(({ content }) => content);
  };

  /** A customer whose run waits for an answer, and needs an appointment that does not exist any more. */
  const aCustomerOfBrokenRun = async (): Promise<FlowCustomer> => {
    const customer = new FlowCustomer(inbox, String(++people));
    await customer.write('hello');
    await customer.gets('Your name?');
    await flowsAreIdle(inbox.app);
    const [run] = await runs(customer);
    const filter = { company_id: scope.companyId, _id: run?._id };
    await model<FlowRun>('FlowRun').updateOne(filter, { $set: { appointment_id: new Types.ObjectId() } });
    return customer;
  };

  it('is given up: the run ends, staff get the conversation, and the next message is handled', async () => {
    const customer = await aCustomerOfBrokenRun();
    await customer.write('Ana');
    await flowsAreIdle(inbox.app);
    expect(await threadOf(customer)).toMatchObject({ failed_work: { attempts: 1 } });
    await giveUp(customer);
    const [run] = await runs(customer);
    expect(run?.active).toBeUndefined();
    expect(run?.state).toMatchObject({ status: 'failed', stop_reason: 'internal_error' });
    expect(await linesOf(customer)).toEqual([
      'The flow “Welcome” could not go on and handed the conversation over to your team. An error in PetBuddy stopped it.',
    ]);
    expect(await conversationOf(customer)).toMatchObject({ owner: { kind: 'human' }, waiting_since: expect.any(Date) });
    const message = await model<Message>('Message').findOne({ company_id: scope.companyId, content: 'Ana' }).lean();
    expect(await threadOf(customer)).toMatchObject({ taken_seq: message?.seq });
    await customer.write('STOP');
    await flowsAreIdle(inbox.app);
    expect((await saidTo(inbox, scope, customer.id)).slice(0, 2)).toEqual(['Your name?', PERSON]);
    expect((await saidTo(inbox, scope, customer.id))[2]).toContain('no more automatic messages');
  });

  it('is not repeated by each new message', async () => {
    const customer = await aCustomerOfBrokenRun();
    await customer.write('Ana');
    await flowsAreIdle(inbox.app);
    const filter = { company_id: scope.companyId, _id: (await conversationOf(customer))._id };
    const set = { 'failed_work.attempts': 1, 'failed_work.retry_at': new Date(Date.now() + HOUR_MS) };
    await model<FlowThread>('FlowThread').updateOne(filter, { $set: set });
    for (const text of ['hello?', 'are you there?']) await customer.write(text);
    await flowsAreIdle(inbox.app);
    expect(await threadOf(customer)).toMatchObject({ failed_work: { attempts: 1 } });
  });

  it.each([
    ['STOP', 'customer_opted_out', 'no more automatic messages'],
    ['my dog is not breathing', 'emergency', 'This sounds urgent'],
  ])('does not hold up %s', async (text, reason, answer) => {
    const customer = await aCustomerOfBrokenRun();
    await customer.write('Ana');
    await flowsAreIdle(inbox.app);
    await customer.write(text);
    await flowsAreIdle(inbox.app);
    const [run] = await runs(customer);
    expect(run?.state).toMatchObject({ stop_reason: reason });
    expect(run?.active).toBeUndefined();
    const said = await saidTo(inbox, scope, customer.id);
    expect(said).toHaveLength(2);
    expect(said[1]).toContain(answer);
    await giveUp(customer);
    expect(await threadOf(customer)).not.toHaveProperty('failed_work');
    expect(await saidTo(inbox, scope, customer.id)).toHaveLength(2);
  });

  it('is skipped if it is an event whose appointment is gone, and the next event starts its flow', async () => {
    const missed = (text: string) =>
      graphOf(
        [{ id: 'start', type: 'trigger', data: { kind: 'appointment_no_show' } }, says('m', text)],
        [['start', 'next', 'm']],
      );
    await publishFlow(inbox.app, scope, 'Missed', missed('We missed you'));
    const customer = new FlowCustomer(inbox, String(++people));
    await customer.write('nothing');
    await flowsAreIdle(inbox.app);
    const { contact_id } = await conversationOf(customer);
    const event = { kind: 'appointment_no_show' as const };
    const gone = { ...event, key: 'gone', appointment_id: new Types.ObjectId() };
    await get(ThreadEvents).add(scope, contact_id, gone, new Date(0));
    await get(ThreadEvents).add(scope, contact_id, { ...event, key: 'there' }, new Date(0));
    await flowsAreIdle(inbox.app);
    await customer.write('prices');
    await customer.gets('A bath costs 30');
    await giveUp(customer);
    expect(await linesOf(customer)).toEqual([
      'An error stopped a flow from starting. Please check whether the customer needs a message.',
    ]);
    expect((await threadOf(customer))?.events).toEqual([]);
    expect((await runs(customer)).map(({ flow_name }) => flow_name)).toEqual(['Prices']);
  });
});
