import request from 'supertest';
import { type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { aContact } from '../../../../test/builders/contacts.js';
import {
  type Bare,
  conversationsOf,
  FlowCustomer,
  flowsAreIdle,
  graphOf,
  publishFlow,
  runsOf,
  saidTo,
  says,
} from '../../../../test/support/flows.js';
import { companyWithChannels, type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { openRawDatabase, type RawDatabase } from '../../../../test/support/raw-database.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { MAX_CHAIN } from './engine/next-flows.service.js';
import { TagEvents } from './events/tag-events.service.js';

const onTag = (tag: string): Bare => ({ id: 't', type: 'trigger', data: { kind: 'tag_added', tag } });
const tags = (id: string, action: 'tag_customer' | 'untag_customer', tag: string): Bare => ({
  id,
  type: 'action',
  data: { action, tag },
});

describe('flows that start by a tag', () => {
  let inbox: Inbox;
  let raw: RawDatabase;
  let company: RegisteredCompany;
  let scope: CompanyScope;
  let people = 9_900;

  beforeAll(async () => {
    inbox = await startInbox();
    raw = await openRawDatabase(inbox.app);
    company = await companyWithChannels(inbox, ['facebook']);
    scope = CompanyScope.of(company.company._id);
    for (const name of ['A club', 'B club'])
      await publishFlow(
        inbox.app,
        scope,
        name,
        graphOf([onTag('club'), says('m', `${name} greets`)], [['t', 'next', 'm']]),
      );
  });
  afterAll(async () => {
    await raw.close();
    await inbox.close();
  });

  /** A customer who may be answered. */
  const aCustomer = async (): Promise<{ customer: FlowCustomer; contactId: string }> => {
    const customer = new FlowCustomer(inbox, String(++people));
    await customer.write('good morning');
    const [conversation] = await conversationsOf(inbox.app, scope, customer.id);
    return { customer, contactId: String(conversation?.contact_id) };
  };
  const setTags = async (contactId: string, ...names: string[]): Promise<void> => {
    const call = request(inbox.app.url).patch(`/api/v1/contacts/${contactId}`).set(company.auth);
    await call.send({ tags: names }).expect(200);
    await flowsAreIdle(inbox.app);
  };
  const stored = (contactId: string) => raw.db.collection('contacts').findOne({ _id: toObjectId(contactId) });

  it('start when the contact gets the tag, and not again while the contact has it', async () => {
    const { customer, contactId } = await aCustomer();
    await setTags(contactId, 'Club');
    await customer.gets('A club greets');
    await setTags(contactId, 'Club', 'vip');
    expect(await saidTo(inbox, scope, customer.id)).toEqual(['A club greets']);
    expect(await stored(contactId)).not.toHaveProperty('added_tags');
    await setTags(contactId);
    await setTags(contactId, 'club');
    await customer.gets('A club greets', 2);
  });

  it('start once, also if a crash leaves the tag noted, and without another flow in their place', async () => {
    const { customer, contactId } = await aCustomer();
    const added_tags = [{ id: toObjectId(contactId), tag: 'club', at: new Date(), run_id: null }];
    const events = inbox.app.app.get(TagEvents, { strict: false });
    for (let crashes = 0; crashes < 3; crashes++) {
      await raw.db.collection('contacts').updateOne({ _id: toObjectId(contactId) }, { $set: { added_tags } });
      await Promise.all(Array.from({ length: 5 }, () => events.sweep()));
      await flowsAreIdle(inbox.app);
    }
    const runs = await runsOf(inbox.app, scope, customer.id);
    expect(runs.map(({ flow_name }) => flow_name)).toEqual(['A club']);
  });

  it('do not start themselves, and end after some flows that start one another', async () => {
    const swap = (from: string, to: string) =>
      graphOf(
        [onTag(from), tags('off', 'untag_customer', from), tags('on', 'tag_customer', to)],
        [
          ['t', 'next', 'off'],
          ['off', 'ok', 'on'],
        ],
      );
    for (const [from, to] of [
      ['own', 'own'],
      ['ping', 'pong'],
      ['pong', 'ping'],
    ] as const)
      await publishFlow(inbox.app, scope, `From ${from}`, swap(from, to));
    const { customer, contactId } = await aCustomer();
    await setTags(contactId, 'own');
    expect(await runsOf(inbox.app, scope, customer.id)).toHaveLength(1);
    await setTags(contactId, 'own', 'ping');
    await flowsAreIdle(inbox.app);
    const names = (await runsOf(inbox.app, scope, customer.id)).map(({ flow_name }) => flow_name).slice(1);
    expect(names).toEqual(
      Array.from({ length: MAX_CHAIN }, (_, index) => (index % 2 === 0 ? 'From ping' : 'From pong')),
    );
  });

  it('are no matter of a company without them', async () => {
    const other = await registerCompany(inbox.app);
    const { _id } = await aContact(inbox.app, other);
    const call = request(inbox.app.url).patch(`/api/v1/contacts/${_id}`).set(other.auth);
    await call.send({ tags: ['club'] }).expect(200);
    expect(await stored(_id)).toHaveProperty('added_tags');
    await flowsAreIdle(inbox.app);
    expect(await stored(_id)).not.toHaveProperty('added_tags');
  });
});
