import request from 'supertest';
import { messengerDeleted } from '../../../../sandbox/events/index.js';
import type { PublicSalon } from '../../../../test/builders/public-booking.js';
import { anAssistedSalon, assistantIsIdle, threadOf, turnsOf } from '../../../../test/support/assistant.js';
import { beforeNext } from '../../../../test/support/before-next.js';
import { conversationsOf, FlowCustomer, flowsAreIdle, saidTo } from '../../../../test/support/flows.js';
import { type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { withModel } from '../../../../test/support/model-of-sandbox.js';
import { type InlineJobs, Jobs } from '../../../core/jobs/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ContactsService } from '../../customers/contacts/index.js';
import { InboundDrain } from '../../inbox/inbound-events/drain/inbound-drain.js';
import { TurnFactsService } from '../assistant-facts/index.js';
import { AssistantScheduler } from './engine/assistant-scheduler.service.js';
import { AssistantRetention, KEEP_MS } from './assistant-retention.service.js';

const HOUR_MS = 3_600_000;
const HANDOFF = { action: 'handoff', reply: '', intent: 'other', confidence: 1, citations: [] };

describe('the upkeep of turns', () => {
  let inbox: Inbox;
  let salon: PublicSalon & { scope: CompanyScope };
  let people = 7_900;

  beforeAll(async () => {
    inbox = await startInbox();
    salon = await anAssistedSalon(inbox);
  });
  afterAll(() => inbox.close());

  const get = <T>(type: abstract new (...args: never[]) => T): T => inbox.app.app.get<T>(type, { strict: false });
  const idle = (): Promise<void> => assistantIsIdle(inbox.app);
  const turns = (customer: FlowCustomer) => turnsOf(inbox.app, salon.scope, customer.id);

  async function aCustomerWho(text: string): Promise<FlowCustomer> {
    const customer = new FlowCustomer(inbox, String(++people));
    await customer.write(text);
    await idle();
    return customer;
  }

  it('gives a turn that fails three times to staff, and tells the customer', async () => {
    const facts = get(TurnFactsService);
    let failures = 0;
    const fail = (): Promise<never> => {
      if (++failures < 3) beforeNext(facts, 'load', fail);
      return Promise.reject(new Error('the database is gone'));
    };
    beforeNext(facts, 'load', fail);
    const customer = await aCustomerWho('What are your opening hours?');
    expect(failures).toBe(3);
    expect(await turns(customer)).toMatchObject([{ state: 'failed', attempts: 3, error_code: 'INTERNAL_ERROR' }]);
    expect(await saidTo(inbox, salon.scope, customer.id)).toEqual([expect.stringContaining('A person from our team')]);
    const [conversation] = await conversationsOf(inbox.app, salon.scope, customer.id);
    expect(conversation?.owner.kind).toBe('human');
  });

  it('begins a new topic after the conversation was resolved', async () => {
    const customer = await aCustomerWho('I want to book a bath');
    const [conversation] = await conversationsOf(inbox.app, salon.scope, customer.id);
    await request(inbox.app.url)
      .patch(`/api/v1/conversations/${String(conversation?._id)}`)
      .set(salon.auth)
      .send({ status: 'resolved' })
      .expect(200);
    await customer.write('2');
    await idle();
    const [, later] = await turns(customer);
    expect(later?.before.topic).toBeNull();
    expect(later?.facts?.turns).toEqual([]);
  });

  it('removes an unsent message from the turns that knew it', async () => {
    const customer = new FlowCustomer(inbox, String(++people));
    const message = customer.message('My secret question: what are your opening hours?');
    await customer.deliver(message);
    await idle();
    expect(JSON.stringify(await turns(customer))).toContain('secret');
    await inbox.sandbox.webhooks.send(messengerDeleted({ customerId: customer.id, mid: String(message.creates) }));
    await get(InboundDrain).idle();
    await inbox.app.app.get<unknown, InlineJobs>(Jobs).drain();
    expect(JSON.stringify(await turns(customer))).not.toContain('secret');
    expect(await turns(customer)).toMatchObject([{ state: 'sent', facts: null, outcomes: [] }]);
  });

  it('removes an unsent message from a turn that has held a time and is not sent yet', async () => {
    const customer = await aCustomerWho('I want to book a bath');
    const choice = customer.message('1');
    await customer.deliver(choice);
    await flowsAreIdle(inbox.app);
    await get(AssistantScheduler).sweep(new Date(Date.now() + HOUR_MS));
    await get(AssistantScheduler).idle();
    const last = async () => (await turns(customer)).at(-1);
    expect(await last()).toMatchObject({ state: 'typing', has_written: true, messages: [{ text: '1' }] });
    await inbox.sandbox.webhooks.send(messengerDeleted({ customerId: customer.id, mid: String(choice.creates) }));
    await get(InboundDrain).idle();
    const jobs = inbox.app.app.get<unknown, InlineJobs>(Jobs);
    await jobs.drain();
    await idle();
    await jobs.drain({ includeDelayed: true });
    expect(await last()).toMatchObject({ ended_at: expect.any(Date), facts: null, messages: [{ text: '' }] });
  });

  it('removes the words of the model about an unsent message from the brief of a hand-over', async () => {
    await withModel(inbox, salon);
    const customer = new FlowCustomer(inbox, String(++people));
    const message = customer.message('Can you groom the parrot of my cousin?');
    const answer = { ...HANDOFF, summary: 'Asks for the parrot of a cousin' };
    inbox.sandbox.model.answerNext({ content: JSON.stringify(answer) });
    await customer.deliver(message);
    await idle();
    const [conversation] = await conversationsOf(inbox.app, salon.scope, customer.id);
    const lines = async (): Promise<string> => {
      const path = `/api/v1/conversations/${String(conversation?._id)}/messages`;
      const { body } = await request(inbox.app.url).get(path).set(salon.auth).expect(200);
      return JSON.stringify(body.items.filter(({ author }: { author: { kind: string } }) => author.kind === 'system'));
    };
    expect(await lines()).toContain('Asks for the parrot of a cousin');
    await inbox.sandbox.webhooks.send(messengerDeleted({ customerId: customer.id, mid: String(message.creates) }));
    await get(InboundDrain).idle();
    await inbox.app.app.get<unknown, InlineJobs>(Jobs).drain();
    expect(await lines()).toContain('assistant_model_asked');
    expect(await lines()).not.toContain('cousin');
    await request(inbox.app.url).delete('/api/v1/assistant/model').set(salon.auth).expect(204);
  });

  it('removes the question of an unsent message from the open questions', async () => {
    const questions = async (): Promise<string[]> => {
      const { body } = await request(inbox.app.url).get('/api/v1/knowledge/gaps').set(salon.auth).expect(200);
      return (body.items as { question: string }[]).map(({ question }) => question);
    };
    const customer = new FlowCustomer(inbox, String(++people));
    const message = customer.message('Do you have wifi for the hamster of my secret cousin?');
    await customer.deliver(message);
    await idle();
    expect(await questions()).toEqual([expect.stringContaining('secret cousin')]);
    await inbox.sandbox.webhooks.send(messengerDeleted({ customerId: customer.id, mid: String(message.creates) }));
    await get(InboundDrain).idle();
    await inbox.app.app.get<unknown, InlineJobs>(Jobs).drain();
    expect(await questions()).toEqual([]);
  });

  it('deletes everything of a deleted contact', async () => {
    const customer = await aCustomerWho('What are your opening hours?');
    const [conversation] = await conversationsOf(inbox.app, salon.scope, customer.id);
    await get(ContactsService).remove(salon.scope, conversation?.contact_id as never);
    expect(await turns(customer)).toEqual([]);
    expect(await threadOf(inbox.app, salon.scope, customer.id)).toBeNull();
  });

  it('keeps turns for 90 days', async () => {
    const customer = await aCustomerWho('What are your opening hours?');
    const retention = get(AssistantRetention);
    await retention.purge(Date.now() + KEEP_MS - 60_000);
    expect(await turns(customer)).toHaveLength(1);
    await retention.purge(Date.now() + KEEP_MS + 60_000);
    expect(await turns(customer)).toEqual([]);
    expect(await threadOf(inbox.app, salon.scope, customer.id)).toBeNull();
  });
});
