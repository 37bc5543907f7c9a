import request from 'supertest';
import { messengerQuickReply } from '../../../../sandbox/events/index.js';
import { type RegisteredCompany } from '../../../../test/builders/accounts.js';
import {
  asks,
  type Bare,
  FlowCustomer,
  flowsAreIdle,
  graphOf,
  lineOf,
  publishFlow,
  runsOf,
  saidTo,
  says,
} from '../../../../test/support/flows.js';
import { aPage, companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { registerCompany } from '../../../../test/builders/accounts.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';

describe('flows answer customers', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let scope: CompanyScope;
  let staff: StaffSocket;
  let people = 9_100;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox, ['facebook']);
    scope = CompanyScope.of(company.company._id);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
  });
  afterAll(async () => {
    staff.close();
    await inbox.close();
  });

  const aCustomer = (): FlowCustomer => new FlowCustomer(inbox, String(++people));
  const ended = (flow: string): Promise<Record<string, unknown>> =>
    staff.next('flow:run', ({ run }) => {
      const { flow_name, ended_at } = run as Record<string, unknown>;
      return flow_name === flow && ended_at !== null;
    });

  it('greet, ask and use the answer', async () => {
    const graph = lineOf(
      ['hello'],
      says('greet', 'Welcome to the salon'),
      asks('name', 'What is the name of your pet?', 'pet'),
      says('thanks', 'Thanks, {{vars.pet}} is welcome'),
    );
    await publishFlow(inbox.app, scope, 'Welcome', graph);
    const customer = aCustomer();
    await customer.write('Hello there');
    await customer.gets('What is the name of your pet?');
    await customer.write('Rex');
    await customer.gets('Thanks, Rex is welcome');
    expect((await ended('Welcome'))['run']).toMatchObject({ version: 1, status: 'done', stop_reason: 'finished' });
    expect(customer.got).toEqual(['Welcome to the salon', 'What is the name of your pet?', 'Thanks, Rex is welcome']);
  });

  it('go on at the button that the customer taps, also if a keyword of another flow is on it', async () => {
    const graph = graphOf(
      [
        { id: 'start', type: 'trigger', data: { kind: 'keyword', words: ['menu please'] } },
        says('menu', 'What do you need?', ['Bath', 'Hello']),
        says('bath', 'A bath costs 30'),
        says('hello', 'You tapped hello'),
      ],
      [
        ['start', 'next', 'menu'],
        ['menu', 'choice-1', 'bath'],
        ['menu', 'choice-2', 'hello'],
      ],
    );
    await publishFlow(inbox.app, scope, 'Menu', graph);
    const customer = aCustomer();
    await customer.write('menu please');
    await customer.gets('What do you need?');
    const [menu] = customer.messages;
    const { payload } = (menu?.data['buttons'] as { payload: string }[])[1] ?? { payload: '' };
    const tap = messengerQuickReply({ customerId: customer.id, title: 'Hello', payload });
    await customer.deliver(tap);
    await customer.gets('You tapped hello');
  });

  it('start the flow of the highest priority, then of the first name, once in so many hours', async () => {
    const trigger = (id: string, priority: number, more: object = {}): Bare => {
      return { id, type: 'trigger', data: { kind: 'keyword', words: ['price'], priority, ...more } };
    };
    for (const name of ['B prices', 'A prices'])
      await publishFlow(inbox.app, scope, name, graphOf([trigger('t', 5), says('m', name)], [['t', 'next', 'm']]));
    const seldom = graphOf([trigger('t', 9, { once_per_hours: 2 }), says('m', 'Offer of today')], [['t', 'next', 'm']]);
    await publishFlow(inbox.app, scope, 'Seldom', seldom);
    const customer = aCustomer();
    await customer.write('the price?');
    await customer.gets('Offer of today');
    await customer.write('the price again?');
    await customer.gets('A prices');
    expect(customer.got).toEqual(['Offer of today', 'A prices']);
  });

  it('stay on their version while a newer one is published', async () => {
    const of = (text: string) => lineOf(['version'], asks('q', 'Ready?', 'answer'), says('end', text));
    const flow = await publishFlow(inbox.app, scope, 'Versions', of('From version 1'));
    const customer = aCustomer();
    await customer.write('version');
    await customer.gets('Ready?');
    await publishFlow(inbox.app, scope, 'Versions', of('From version 2'), flow);
    await customer.write('yes');
    await customer.gets('From version 1');
    await customer.write('version');
    await customer.gets('Ready?', 2);
    await customer.write('yes');
    await customer.gets('From version 2');
  });

  it('start another flow with their variables, and stop at the fifth in a row', async () => {
    const next = await publishFlow(
      inbox.app,
      scope,
      'Next',
      lineOf(['unused word'], says('m', 'Next for {{vars.pet}}')),
    );
    const graph = lineOf(['chain'], asks('q', 'Which pet?', 'pet'), {
      id: 'go',
      type: 'action',
      data: { action: 'start_flow', flow_id: next._id.toHexString() },
    });
    await publishFlow(inbox.app, scope, 'First', graph);
    const customer = aCustomer();
    await customer.write('chain');
    await customer.gets('Which pet?');
    await customer.write('Luna');
    await customer.gets('Next for Luna');
    const runs = await runsOf(inbox.app, scope, customer.id);
    expect(runs.map(({ flow_name, chain }) => [flow_name, chain])).toEqual([
      ['First', 0],
      ['Next', 1],
    ]);
    expect(runs[0]?.state.stop_reason).toBe('started_another_flow');
  });

  it('show the conversation as the bot’s while they run, and hand it over to staff', async () => {
    const graph = lineOf(['broken'], asks('q', 'What is broken?', 'what'), {
      id: 'hand',
      type: 'action',
      data: { action: 'hand_off', reason: 'Something is broken' },
    });
    await publishFlow(inbox.app, scope, 'Repairs', graph);
    const customer = aCustomer();
    await customer.write('broken');
    await customer.gets('What is broken?');
    const [run] = await runsOf(inbox.app, scope, customer.id);
    const id = run?.conversation_id.toHexString();
    const isOwned = (kind: string) => (data: Record<string, unknown>) => {
      const { conversation } = data as { conversation: { _id: string; owner: { kind: string } } };
      return conversation._id === id && conversation.owner.kind === kind;
    };
    await staff.next('conversation:updated', isOwned('bot'));
    const isAnswered = ({ conversation: row }: Record<string, unknown>): boolean => {
      const { _id, waiting_since } = row as { _id: string; waiting_since: string | null };
      return _id === id && waiting_since === null;
    };
    await staff.next('conversation:updated', isAnswered);
    await customer.write('the gate');
    await customer.gets('A person from our team will answer you here.');
    const { conversation } = await staff.next('conversation:updated', isOwned('human'));
    expect(conversation).toMatchObject({ status: 'open', waiting_since: expect.any(String) });
    await customer.write('hello');
    await flowsAreIdle(inbox.app);
    expect(await saidTo(inbox, scope, customer.id)).toHaveLength(2);
    const lines = await request(inbox.app.url)
      .get(`/api/v1/conversations/${id}/messages`)
      .set(company.auth)
      .expect(200);
    const { items } = lines.body as { items: { visibility: string; context: unknown }[] };
    expect(items.find(({ visibility }) => visibility === 'internal')?.context).toMatchObject({
      hand_off: { flow: 'Repairs', reason: 'Something is broken' },
    });
  });

  it('belong to one company', async () => {
    const other = await registerCompany(inbox.app);
    const page = aPage(inbox);
    await request(inbox.app.url).post('/api/v1/channels').set(other.auth).send(page).expect(201);
    const customer = new FlowCustomer(inbox, String(++people), page.external_id);
    await customer.write('hello');
    await flowsAreIdle(inbox.app);
    const foreign = CompanyScope.of(toObjectId(other.company._id));
    expect(await saidTo(inbox, foreign, customer.id)).toEqual([]);
    expect(await runsOf(inbox.app, foreign, customer.id)).toEqual([]);
  });
});
