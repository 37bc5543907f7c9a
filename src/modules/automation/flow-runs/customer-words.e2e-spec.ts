import request from 'supertest';
import type { RegisteredCompany } from '../../../../test/builders/accounts.js';
import { aSchedule } from '../../../../test/builders/catalog.js';
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
import { companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { LocalWords } from '../../booking/offers/index.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Words that mean the same in every flow, at every node. */
describe('words of customers', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let scope: CompanyScope;
  let staff: StaffSocket;
  let people = 9_300;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox, ['facebook']);
    scope = CompanyScope.of(company.company._id);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
    const graph = lineOf(['hello'], asks('name', 'Your name?', 'name'), says('bye', 'Bye, {{vars.name}}'));
    await publishFlow(inbox.app, scope, 'Welcome', graph);
    await publishFlow(inbox.app, scope, 'Prices', lineOf(['prices'], says('prices', 'A bath costs 30')));
  });
  afterAll(async () => {
    staff.close();
    await inbox.close();
  });

  /** A customer whom the flow has asked for the name. */
  const anAskedCustomer = async (): Promise<FlowCustomer> => {
    const customer = new FlowCustomer(inbox, String(++people));
    await customer.write('hello');
    await customer.gets('Your name?');
    return customer;
  };
  const reasonsOf = async ({ id }: FlowCustomer): Promise<unknown[]> => {
    await flowsAreIdle(inbox.app);
    return (await runsOf(inbox.app, scope, id)).map(({ state }) => state.stop_reason);
  };
  const conversationOf = async ({ id }: FlowCustomer): Promise<Record<string, unknown>> => {
    const [run] = await runsOf(inbox.app, scope, id);
    const path = `/api/v1/conversations/${run?.conversation_id.toHexString()}`;
    return (await request(inbox.app.url).get(path).set(company.auth).expect(200)).body as Record<string, unknown>;
  };

  it('stop all automatic messages until the customer wants them again', async () => {
    const customer = await anAskedCustomer();
    await customer.write('STOP');
    await customer.gets(
      'You will get no more automatic messages here. Write START to get them again. Our team can still answer you.',
    );
    await customer.write('hello');
    await flowsAreIdle(inbox.app);
    expect(await saidTo(inbox, scope, customer.id)).toHaveLength(2);
    expect(await reasonsOf(customer)).toEqual(['customer_opted_out']);
    await customer.write('start');
    await customer.gets('You will get automatic messages here again. Write STOP to end them.');
    await customer.write('hello');
    await customer.gets('Your name?', 2);
  });

  it('notify all staff of an emergency, with one answer in an hour', async () => {
    await request(inbox.app.url)
      .patch('/api/v1/companies/me')
      .set(company.auth)
      .send({ phone: '+5511999990000' })
      .expect(200);
    const customer = await anAskedCustomer();
    await customer.write('My dog ate chocolate and is having a seizure');
    const told = staff.next('notification:new', ({ notification }) => {
      return (notification as { type: string }).type === 'flow.emergency';
    });
    await customer.write('please help, he is having a seizure');
    expect(await told).toMatchObject({ notification: { user_ids: [company.user._id] } });
    await flowsAreIdle(inbox.app);
    const said = await saidTo(inbox, scope, customer.id);
    expect(said).toHaveLength(2);
    expect(said[1]).toContain('+5511999990000');
    expect(await reasonsOf(customer)).toEqual(['emergency']);
    expect(await conversationOf(customer)).toMatchObject({
      priority: 'urgent',
      status: 'open',
      owner: { kind: 'human' },
      waiting_since: expect.any(String),
    });
  });

  it('call a person, and silence flows until the conversation is resolved', async () => {
    const customer = await anAskedCustomer();
    await customer.write('human');
    await customer.gets('A person from our team will answer you here.');
    await customer.write('hello');
    await flowsAreIdle(inbox.app);
    expect(await saidTo(inbox, scope, customer.id)).toHaveLength(2);
    expect(await reasonsOf(customer)).toEqual(['customer_wants_person']);
    const { _id, owner } = await conversationOf(customer);
    expect(owner).toMatchObject({ kind: 'human', since: expect.any(String) });
    await request(inbox.app.url)
      .patch(`/api/v1/conversations/${String(_id)}`)
      .set(company.auth)
      .send({ status: 'resolved' })
      .expect(200);
    expect(await conversationOf(customer)).toMatchObject({ owner: { kind: 'none' } });
    await customer.write('hello');
    await customer.gets('Your name?', 2);
  });

  it('call a person, and say when the business opens again if it is closed and its hours are known', async () => {
    const opens = new Date(Math.floor(Date.now() / DAY_MS + 2) * DAY_MS + 9 * HOUR_MS);
    const weekly = [{ weekday: opens.getUTCDay(), windows: [{ from: '09:00', to: '18:00' }], week: null }];
    await aSchedule(inbox.app, company, company.user._id, { time_zone: 'UTC', weekly });
    const customer = await anAskedCustomer();
    await customer.write('human');
    const { time_zone } = (await request(inbox.app.url).get('/api/v1/companies/me').set(company.auth)).body as {
      time_zone: string;
    };
    const words = new LocalWords('en', time_zone);
    const when = `${words.date(opens)} at ${words.time(opens)}`;
    await customer.gets(`We are closed now. A person from our team will answer you here after we open on ${when}.`);
    await aSchedule(inbox.app, company, company.user._id, { bookable: false });
  });

  it('begin the flow again', async () => {
    const customer = await anAskedCustomer();
    await customer.write('restart');
    await customer.gets('Your name?', 2);
    expect(await reasonsOf(customer)).toEqual(['customer_restarted', null]);
  });

  it('interrupt a question if they are the keyword of another flow', async () => {
    const customer = await anAskedCustomer();
    await customer.write('Prices!');
    await customer.gets('A bath costs 30');
    expect(await reasonsOf(customer)).toEqual(['started_another_flow', 'finished']);
  });

  it('leave a menu whose buttons do not fit, although other answers have a way on there', async () => {
    const buttons = [{ label: 'Book a visit' }, { label: 'Prices' }];
    const graph = graphOf(
      [
        { id: 't', type: 'trigger', data: { kind: 'keyword', words: ['menu'] } },
        { id: 'm', type: 'message', data: { text: 'What next?', buttons } },
        says('other', 'A person will answer'),
      ],
      [
        ['t', 'next', 'm'],
        ['m', 'next', 'other'],
      ],
    );
    await publishFlow(inbox.app, scope, 'Menu', graph);
    await publishFlow(inbox.app, scope, 'Survey', lineOf(['survey'], says('thanks', 'How was it?')));
    const customer = new FlowCustomer(inbox, String(++people));
    await customer.write('menu');
    await customer.gets('What next?');
    await customer.write('survey');
    await customer.gets('How was it?');
    expect(await reasonsOf(customer)).toEqual(['started_another_flow', 'finished']);
  });

  it('answer the question if the other flow may not start now', async () => {
    const once: Bare = { id: 't', type: 'trigger', data: { kind: 'keyword', words: ['offers'], once_per_hours: 2 } };
    const graph = graphOf([once, says('offer', 'A cut costs 10')], [['t', 'next', 'offer']]);
    await publishFlow(inbox.app, scope, 'Offers', graph);
    const customer = new FlowCustomer(inbox, String(++people));
    await customer.write('offers');
    await customer.gets('A cut costs 10');
    await customer.write('hello');
    await customer.gets('Your name?');
    await customer.write('offers');
    await customer.gets('Bye, offers');
    expect(await reasonsOf(customer)).toEqual(['finished', 'finished']);
  });

  it('answer the question if a keyword is only a part of them', async () => {
    const customer = await anAskedCustomer();
    await customer.write('my prices are low');
    await customer.gets('Bye, my prices are low');
    expect(customer.got).toHaveLength(2);
  });
});
