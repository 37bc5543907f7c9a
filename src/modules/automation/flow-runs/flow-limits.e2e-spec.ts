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
import { openRawDatabase, type RawDatabase } from '../../../../test/support/raw-database.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { LIMITS } from '../flow-core/index.js';
import { MAX_CHAIN } from './engine/next-flows.service.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

describe('limits of flows', () => {
  let inbox: Inbox;
  let raw: RawDatabase;
  let company: RegisteredCompany;
  let scope: CompanyScope;
  let people = 9_600;

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

  const aCustomer = (): FlowCustomer => new FlowCustomer(inbox, String(++people));
  const reasonsOf = async ({ id }: FlowCustomer): Promise<unknown[]> =>
    (await runsOf(inbox.app, scope, id)).map(({ state }) => state.stop_reason);
  const conversationOf = async ({ id }: FlowCustomer) => (await conversationsOf(inbox.app, scope, id))[0]?._id;

  const linesOf = async (customer: FlowCustomer): Promise<unknown[]> => {
    const lines = { conversation_id: await conversationOf(customer), 'author.kind': 'system' };
    return (await raw.db.collection('messages').find(lines).toArray()).map(({ content }) => content);
  };

  it('end a run at the message after the 50th of a day', async () => {
    await publishFlow(inbox.app, scope, 'Two', lineOf(['two'], says('one', 'One'), says('more', 'Two')));
    const customer = aCustomer();
    await customer.write('two');
    await customer.gets('Two');
    await flowsAreIdle(inbox.app);
    const sent = { kind: 'send', status: 'done', at: new Date(), effect: { kind: 'send' }, outcome: { ok: true } };
    const effects = Array.from({ length: LIMITS.messagesOfContactPerDay - 1 }, (_, step) => ({ ...sent, step }));
    const ours = { company_id: scope.companyId, conversation_id: await conversationOf(customer) };
    await raw.db.collection('flow_runs').updateOne(ours, { $set: { effects } });
    await customer.write('two');
    await customer.gets('One', 2);
    await flowsAreIdle(inbox.app);
    expect(await reasonsOf(customer)).toEqual(['finished', 'too_many_messages_today']);
    expect(customer.got).toEqual(['One', 'Two', 'One']);
    for (let more = 0; more < 3; more++) await customer.write('two');
    await flowsAreIdle(inbox.app);
    expect(await runsOf(inbox.app, scope, customer.id)).toHaveLength(2);
    expect(await linesOf(customer)).toEqual([expect.stringContaining('the most automatic messages of one day')]);
  });

  it('give a customer who goes round in circles to staff', async () => {
    const trigger: Bare = { id: 't', type: 'trigger', data: { kind: 'keyword', words: ['circle'] } };
    const edges = [
      ['t', 'next', 'q'],
      ['q', 'next', 'q'],
    ] as const;
    await publishFlow(inbox.app, scope, 'Circle', graphOf([trigger, asks('q', 'Which one?', 'which')], edges));
    const customer = aCustomer();
    await customer.write('circle');
    for (let round = 1; round <= LIMITS.visitsOfNode; round++) {
      await customer.gets('Which one?', round);
      await customer.write(`answer ${round}`);
    }
    await customer.gets('A person from our team will answer you here.');
    await flowsAreIdle(inbox.app);
    expect(await reasonsOf(customer)).toEqual(['too_many_visits']);
    expect(await linesOf(customer)).toEqual([expect.stringContaining('the same step too often')]);
  });

  it('end flows that start one another without end', async () => {
    const flow = await publishFlow(inbox.app, scope, 'Loop', lineOf(['loop'], says('m', 'Round')));
    const again: Bare = {
      id: 'again',
      type: 'action',
      data: { action: 'start_flow', flow_id: flow._id.toHexString() },
    };
    await publishFlow(inbox.app, scope, 'Loop', lineOf(['loop'], says('m', 'Round'), again), flow);
    const customer = aCustomer();
    await customer.write('loop');
    await customer.gets('Round', MAX_CHAIN);
    await customer.gets('A person from our team will answer you here.');
    await flowsAreIdle(inbox.app);
    const started = Array.from({ length: MAX_CHAIN - 1 }, () => 'started_another_flow');
    expect(await reasonsOf(customer)).toEqual([...started, 'action_failed']);
  });

  it.each([
    ['not a minute before', 2 * HOUR_MS - MINUTE_MS, 1],
    ['again', 2 * HOUR_MS, 2],
  ])('let a flow start once in two hours: %s they are over', async (_, ago, expected) => {
    const name = `Once ${expected}`;
    const trigger: Bare = { id: 't', type: 'trigger', data: { kind: 'keyword', words: [name], once_per_hours: 2 } };
    await publishFlow(inbox.app, scope, name, graphOf([trigger, says('m', name)], [['t', 'next', 'm']]));
    const customer = aCustomer();
    await customer.write(name);
    await customer.gets(name);
    await flowsAreIdle(inbox.app);
    const ours = { company_id: scope.companyId, conversation_id: await conversationOf(customer) };
    await raw.db.collection('flow_runs').updateOne(ours, { $set: { started_at: new Date(Date.now() - ago) } });
    await customer.write(name);
    await flowsAreIdle(inbox.app);
    expect(await runsOf(inbox.app, scope, customer.id)).toHaveLength(expected);
  });

  it.each([
    ['pause', 'post', '/pause', 'flow_paused'],
    ['deletion', 'delete', '', 'flow_deleted'],
  ] as const)('end a waiting run at the %s of its flow', async (word, method, path, reason) => {
    const flow = await publishFlow(inbox.app, scope, `Of ${word}`, lineOf([word], asks('q', `${word}?`, 'x')));
    const customer = aCustomer();
    await customer.write(word);
    await customer.gets(`${word}?`);
    await flowsAreIdle(inbox.app);
    const url = `/api/v1/flows/${flow._id.toHexString()}${path}`;
    const { status } = await request(inbox.app.url)[method](url).set(company.auth);
    expect(status).toBeLessThan(300);
    await flowsAreIdle(inbox.app);
    await customer.write('my answer');
    await flowsAreIdle(inbox.app);
    expect(await reasonsOf(customer)).toEqual([reason]);
    expect(customer.got).toEqual([`${word}?`]);
  });
});
