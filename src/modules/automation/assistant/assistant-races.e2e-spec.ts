import request from 'supertest';
import { MODEL_KEY } from '../../../../sandbox/language-model.js';
import type { PublicSalon } from '../../../../test/builders/public-booking.js';
import { anAssistedSalon, assistantIsIdle, setAssistant, turnsOf } from '../../../../test/support/assistant.js';
import {
  asks,
  conversationsOf,
  FlowCustomer,
  flowsAreIdle,
  lineOf,
  publishFlow,
  saidTo,
} from '../../../../test/support/flows.js';
import { type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { AssistantScheduler } from './engine/assistant-scheduler.service.js';

const HOUR_MS = 3_600_000;

describe('what happens while the assistant works', () => {
  let inbox: Inbox;
  let salon: PublicSalon & { scope: CompanyScope };
  let people = 7_300;

  beforeAll(async () => {
    inbox = await startInbox();
    salon = await anAssistedSalon(inbox);
    const model = {
      base_url: inbox.sandbox.modelUrl,
      model: 'small',
      api_key: MODEL_KEY,
      input_price: 100,
      output_price: 400,
    };
    await request(inbox.app.url).put('/api/v1/assistant/model').set(salon.auth).send(model).expect(200);
  });
  beforeEach(async () => {
    inbox.sandbox.model.reset();
    await setAssistant(inbox.app, salon, { mode: 'auto', debounce_ms: 0, budget: { monthly_cents: null } });
  });
  afterAll(() => inbox.close());

  const aCustomer = (): FlowCustomer => new FlowCustomer(inbox, String(++people));
  const idle = (): Promise<void> => assistantIsIdle(inbox.app);
  const said = (customer: FlowCustomer): Promise<string[]> => saidTo(inbox, salon.scope, customer.id);
  const turns = (customer: FlowCustomer) => turnsOf(inbox.app, salon.scope, customer.id);
  const answer = (reply: string): { content: string } => ({
    content: JSON.stringify({ action: 'reply', intent: 'other', confidence: 0.9, reply, citations: [], summary: null }),
  });
  const calls = () => inbox.sandbox.ledger.entries({ kind: 'model.call' });
  const nextCall = (): Promise<unknown> => {
    const known = calls().length;
    return inbox.sandbox.ledger.waitFor(({ kind }) => kind === 'model.call' && calls().length > known, 60_000);
  };

  it('one answer knows all messages of a burst', async () => {
    const customer = aCustomer();
    await setAssistant(inbox.app, salon, { debounce_ms: 15_000 });
    for (const text of ['Can you help', 'with my old dog', 'who fears water?']) await customer.write(text);
    inbox.sandbox.model.answerNext(answer('We are gentle with old dogs.'));
    await idle();
    expect(await said(customer)).toEqual([expect.stringContaining('We are gentle with old dogs.')]);
    expect((await turns(customer)).map(({ messages }) => messages.length)).toEqual([3]);
  });

  it('a message waits while a flow talks with the customer, and is answered after that', async () => {
    await publishFlow(inbox.app, salon.scope, 'Promo', lineOf(['promo'], asks('name', 'Your name?', 'name')));
    const customer = aCustomer();
    await setAssistant(inbox.app, salon, { debounce_ms: 15_000 });
    await customer.write('Can you groom my parrot?');
    await customer.write('promo');
    await customer.gets('Your name?');
    await flowsAreIdle(inbox.app);
    const scheduler = inbox.app.app.get(AssistantScheduler, { strict: false });
    await scheduler.sweep(new Date(Date.now() + HOUR_MS));
    await scheduler.idle();
    expect(await turns(customer)).toEqual([]);
    inbox.sandbox.model.answerNext(answer('We groom parrots.'));
    await customer.write('Ana');
    await idle();
    expect(await turns(customer)).toMatchObject([{ state: 'sent', messages: [{ text: 'Can you groom my parrot?' }] }]);
    expect((await said(customer)).at(-1)).toContain('We groom parrots.');
  });

  it('an answer of staff stops the model, and nothing is sent', async () => {
    const customer = aCustomer();
    inbox.sandbox.model.knobs.mode = 'hang';
    const isAsked = nextCall();
    await customer.write('Can you groom my parrot?');
    await isAsked;
    const [conversation] = await conversationsOf(inbox.app, salon.scope, customer.id);
    const reply = { conversation_id: String(conversation?._id), contact_id: String(conversation?.contact_id) };
    await request(inbox.app.url)
      .post('/api/v1/messages')
      .set(salon.auth)
      .send({
        ...reply,
        role: 'operator',
        direction: 'outbound',
        content: 'I will ask our groomer.',
        platform: 'facebook',
      })
      .expect(201);
    await idle();
    expect(await turns(customer)).toMatchObject([{ state: 'dropped', error_code: 'STOPPED_BY_STAFF' }]);
    expect(await said(customer)).toEqual([]);
  });

  it('a newer message discards the draft, and one answer knows both', async () => {
    const customer = aCustomer();
    inbox.sandbox.model.knobs.mode = 'hang';
    const isAsked = nextCall();
    await customer.write('Can you groom my parrot?');
    await isAsked;
    inbox.sandbox.model.reset();
    inbox.sandbox.model.answerNext(answer('Parrots and cats are welcome.'));
    await customer.write('and my cat?');
    await idle();
    expect(await said(customer)).toEqual([expect.stringContaining('Parrots and cats are welcome.')]);
    expect((await turns(customer)).map(({ state, messages }) => `${state} ${messages.length}`)).toEqual([
      'dropped 1',
      'sent 2',
    ]);
  });

  it('an emergency does not wait for the model', async () => {
    const customer = aCustomer();
    inbox.sandbox.model.knobs.mode = 'hang';
    const isAsked = nextCall();
    await customer.write('Can you groom my parrot?');
    await isAsked;
    const staff = await StaffSocket.connect(inbox.app, salon.tokens.accessToken);
    const isTold = staff.next('notification:new', ({ notification }) => {
      return (notification as Record<string, unknown>)['type'] === 'flow.emergency';
    });
    await customer.write('my dog is not breathing');
    await isTold;
    staff.close();
    inbox.sandbox.model.reset();
    await idle();
    expect(await turns(customer)).toMatchObject([
      { state: 'dropped', error_code: 'NEWER_MESSAGE' },
      { state: 'silent', reason: 'staff_answers' },
    ]);
    expect(await said(customer)).toEqual([expect.stringContaining('This sounds urgent')]);
  });

  it('the switch stops a draft that waits for its time', async () => {
    const customer = aCustomer();
    inbox.sandbox.model.answerNext(
      answer('This text is long enough to wait for some time before it is sent. '.repeat(4)),
    );
    await customer.write('Tell me about your parlour');
    await flowsAreIdle(inbox.app);
    await inbox.app.app.get(AssistantScheduler, { strict: false }).idle();
    for (let turn; turn?.state !== 'typing'; [turn] = await turns(customer));
    await setAssistant(inbox.app, salon, { mode: 'off' });
    await idle();
    expect(await turns(customer)).toMatchObject([{ state: 'dropped', error_code: 'ASSISTANT_OFF' }]);
    expect(await said(customer)).toEqual([]);
  });

  it('a spent budget lets rules answer', async () => {
    await setAssistant(inbox.app, salon, { budget: { monthly_cents: 0 } });
    const before = calls().length;
    const customer = aCustomer();
    await customer.write('What are your opening hours?');
    await idle();
    expect(await said(customer)).toEqual([expect.stringMatching(/Monday/)]);
    expect(await turns(customer)).toMatchObject([{ state: 'sent', brain: 'rules', notice: 'month_spent' }]);
    expect(calls()).toHaveLength(before);
  });

  it.each([
    ['invalid_json', 2],
    ['500', 2],
    ['drop', 2],
  ] as const)('the model fails by %s: one retry, then a person', async (mode, tries) => {
    inbox.sandbox.model.knobs.mode = mode;
    const before = calls().length;
    const customer = aCustomer();
    await customer.write('Can you groom my parrot?');
    await idle();
    expect(await turns(customer)).toMatchObject([{ state: 'handed_off', draft: { reason: 'model_failed' } }]);
    expect(await said(customer)).toHaveLength(1);
    expect(calls()).toHaveLength(before + tries);
  });

  it('a model that calls tools for ever is stopped', async () => {
    const call = (to: string) => ({
      tool_calls: [
        {
          name: 'find_slots',
          arguments: { service: 's1', pet: null, appointment: null, from: to, to, part_of_day: null, time: null },
        },
      ],
    });
    inbox.sandbox.model.answerNext(...Array.from({ length: 9 }, (_, day) => call(`2027-01-1${day}`)));
    const customer = aCustomer();
    const before = calls().length;
    await customer.write('I would like to book a bath for some day in January, what can you do for me?');
    await idle();
    expect(calls().length - before).toBeLessThanOrEqual(5);
    expect(await said(customer)).toHaveLength(1);
    const [turn] = await turns(customer);
    expect(turn?.ended_at).toBeInstanceOf(Date);
    expect(turn?.cents).toBeGreaterThan(0);
  });
});
