import request from 'supertest';
import type { PublicSalon } from '../../../../../test/builders/public-booking.js';
import { anAssistedSalon, assistantIsIdle, setAssistant, turnsOf } from '../../../../../test/support/assistant.js';
import { conversationsOf, FlowCustomer, saidTo } from '../../../../../test/support/flows.js';
import { type Inbox, StaffSocket, startInbox } from '../../../../../test/support/inbox.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';

describe('drafts of the assistant for staff', () => {
  let inbox: Inbox;
  let salon: PublicSalon & { scope: CompanyScope };
  let staff: StaffSocket;
  let people = 7_500;

  beforeAll(async () => {
    inbox = await startInbox();
    salon = await anAssistedSalon(inbox, { mode: 'suggest' });
    staff = await StaffSocket.connect(inbox.app, salon.tokens.accessToken);
  });
  beforeEach(() => setAssistant(inbox.app, salon, { mode: 'suggest' }));
  afterAll(async () => {
    staff.close();
    await inbox.close();
  });

  const call = (method: 'get' | 'post', path: string) =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(salon.auth);
  const turns = (customer: FlowCustomer) => turnsOf(inbox.app, salon.scope, customer.id);
  const idle = (): Promise<void> => assistantIsIdle(inbox.app);

  async function aCustomerWho(text: string): Promise<{ customer: FlowCustomer; id: string; contact_id: string }> {
    const customer = new FlowCustomer(inbox, String(++people));
    await customer.write(text);
    await idle();
    const [conversation] = await conversationsOf(inbox.app, salon.scope, customer.id);
    return { customer, id: String(conversation?._id), contact_id: String(conversation?.contact_id) };
  }
  const answer = (to: { id: string; contact_id: string }, content: string) =>
    call('post', '/messages')
      .send({
        conversation_id: to.id,
        contact_id: to.contact_id,
        role: 'operator',
        direction: 'outbound',
        content,
        platform: 'facebook',
      })
      .expect(201);

  it('are shown and not sent, and staff say what they did with them', async () => {
    const shown = staff.next('assistant:suggestion', ({ suggestion }) => suggestion !== null);
    const one = await aCustomerWho('What are your opening hours?');
    const { suggestion } = (await shown) as { suggestion: Record<string, string> };
    expect(suggestion).toMatchObject({
      conversation_id: one.id,
      action: 'reply',
      text: expect.stringMatching(/Monday/),
    });
    expect((await call('get', `/conversations/${one.id}/suggestion`).expect(200)).body.suggestion).toEqual(suggestion);
    expect(await saidTo(inbox, salon.scope, one.customer.id)).toEqual([]);
    const verdict = { outcome: 'edited', sent_text: 'We open at 9.' };
    const path = `/assistant/turns/${suggestion['turn_id']}/verdict`;
    const decided = await call('post', path).send(verdict).expect(200);
    expect(decided.body.suggestion).toEqual({ ...verdict, user_id: salon.user._id });
    expect((await call('post', path).send({ outcome: 'rejected' }).expect(409)).body.code).toBe('SUGGESTION_DECIDED');
    expect((await call('get', `/conversations/${one.id}/suggestion`).expect(200)).body.suggestion).toBeNull();
  });

  it('are outdated by an answer of staff, and by a newer message', async () => {
    const one = await aCustomerWho('What are your opening hours?');
    await answer(one, 'From 9 to 18.');
    expect((await call('get', `/conversations/${one.id}/suggestion`).expect(200)).body.suggestion).toBeNull();
    await one.customer.write('And how much is a bath?');
    await idle();
    await one.customer.write('What is your address?');
    await idle();
    expect((await turns(one.customer)).map(({ suggestion }) => suggestion?.outcome)).toEqual([
      'outdated',
      'outdated',
      'open',
    ]);
  });

  it('book nothing by themselves', async () => {
    const one = await aCustomerWho('I want to book a bath');
    const [turn] = await turns(one.customer);
    expect(turn?.draft?.action).toBe('offer_slots');
    await call('post', `/assistant/turns/${String(turn?._id)}/verdict`)
      .send({ outcome: 'accepted' })
      .expect(200);
    await one.customer.write('1');
    await idle();
    const [, asked] = await turns(one.customer);
    expect(asked?.draft?.text).toMatch(/Shall I book it/);
    await call('post', `/assistant/turns/${String(asked?._id)}/verdict`)
      .send({ outcome: 'accepted' })
      .expect(200);
    await one.customer.write('yes');
    await idle();
    const [, , last] = await turns(one.customer);
    expect(last).toMatchObject({ has_written: false, draft: { action: 'handoff', reason: 'not_allowed_here' } });
  });

  it('are made on demand, also where the assistant is silent', async () => {
    await setAssistant(inbox.app, salon, { mode: 'auto' });
    const one = await aCustomerWho('I want to talk to a human');
    await one.customer.write('What are your opening hours?');
    await idle();
    const { body } = await call('post', `/conversations/${one.id}/suggestion`).expect(200);
    expect(body.suggestion).toMatchObject({ conversation_id: one.id, text: expect.stringMatching(/Monday/) });
    await setAssistant(inbox.app, salon, { mode: 'off' });
    expect((await call('post', `/conversations/${one.id}/suggestion`).expect(409)).body.code).toBe('ASSISTANT_OFF');
  });

  it('are only compared in the mode shadow', async () => {
    await setAssistant(inbox.app, salon, { mode: 'shadow' });
    const one = await aCustomerWho('What are your opening hours?');
    expect(await turns(one.customer)).toMatchObject([{ state: 'compared', suggestion: null, staff_reply: null }]);
    expect((await call('get', `/conversations/${one.id}/suggestion`).expect(200)).body.suggestion).toBeNull();
    await answer(one, 'From 9 to 18.');
    await call('get', `/conversations/${one.id}/suggestion`).expect(200);
    expect(await turns(one.customer)).toMatchObject([{ state: 'compared', staff_reply: 'From 9 to 18.' }]);
    expect(await saidTo(inbox, salon.scope, one.customer.id)).toEqual([]);
  });
});
