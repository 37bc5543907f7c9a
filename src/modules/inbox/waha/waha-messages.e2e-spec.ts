import { createHmac } from 'node:crypto';
import request from 'supertest';
import type { PlayAction } from '../../../../sandbox/play-action.js';
import { messagePayload } from '../../../../sandbox/waha/waha-messages.js';
import type { WahaSession } from '../../../../sandbox/waha/waha-sessions.js';
import { type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { SESSION, WAHA, withConnectedNumber, withWahaServer } from '../../../../test/support/waha.js';
import { type InlineJobs, Jobs } from '../../../core/jobs/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { ConversationsRepository } from '../conversations/index.js';
import { CustomerTyping } from '../message-sending/index.js';
import { SILENCE_MS } from './sessions/session-watch.js';
import { SessionWatcher } from './sessions/session-watcher.service.js';
import { WhatsappSessionsRepository } from './sessions/whatsapp-sessions.repository.js';

const CHANNEL = `waha-${SESSION}`;

type Body = Record<string, unknown>;

describe('messages of a WAHA server', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let staff: StaffSocket;
  let session: WahaSession;
  let phones = 5_511_980_000_000;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await registerCompany(inbox.app);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
    await withWahaServer(inbox, company);
    session = await withConnectedNumber(inbox, company);
    await staff.next('channel:health', (data) => (data['channel'] as Body)['state'] === 'live');
  });
  afterAll(async () => {
    staff.close();
    await inbox.close();
  });
  afterEach(() => inbox.sandbox.waha.reset());

  const aCustomer = (): string => {
    const phone = String(++phones);
    inbox.sandbox.state.customers.ensure('whatsapp', CHANNEL, phone, 'Lena Costa');
    return phone;
  };
  const play = async (phone: string, action: PlayAction): Promise<string> => {
    const { id, delivered } = inbox.sandbox.player.play(CHANNEL, phone, action);
    await delivered;
    return id;
  };
  const shown = async (content: string): Promise<Body> =>
    (await staff.next('message:new', (data) => (data['message'] as Body)['content'] === content))['message'] as Body;
  const messagesOf = async ({ contact_id }: Body): Promise<Body[]> =>
    (
      await request(inbox.app.url)
        .get(`/api/v1/messages?contact_id=${String(contact_id)}`)
        .set(company.auth)
        .expect(200)
    ).body.items as Body[];
  const reply = async ({ contact_id }: Body, more: Body): Promise<string> => {
    const { body } = await request(inbox.app.url)
      .post('/api/v1/messages')
      .set(company.auth)
      .send({ contact_id, role: 'operator', direction: 'outbound', platform: 'whatsapp', ...more })
      .expect(201);
    return String((body.messageData as Body)['_id']);
  };
  const status = (id: string, wanted: string): Promise<Body> =>
    staff.next('message:status', ({ messageId, status: now }) => messageId === id && now === wanted);

  it('shows the customer that somebody writes', async () => {
    const phone = aCustomer();
    await play(phone, { do: 'text', text: 'is anybody there?' });
    const { conversation_id } = await shown('is anybody there?');
    const scope = CompanyScope.of(company.company._id);
    const conversations = inbox.app.app.get(ConversationsRepository, { strict: false });
    const typing = inbox.app.app.get(CustomerTyping, { strict: false });
    await typing.show(scope, await conversations.getById(scope, toObjectId(String(conversation_id))));
    expect(inbox.sandbox.devices.isTyping(CHANNEL, phone)).toBe(true);
  });

  it('shows twins and copies once, with one contact', async () => {
    Object.assign(inbox.sandbox.waha.webhooks.knobs, { twins: true, duplicate: 2 });
    const phone = aCustomer();
    await Promise.all([1, 2, 3].map((n) => play(phone, { do: 'text', text: `twin ${n} of ${phone}` })));
    const [first, ...others] = await Promise.all([1, 2, 3].map((n) => shown(`twin ${n} of ${phone}`)));
    expect(new Set(others.map((one) => one['contact_id']))).toEqual(new Set([first?.['contact_id']]));
    await inbox.sandbox.idle();
    expect(await messagesOf(first as Body)).toHaveLength(3);
  });

  it('keeps one contact for a customer who first comes by a hidden id', async () => {
    const phone = aCustomer();
    const hidden = {
      raw: `3EB0${phone}`,
      chat: `9${phone}@lid`,
      fromMe: false,
      source: 'app',
      body: `lid ${phone}`,
    } as const;
    await inbox.sandbox.waha.deliver(session, hidden);
    const first = await shown(`lid ${phone}`);
    await play(phone, { do: 'text', text: `number ${phone}` });
    expect((await shown(`number ${phone}`))['contact_id']).toBe(first['contact_id']);
  });

  it('shows what staff wrote on the phone once, as a message by phone', async () => {
    const phone = aCustomer();
    await play(phone, { do: 'text', text: `question ${phone}` });
    await play(phone, { do: 'phone_app_text', text: `answered ${phone}` });
    const message = await shown(`answered ${phone}`);
    expect(message).toMatchObject({ role: 'operator', direction: 'outbound', author: { kind: 'phone' } });
  });

  it('applies reactions, edits and removals of a customer, and quotes', async () => {
    const phone = aCustomer();
    const id = await play(phone, { do: 'text', text: `before ${phone}` });
    const received = await shown(`before ${phone}`);
    const answer = await reply(received, { content: `quoting ${phone}`, reply_to: received['_id'] });
    await status(answer, 'delivered');
    const onPhone = inbox.sandbox.devices.messages(CHANNEL, phone).find(({ from }) => from === 'business');
    expect(onPhone).toMatchObject({ text: `quoting ${phone}`, replyTo: id });
    const changed = (fits: (message: Body) => boolean): Promise<Body> =>
      staff.next('message:updated', (data) => fits(data['message'] as Body));
    await play(phone, { do: 'react', message_id: String(onPhone?.id), emoji: '🐶' });
    await changed((one) => one['_id'] === answer && JSON.stringify(one['reactions']).includes('🐶'));
    await play(phone, { do: 'edit', message_id: id, text: `after ${phone}` });
    await changed((one) => one['_id'] === received['_id'] && one['content'] === `after ${phone}`);
    await play(phone, { do: 'unsend', message_id: id });
    await changed((one) => one['_id'] === received['_id'] && one['deleted_at'] !== null);
  });

  it('waits for the echo after a timeout or a broken server, and never sends twice', async () => {
    const phone = aCustomer();
    await play(phone, { do: 'text', text: `slow ${phone}` });
    const received = await shown(`slow ${phone}`);
    inbox.sandbox.waha.knobs.send = '500';
    const id = await reply(received, { content: `once ${phone}` });
    await status(id, 'delivered');
    const sent = inbox.sandbox.ledger
      .entries({ kind: 'waha.message' })
      .filter(({ data }) => data['text'] === `once ${phone}`);
    expect(sent).toHaveLength(1);
    expect((await messagesOf(received)).filter(({ content }) => content === `once ${phone}`)).toHaveLength(1);
  });

  it('asks before a first message whether the number has WhatsApp, and takes its chat', async () => {
    const contacts = async (phone: string): Promise<Body> => {
      const body = { full_name: `First ${phone}`, phone: `+${phone}` };
      const { body: contact } = await request(inbox.app.url).post('/api/v1/contacts').set(company.auth).send(body);
      return { contact_id: contact._id };
    };
    inbox.sandbox.waha.withoutWhatsapp.add('5511970000001');
    await status(await reply(await contacts('5511970000001'), { content: 'nobody' }), 'failed');
    // The account is older than the ninth digit.
    inbox.sandbox.state.customers.ensure('whatsapp', CHANNEL, '551171234567', 'Old Number');
    await status(await reply(await contacts('5511971234567'), { content: 'hello old number' }), 'delivered');
    expect(inbox.sandbox.devices.messages(CHANNEL, '551171234567')).toMatchObject([{ text: 'hello old number' }]);
  });

  it('stores nothing of a delivery with a wrong signature, and leaves out an old one', async () => {
    const phone = aCustomer();
    const [webhook] = session.config['webhooks'] as { url: string; hmac: { key: string } }[];
    const post = (body: string, key = webhook?.hmac.key ?? ''): request.Test =>
      request(inbox.app.url)
        .post(new URL(webhook?.url ?? '').pathname)
        .set('x-webhook-hmac', createHmac('sha512', key).update(body).digest('hex'))
        .set('content-type', 'application/json')
        .send(body);
    const payload = messagePayload(session, {
      ...{ raw: `3EB0F${phone}`, chat: `${phone}@c.us`, fromMe: false, source: 'app', body: `forged ${phone}` },
    });
    const delivery = { id: 'evt_1', timestamp: Date.now(), event: 'message.any', session: SESSION, payload };
    expect((await post(JSON.stringify(delivery), 'another')).body).toMatchObject({ code: 'INVALID_SIGNATURE' });
    const old = { ...delivery, timestamp: Date.now() - 2 * 86_400_000 };
    await post(JSON.stringify(old)).expect(200);
    await post('no json').expect(400);
    await request(inbox.app.url).post(`${WAHA}/webhook/no-such-key`).send({}).expect(404);
    await play(phone, { do: 'text', text: `real ${phone}` });
    const real = await shown(`real ${phone}`);
    expect((await messagesOf(real)).map(({ content }) => content)).toEqual([`real ${phone}`]);
  });

  it('shows messages while the server does not say whose hidden id it is, and asks it once', async () => {
    inbox.sandbox.waha.knobs.lids = 'hang';
    const before = inbox.sandbox.ledger.entries({ kind: 'waha.call' }).length;
    for (const name of ['first', 'second']) {
      const phone = String(++phones);
      const message = { raw: `3EB0${phone}`, chat: `9${phone}@lid`, fromMe: false, source: 'app', body: name } as const;
      await inbox.sandbox.waha.deliver(session, message);
      await shown(name);
    }
    const calls = inbox.sandbox.ledger.entries({ kind: 'waha.call' }).slice(before);
    expect(calls.filter(({ data }) => String(data['path']).includes('/lids/'))).toHaveLength(1);
  });

  it('finds a number that the server lost without a word', async () => {
    const get = <T>(type: abstract new (...args: never[]) => T): T =>
      inbox.app.app.get(type as never, { strict: false });
    inbox.sandbox.waha.sessions.force(session, 'BANNED_BY_TEST', false);
    const stored = await get(WhatsappSessionsRepository).findByKey(
      String((session.config['metadata'] as Body)['petbuddy']),
    );
    await get(SessionWatcher).request(stored as never);
    await staff.next('waha:session', ({ status: now }) => now === 'BANNED_BY_TEST');
    await staff.next('channel:health', (data) => (data['channel'] as Body)['state'] === 'needs_reconnect');
    inbox.sandbox.waha.sessions.force(session, 'WORKING', true);
    await staff.next('waha:session', ({ status: now }) => now === 'WORKING');
  });

  it('looks at a connected number after ten minutes of silence, not before', async () => {
    const get = <T>(type: abstract new (...args: never[]) => T): T =>
      inbox.app.app.get(type as never, { strict: false });
    const sessions = get(WhatsappSessionsRepository);
    const stored = async () => {
      const found = await sessions.findByKey(String((session.config['metadata'] as Body)['petbuddy']));
      if (!found) throw new Error('the session is not stored');
      return found;
    };
    const sweep = async (): Promise<void> => {
      await get(SessionWatcher).sweep();
      await inbox.app.app.get<unknown, InlineJobs>(Jobs).drain();
    };
    const { _id, company_id } = await stored();
    // What earlier tests have left.
    await inbox.sandbox.idle();
    await sweep();
    await get(SessionWatcher).look(CompanyScope.of(company_id), _id);
    const { status, checked_at, watch_at } = await stored();
    expect([status, watch_at.getTime() - (checked_at?.getTime() ?? 0)]).toEqual(['WORKING', SILENCE_MS]);
    inbox.sandbox.waha.sessions.force(session, 'LOST_BY_TEST', false);
    await sweep();
    expect((await stored()).status).toBe('WORKING');
    await sessions.change(CompanyScope.of(company_id), _id, { watch_at: new Date(Date.now() - 1) });
    await sweep();
    expect((await stored()).status).toBe('LOST_BY_TEST');
  });
});
