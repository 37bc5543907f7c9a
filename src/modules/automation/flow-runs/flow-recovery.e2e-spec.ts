import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
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
import { CompanyScope } from '../../../core/tenancy/index.js';
import type { Conversation } from '../../inbox/conversations/index.js';
import { FlowScheduler } from './events/flow-scheduler.service.js';
import { ThreadEvents } from './events/thread-events.service.js';
import { FlowRunsRepository } from './flow-runs.repository.js';
import { FlowThreadsRepository } from './flow-threads.repository.js';

const HOUR_MS = 60 * 60_000;

describe('a flow after a fault', () => {
  let inbox: Inbox;
  let scope: CompanyScope;
  let people = 7_700;

  beforeAll(async () => {
    inbox = await startInbox();
    const company = await companyWithChannels(inbox, ['facebook']);
    scope = CompanyScope.of(company.company._id);
  });
  afterAll(() => inbox.close());

  const aCustomer = (): FlowCustomer => new FlowCustomer(inbox, String(++people));
  const runsOfCustomer = (customer: FlowCustomer): ReturnType<typeof runsOf> => runsOf(inbox.app, scope, customer.id);
  const get = <T>(type: abstract new (...args: never[]) => T): T => inbox.app.app.get<T>(type, { strict: false });
  const conversations = (): Model<Conversation> => inbox.app.app.get(getModelToken('Conversation'), { strict: false });
  const sweepLater = async (): Promise<void> => {
    await get(FlowScheduler).sweep(new Date(Date.now() + HOUR_MS));
    await get(FlowScheduler).idle();
    await flowsAreIdle(inbox.app);
  };

  it('starts once for an event that comes twice', async () => {
    const onNoShow = (text: string) =>
      graphOf(
        [{ id: 'start', type: 'trigger', data: { kind: 'appointment_no_show' } }, says('m', text)],
        [['start', 'next', 'm']],
      );
    await publishFlow(inbox.app, scope, 'A', onNoShow('Text A'));
    await publishFlow(inbox.app, scope, 'B', onNoShow('Text B'));
    const customer = aCustomer();
    await customer.write('nothing');
    await flowsAreIdle(inbox.app);
    const conversation = await conversations().findOne({ company_id: scope.companyId }).lean();
    if (!conversation) throw new Error('no conversation');
    const event = { key: 'appointment:x:no_show', kind: 'appointment_no_show' as const };
    for (let turn = 0; turn < 2; turn++) {
      await get(ThreadEvents).add(scope, conversation.contact_id, event, new Date(0));
      await flowsAreIdle(inbox.app);
    }
    expect((await runsOfCustomer(customer)).map(({ flow_name }) => flow_name)).toEqual(['A']);
  });

  it('does not give the next flow a message that was taken but not marked as handled', async () => {
    const next = await publishFlow(inbox.app, scope, 'Next', lineOf(['unused'], asks('q', 'Name?', 'name')));
    const go = {
      id: 'go',
      type: 'action' as const,
      data: { action: 'start_flow' as const, flow_id: next._id.toHexString() },
    };
    await publishFlow(inbox.app, scope, 'First', lineOf(['hello'], says('hi', 'Hi'), go));
    const customer = aCustomer();
    const threads = get(FlowThreadsRepository);
    const take = threads.take.bind(threads);
    threads.take = () => {
      threads.take = take;
      return Promise.reject(new Error('the primary stepped down'));
    };
    await customer.write('well hello my friends');
    await get(FlowScheduler).idle();
    await sweepLater();
    const runs = await runsOfCustomer(customer);
    expect(runs.map(({ flow_name, state }) => [flow_name, state.status, state.vars])).toEqual([
      ['First', 'done', {}],
      ['Next', 'waiting_input', {}],
    ]);
  });

  it('stores nothing more of a contact that is deleted during a step', async () => {
    await publishFlow(inbox.app, scope, 'Questions', lineOf(['question'], asks('q', 'Your secret?', 'secret')));
    const customer = aCustomer();
    await customer.write('question');
    await flowsAreIdle(inbox.app);
    const [run] = await runsOfCustomer(customer);
    if (!run) throw new Error('no run');
    const runs = get(FlowRunsRepository);
    await runs.forgetContact(scope, run.contact_id);
    const late = { ...run, state: { ...run.state, vars: { secret: 'private' } } };
    await expect(runs.save(scope, late)).rejects.toThrow('has ended');
    expect(await runs.getById(scope, run._id)).toMatchObject({ state: { vars: {}, status: 'stopped' } });
  });

  it('ends its run if the conversation is gone', async () => {
    await publishFlow(inbox.app, scope, 'Waits', lineOf(['waits'], asks('q', 'And?', 'and')));
    const customer = aCustomer();
    await customer.write('waits');
    await flowsAreIdle(inbox.app);
    const [run] = await runsOfCustomer(customer);
    if (!run) throw new Error('no run');
    await conversations().deleteOne({ _id: run.conversation_id, company_id: scope.companyId });
    await get(FlowScheduler).sweep(new Date(Date.now() + 48 * HOUR_MS));
    await get(FlowScheduler).idle();
    expect(await get(FlowRunsRepository).getById(scope, run._id)).toMatchObject({ state: { status: 'stopped' } });
  });

  it('fails at a message that cannot be filled, and does not block the next message', async () => {
    const url = `https://files.example/${'{{message.text}}'.repeat(9)}`;
    const file = {
      id: 'm',
      type: 'message' as const,
      data: { text: 'Look', attachments: [{ type: 'image' as const, url }] },
    };
    await publishFlow(inbox.app, scope, 'Large', lineOf(['large'], file));
    const customer = aCustomer();
    await customer.write(`large ${'\u5b57'.repeat(1_500)}`);
    await flowsAreIdle(inbox.app);
    await customer.write('STOP');
    await flowsAreIdle(inbox.app);
    const runs = await runsOfCustomer(customer);
    expect(runs).toMatchObject([{ state: { status: 'failed', stop_reason: 'action_failed' } }]);
    expect(await saidTo(inbox, scope, customer.id)).toHaveLength(2);
  });
});
