import request from 'supertest';
import { registerCompany } from '../../../../test/builders/accounts.js';
import type { PublicSalon } from '../../../../test/builders/public-booking.js';
import { anAssistedSalon, assistantIsIdle, turnsOf, untilShown } from '../../../../test/support/assistant.js';
import { beforeNext } from '../../../../test/support/before-next.js';
import { conversationsOf, saidTo, TappingCustomer } from '../../../../test/support/flows.js';
import { type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { openRawDatabase, type RawDatabase } from '../../../../test/support/raw-database.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { MessageDelivery } from '../../inbox/message-sending/index.js';

describe('the assistant without a language model', () => {
  let inbox: Inbox;
  let salon: PublicSalon & { scope: CompanyScope };
  let raw: RawDatabase;
  let people = 7_100;

  beforeAll(async () => {
    inbox = await startInbox();
    raw = await openRawDatabase(inbox.app);
    salon = await anAssistedSalon(inbox, {}, { locale: 'pt-BR', currency: 'BRL' });
  });
  afterAll(async () => {
    await raw.close();
    await inbox.close();
  });

  const aCustomer = (): TappingCustomer => new TappingCustomer(inbox, String(++people), 'facebook');
  const idle = (): Promise<void> => assistantIsIdle(inbox.app);
  const said = async (customer: TappingCustomer): Promise<string> => {
    await idle();
    return (await saidTo(inbox, salon.scope, customer.id)).at(-1) ?? '';
  };

  it('tells price and hours in Portuguese and in English', async () => {
    const ana = aCustomer();
    await ana.write('Quanto custa o Bath?');
    expect(await said(ana)).toMatch(/R\$\s80/);
    await ana.write('e qual o horário de vocês?');
    expect(await said(ana)).toMatch(/segunda|seg/i);
    const bob = aCustomer();
    await bob.write('Hello, how much is a bath?');
    expect(await said(bob)).toMatch(/80/);
    await bob.write('What are your opening hours?');
    expect(await said(bob)).toMatch(/Monday/i);
    const turns = await turnsOf(inbox.app, salon.scope, bob.id);
    expect(turns.map(({ state, brain, mode }) => `${state} ${brain} ${mode}`)).toEqual(
      Array(2).fill('sent rules auto'),
    );
  });

  it('books by buttons, moves and cancels', async () => {
    const customer = aCustomer();
    const booked = async (): Promise<string[]> => {
      const found = await raw.db.collection('appointments').find({ company_id: salon.scope.companyId }).toArray();
      return found.map(({ state, starts_at }) => `${String(state)} ${(starts_at as Date).toISOString().slice(0, 10)}`);
    };
    /** Taps the choice, and waits for the answer. */
    const tap = async (title: RegExp): Promise<string> => {
      await customer.tap((await untilShown(inbox, customer, title)).title);
      return said(customer);
    };
    await customer.write('I want to book a bath');
    await idle();
    expect(await tap(/09:00/)).toMatch(/Shall I book it\?/);
    expect(await tap(/^Yes$/)).toMatch(/^Booked: Bath/);
    const [day = ''] = await booked();
    expect(day).toMatch(/^CONFIRMED/);
    await customer.write('I need to move my appointment');
    await idle();
    await untilShown(inbox, customer, /09:00/);
    const last = customer.shown.at(-1)?.title ?? '';
    expect(await tap(new RegExp(last))).toMatch(/^Move Bath to/);
    expect(await tap(/^Yes$/)).toMatch(/^Moved: Bath/);
    expect(await booked()).toEqual([expect.stringMatching(/^CONFIRMED/)]);
    expect(await booked()).not.toEqual([day]);
    await customer.write('please cancel my bath');
    expect(await said(customer)).toMatch(/^Cancel Bath/);
    expect(await tap(/^Yes$/)).toMatch(/^Cancelled: Bath/);
    expect(await booked()).toEqual([expect.stringMatching(/^CANCELLED/)]);
  });

  it('takes no yes to a question that still waits to be sent', async () => {
    const customer = aCustomer();
    const appointments = async (): Promise<unknown[]> => {
      const [conversation] = await conversationsOf(inbox.app, salon.scope, customer.id);
      const own = { contact_id: conversation?.contact_id, state: 'CONFIRMED' };
      return raw.db.collection('appointments').find(own).toArray();
    };
    await customer.write('I want to book a bath');
    await idle();
    for (const title of [/\d\d:\d\d/, /^Yes$/]) {
      await customer.tap((await untilShown(inbox, customer, title)).title);
      await idle();
    }
    expect(await appointments()).toHaveLength(1);
    let release = (): void => undefined;
    beforeNext(
      inbox.app.app.get(MessageDelivery, { strict: false }),
      'deliver',
      () => new Promise<void>((resolve) => (release = resolve)),
    );
    await customer.write('please cancel my bath');
    expect(await said(customer)).toMatch(/^Cancel Bath/);
    await customer.write('yes cancel it');
    await idle();
    expect(await appointments()).toHaveLength(1);
    release();
    await untilShown(inbox, customer, /^Yes$/);
    await customer.write('yes');
    await idle();
    expect(await appointments()).toEqual([]);
  });

  it('hands over with a brief, tells the customer, and is silent after that', async () => {
    const staff = await StaffSocket.connect(inbox.app, salon.tokens.accessToken);
    const customer = aCustomer();
    await customer.write('Your service was terrible, I want to complain');
    expect(await said(customer)).toMatch(/sorry/i);
    const [turn] = await turnsOf(inbox.app, salon.scope, customer.id);
    expect(turn).toMatchObject({ state: 'handed_off', draft: { action: 'handoff', reason: 'complaint' } });
    const [conversation] = await conversationsOf(inbox.app, salon.scope, customer.id);
    expect(conversation).toMatchObject({ owner: { kind: 'human' }, status: 'open' });
    // The owner of the company has the app open.
    expect(String(conversation?.assignee_id)).toBe(salon.user._id);
    staff.close();
    const line = await raw.db
      .collection('messages')
      .findOne({ conversation_id: conversation?._id, 'context.hand_off.cause': 'assistant_complaint' });
    expect(line?.['content']).toMatch(/reclamando/);
    // A message that the customer removes must not stay in it.
    expect(line?.['content']).not.toMatch(/terrible/);
    await customer.write('hello?');
    await idle();
    expect(await saidTo(inbox, salon.scope, customer.id)).toHaveLength(1);
    const [, later] = await turnsOf(inbox.app, salon.scope, customer.id);
    expect(later).toMatchObject({ state: 'silent', reason: 'staff_answers' });
  });

  it.each([
    ['my dog is not breathing', /call us now: \+55 11 4002-8922/i],
    ['meu cachorro está convulsionando', /agora: \+55 11 4002-8922/],
    ['mi perro no puede respirar', /ahora: \+55 11 4002-8922/],
  ])('answers "%s" with the number to call, and gives it to staff', async (text, answer) => {
    await request(inbox.app.url)
      .patch('/api/v1/assistant/settings')
      .set(salon.auth)
      .send({ emergency_phone: '+55 11 4002-8922' })
      .expect(200);
    const customer = aCustomer();
    await customer.write(text);
    expect(await said(customer)).toMatch(answer);
    const [conversation] = await conversationsOf(inbox.app, salon.scope, customer.id);
    expect(conversation).toMatchObject({ owner: { kind: 'human' }, priority: 'urgent' });
    expect(await turnsOf(inbox.app, salon.scope, customer.id)).toEqual([]);
  });

  it('shows each turn to staff, and names it on its messages', async () => {
    const customer = aCustomer();
    await customer.write('What are your opening hours?');
    await idle();
    const [turn] = await turnsOf(inbox.app, salon.scope, customer.id);
    const id = String(turn?._id);
    const get = (path: string) => request(inbox.app.url).get(`/api/v1${path}`).set(salon.auth).expect(200);
    const { body: list } = await get(`/assistant/turns?conversation_id=${String(turn?.conversation_id)}`);
    expect(list.items).toMatchObject([{ _id: id, state: 'sent', brain: 'rules', action: 'reply', language: 'en' }]);
    const { body: one } = await get(`/assistant/turns/${id}`);
    expect(one).toMatchObject({
      messages: [{ text: 'What are your opening hours?' }],
      message_ids: [expect.any(String)],
    });
    const { body: messages } = await get(`/conversations/${String(turn?.conversation_id)}/messages`);
    const ofTurn = messages.items.filter((message: Record<string, unknown>) => message['assistant_turn_id'] === id);
    expect(ofTurn).toHaveLength(1);
  });

  it('belongs to one company', async () => {
    const other = await registerCompany(inbox.app);
    const [turn] = await turnsOf(inbox.app, salon.scope, String(people));
    const get = (path: string) => request(inbox.app.url).get(`/api/v1${path}`).set(other.auth);
    await get(`/assistant/turns/${String(turn?._id)}`).expect(404);
    await get(`/conversations/${String(turn?.conversation_id)}/suggestion`).expect(404);
    expect((await get('/assistant/turns').expect(200)).body.items).toEqual([]);
  });
});
