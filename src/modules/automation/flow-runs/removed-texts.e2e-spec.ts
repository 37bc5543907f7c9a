import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { messengerDeleted, type WebhookEvent } from '../../../../sandbox/events/index.js';
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
import { type InlineJobs, Jobs } from '../../../core/jobs/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { ContactsService } from '../../customers/contacts/index.js';
import { InboundDrain } from '../../inbox/inbound-events/drain/inbound-drain.js';
import { MAX_ANSWER_BYTES } from '../flow-actions/api-call/call-limits.js';

describe('texts that customers have removed', () => {
  let inbox: Inbox;
  let raw: RawDatabase;
  let scope: CompanyScope;
  let shop: Server;
  let people = 9_900;

  beforeAll(async () => {
    shop = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ padding: 'long words '.repeat(MAX_ANSWER_BYTES / 12) }));
    }).listen(0, '127.0.0.1');
    await once(shop, 'listening');
    const host = `127.0.0.1:${(shop.address() as AddressInfo).port}`;
    inbox = await startInbox({ env: { OUTBOUND_ALLOWED_HOSTS: host } });
    raw = await openRawDatabase(inbox.app);
    const company = await companyWithChannels(inbox, ['facebook']);
    scope = CompanyScope.of(company.company._id);
    const repeat: Bare = {
      id: 'set',
      type: 'action',
      data: { action: 'set_variable', variable: 'more', value: 'Hi {{vars.name}}' },
    };
    const graph = lineOf(
      ['hello'],
      asks('n', 'Your name?', 'name'),
      repeat,
      asks('p', '{{vars.more}}, and your pet?', 'pet'),
    );
    await publishFlow(inbox.app, scope, 'Names', graph);
    const data = {
      action: 'api_call',
      method: 'POST',
      url: `http://${host}/`,
      body: '{"name": "{{contact.full_name}}"}',
    } as const;
    const calling = graphOf(
      [...lineOf(['call']).nodes, { id: 'c', type: 'action', data }, says('done', 'Called')],
      [
        ['start', 'next', 'c'],
        ['c', 'ok', 'done'],
      ],
    );
    await publishFlow(inbox.app, scope, 'Calls', calling);
  });
  afterAll(async () => {
    await raw.close();
    await inbox.close();
    shop.close();
  });

  const unsend = async ({ id }: FlowCustomer, { creates }: WebhookEvent): Promise<void> => {
    await inbox.sandbox.webhooks.send(messengerDeleted({ customerId: id, mid: String(creates) }));
    await inbox.app.app.get(InboundDrain, { strict: false }).idle();
    await inbox.app.app.get<unknown, InlineJobs>(Jobs).drain();
  };
  const storedOf = async ({ id }: FlowCustomer): Promise<string> => JSON.stringify(await runsOf(inbox.app, scope, id));
  const aNamedCustomer = async (name: string) => {
    const customer = new FlowCustomer(inbox, String(++people));
    await customer.write('hello');
    await customer.gets('Your name?');
    const answer = customer.message(name);
    await customer.deliver(answer);
    await customer.gets(`Hi ${name}, and your pet?`);
    await flowsAreIdle(inbox.app);
    return { customer, answer };
  };

  it('leave an active run, which goes on, and an ended run', async () => {
    const { customer, answer } = await aNamedCustomer('Margarida');
    expect(await storedOf(customer)).toContain('Margarida');
    await unsend(customer, answer);
    expect(await storedOf(customer)).not.toContain('Margarida');
    const pet = customer.message('Bolinha');
    await customer.deliver(pet);
    await flowsAreIdle(inbox.app);
    const [run] = await runsOf(inbox.app, scope, customer.id);
    expect(run?.state).toMatchObject({ status: 'done', stop_reason: 'finished', vars: {} });
    expect(await storedOf(customer)).not.toContain('Bolinha');
  });

  it('leave an ended run', async () => {
    const { customer } = await aNamedCustomer('Joaquim');
    const pet = customer.message('Bolinha');
    await customer.deliver(pet);
    await flowsAreIdle(inbox.app);
    expect(await storedOf(customer)).toContain('Bolinha');
    await unsend(customer, pet);
    expect(await storedOf(customer)).not.toMatch(/Bolinha|Joaquim/);
  });

  it('leave ended runs and the waiting events when the contact is deleted', async () => {
    const { customer } = await aNamedCustomer('Henrique');
    await customer.write('Bolinha');
    await flowsAreIdle(inbox.app);
    const [conversation] = await conversationsOf(inbox.app, scope, customer.id);
    await inbox.app.app.get(ContactsService, { strict: false }).remove(scope, conversation?.contact_id as never);
    const runs = await raw.db.collection('flow_runs').find({ conversation_id: conversation?._id }).toArray();
    expect(runs).toMatchObject([{ state: { stop_reason: 'finished', vars: {} }, effects: [] }]);
    expect(JSON.stringify(runs)).not.toMatch(/Henrique|Bolinha/);
    expect(await raw.db.collection('flow_threads').countDocuments({ _id: conversation?._id })).toBe(0);
  });

  it('are not kept by the ledger: it has neither what a call sent nor its answer', async () => {
    const customer = new FlowCustomer(inbox, String(++people));
    await customer.write('call');
    await customer.gets('Called');
    await flowsAreIdle(inbox.app);
    const [run] = await runsOf(inbox.app, scope, customer.id);
    expect(run?.effects).toMatchObject([
      { kind: 'api_call', status: 'done', effect: null, outcome: { ok: true } },
      { kind: 'send', effect: null },
    ]);
    expect(JSON.stringify(run).length).toBeLessThan(5_000);
  });
});
