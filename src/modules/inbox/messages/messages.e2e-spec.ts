import request from 'supertest';
import { instagramText, messengerEcho, messengerText, whatsappText } from '../../../../sandbox/events/index.js';
import { type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import type { MessageDto } from './dto/message-response.dto.js';
import { aPage, companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { QueryRecorder } from '../../../../test/support/query-recorder.js';

/** Messages in and out, over real HTTP and sockets, against the sandbox's Graph API. */
describe('messages', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let staff: StaffSocket;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
  });

  afterAll(async () => {
    staff.close();
    await inbox.close();
  });

  const api = (method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string): request.Test =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(company.auth);

  const arrived = async (text: string): Promise<MessageDto> => {
    const { message } = await staff.next(
      'message:new',
      ({ message: one }) => (one as { content: string }).content === text,
    );
    return message as MessageDto;
  };

  const reply = (contactId: string, platform: string, content: string, more: object = {}): request.Test =>
    api('post', '/messages').send({
      contact_id: contactId,
      role: 'operator',
      direction: 'outbound',
      platform,
      content,
      ...more,
    });

  describe.each([
    { platform: 'facebook', event: messengerText({ customerId: '7001', text: 'hello from messenger' }) },
    { platform: 'instagram', event: instagramText({ customerId: '7002', text: 'hello from instagram' }) },
    { platform: 'whatsapp', event: whatsappText({ customerId: '5511988887003', text: 'hello from whatsapp' }) },
  ])('on $platform', ({ platform, event }) => {
    it('shows a customer message to staff and carries the reply back, ticks and all', async () => {
      await inbox.sandbox.webhooks.send(event);
      const message = await arrived(`hello from ${platform === 'facebook' ? 'messenger' : platform}`);
      expect(message).toMatchObject({ platform, direction: 'inbound', role: 'user', seq: 1, status: 'delivered' });

      const { body } = await reply(message.contact_id, platform, `answer on ${platform}`).expect(201);
      expect(body).toMatchObject({
        forwarding: { status: 'success' },
        messageData: { status: expect.stringMatching(/sent|delivered|read/), direction: 'outbound', seq: 2 },
      });
      const sent = inbox.sandbox.ledger.entries({ kind: 'graph.message' }).at(-1);
      expect(JSON.stringify(sent?.data)).toContain(`answer on ${platform}`);

      await staff.next(
        'message:status',
        (data) => data['messageId'] === body.messageData._id && ['delivered', 'read'].includes(String(data['status'])),
      );
      await inbox.sandbox.idle();
      const history = await api('get', `/conversations/${message.conversation_id}/messages`).expect(200);
      // The echo of our own send made no second message.
      expect(history.body.items.map(({ content }: { content: string }) => content)).toEqual([
        `answer on ${platform}`,
        message.content,
      ]);
    });
  });

  it('stores the same client id once when it is posted 10 times at once, and sends it once', async () => {
    await inbox.sandbox.webhooks.send(messengerText({ customerId: '7010', text: 'ten times' }));
    const { contact_id, conversation_id } = await arrived('ten times');
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => reply(contact_id, 'facebook', 'only once', { client_id: 'abc' }).expect(201)),
    );
    expect(new Set(answers.map(({ body }) => body.messageData._id)).size).toBe(1);
    await inbox.sandbox.idle();
    const history = await api('get', `/conversations/${conversation_id}/messages`).expect(200);
    expect(history.body.items.filter(({ content }: { content: string }) => content === 'only once')).toHaveLength(1);
    const sends = inbox.sandbox.ledger.entries({ kind: 'graph.message' });
    expect(sends.filter(({ data }) => JSON.stringify(data).includes('only once'))).toHaveLength(1);
  });

  it('makes one conversation and one contact of 20 first messages at once', async () => {
    const events = Array.from({ length: 20 }, (_, index) =>
      messengerText({ customerId: '7020', text: `first ${index}` }),
    );
    await Promise.all(events.map((event) => inbox.sandbox.webhooks.send(event)));
    const messages = await Promise.all(events.map((_, index) => arrived(`first ${index}`)));
    expect(new Set(messages.map(({ conversation_id }) => conversation_id)).size).toBe(1);
    expect(new Set(messages.map(({ contact_id }) => contact_id)).size).toBe(1);
    expect(messages.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(events.map((_, index) => index + 1));
  });

  it('refuses a reply to a screen that has not seen a colleague’s answer, unless it is forced', async () => {
    await inbox.sandbox.webhooks.send(messengerText({ customerId: '7030', text: 'who answers?' }));
    const { contact_id, seq } = await arrived('who answers?');
    await inbox.sandbox.webhooks.send(messengerEchoFromPhone());
    await staff.next('message:new', ({ message }) => (message as { content: string }).content === 'from the phone');
    const late = await reply(contact_id, 'facebook', 'me too', { last_seen_seq: seq }).expect(409);
    expect(late.body).toMatchObject({ code: 'NEWER_REPLY', details: { author: { kind: 'phone' } } });
    await reply(contact_id, 'facebook', 'me too', { last_seen_seq: seq, force: true }).expect(201);
  });

  it('refuses to edit a version of a note that a colleague has edited', async () => {
    await inbox.sandbox.webhooks.send(messengerText({ customerId: '7041', text: 'shall we note it?' }));
    const { conversation_id } = await arrived('shall we note it?');
    const { body: note } = await api('post', `/conversations/${conversation_id}/notes`).send({ content: 'first' });
    const tag = String((await api('get', `/messages/${note._id}`).expect(200)).headers['etag']);
    const edit = (content: string) => api('patch', `/messages/${note._id}`).set('if-match', tag).send({ content });
    const both = await Promise.all([edit('one'), edit('two')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const refused = await edit('three').expect(412);
    expect(refused.body).toMatchObject({ code: 'VERSION_MISMATCH', details: { version: note.version + 1 } });
  });

  it('keeps notes inside', async () => {
    await inbox.sandbox.webhooks.send(messengerText({ customerId: '7040', text: 'a note about me?' }));
    const { conversation_id } = await arrived('a note about me?');
    const { body } = await api('post', `/conversations/${conversation_id}/notes`)
      .send({ content: 'secret note' })
      .expect(201);
    expect(body).toMatchObject({ visibility: 'internal', content: 'secret note' });
    const sends = inbox.sandbox.ledger.entries();
    expect(JSON.stringify(sends)).not.toContain('secret note');
  });

  it('stores a note once for each client_id, and refuses other words under it', async () => {
    await inbox.sandbox.webhooks.send(messengerText({ customerId: '7041', text: 'noted twice?' }));
    const { conversation_id } = await arrived('noted twice?');
    const note = (content: string) =>
      api('post', `/conversations/${conversation_id}/notes`).send({ content, client_id: 'note-1' });
    const [first, second] = await Promise.all([note('once'), note('once')]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toMatchObject({ _id: first.body._id, client_id: 'note-1' });
    const refused = await note('other words').expect(409);
    expect(refused.body).toMatchObject({ code: 'CLIENT_ID_REUSED', details: { message_id: first.body._id } });
  });

  it('says what is wrong with a bad message', async () => {
    const { body } = await api('post', '/messages')
      .send({ contact_id: 'x', role: 'king', platform: 'fax', direction: 'up' })
      .expect(400);
    expect(body.code).toBe('VALIDATION_ERROR');
    expect(body.details.map(({ field }: { field: string }) => field).sort()).toEqual([
      'contact_id',
      'direction',
      'platform',
      'role',
    ]);
    const empty = await reply('0123456789abcdef01234567', 'facebook', '   ').expect(400);
    expect(empty.body.details).toEqual([{ field: 'content', message: expect.any(String) }]);
  });

  it('goes by an account that was connected after the conversation was made', async () => {
    const { auth } = await registerCompany(inbox.app);
    const post = async (path: string, body: object): Promise<Record<string, never>> =>
      (await request(inbox.app.url).post(`/api/v1${path}`).set(auth).send(body).expect(201)).body;
    const contact = await post('/contacts', { full_name: 'Written Down', social: { facebook_id: '70601' } });
    const message = { contact_id: contact['_id'], platform: 'facebook', role: 'operator', direction: 'outbound' };
    const before = await post('/messages', { ...message, content: 'too early' });
    expect(before['messageData']).toMatchObject({ channel_id: null, error: { code: 'CHANNEL_NOT_CONNECTED' } });
    const channel = await post('/channels', aPage(inbox));
    const body = await post('/messages', { ...message, content: 'in time' });
    const { conversation_id } = before['messageData'] as unknown as MessageDto;
    expect(body['messageData']).toMatchObject({ channel_id: channel['_id'], conversation_id });
  });

  it('counts unread for each reader and forgets them when read', async () => {
    await inbox.sandbox.webhooks.send(messengerText({ customerId: '7050', text: 'unread one' }));
    await inbox.sandbox.webhooks.send(messengerText({ customerId: '7050', text: 'unread two' }));
    const { conversation_id, seq } = await arrived('unread two');
    const row = async (): Promise<Record<string, unknown>> =>
      (await api('get', `/conversations/${conversation_id}`).expect(200)).body;
    expect(await row()).toMatchObject({ unread_count: 2, last_message: { content: 'unread two' }, status: 'open' });
    const ack = await staff.emit('message:read', { conversationId: conversation_id, upToSeq: seq });
    expect(ack).toMatchObject({ ok: true, updated: 2 });
    expect(await row()).toMatchObject({ unread_count: 0 });
  });

  describe('the history of a conversation', () => {
    const seqs = (body: { items: MessageDto[] }): number[] => body.items.map(({ seq }) => seq);
    let path: string;

    beforeAll(async () => {
      await inbox.sandbox.webhooks.send(messengerText({ customerId: '7700', text: 'history 1' }));
      const { conversation_id } = await arrived('history 1');
      path = `/conversations/${conversation_id}`;
      for (let seq = 2; seq <= 9; seq++)
        await api('post', `${path}/notes`)
          .send({ content: `history ${seq}` })
          .expect(201);
    });

    const history = async (query: string): Promise<{ items: MessageDto[]; nextCursor: string; has_newer: boolean }> =>
      (await api('get', `${path}/messages?${query}`).expect(200)).body;

    it('opens on a message in the middle and reads on in both directions', async () => {
      const window = await history('around_seq=5&limit=4');
      expect([seqs(window), window.has_newer]).toEqual([[7, 6, 5, 4], true]);
      const older = await history(`limit=2&cursor=${window.nextCursor}`);
      expect([seqs(older), older.has_newer]).toEqual([[3, 2], true]);
      const oldest = await history(`limit=2&cursor=${older.nextCursor}`);
      expect([seqs(oldest), oldest.nextCursor]).toEqual([[1], null]);
      const newer = await history('after_seq=7&limit=25');
      expect([seqs(newer), newer.has_newer]).toEqual([[9, 8], false]);
    });

    it('reads the messages after one in the order of the history', async () => {
      const missed = await history('after_seq=2&limit=3');
      expect(missed).toMatchObject({ has_newer: true, nextCursor: null });
      expect(seqs(missed)).toEqual([5, 4, 3]);
      expect(await history('limit=2')).toMatchObject({ has_newer: false });
    });

    it('refuses two starting points', async () => {
      const { body } = await api('get', `${path}/messages?around_seq=1&after_seq=1`).expect(400);
      expect(body.code).toBe('VALIDATION_ERROR');
    });

    it('is not found by another company', async () => {
      const other = await registerCompany(inbox.app);
      await request(inbox.app.url).get(`/api/v1${path}/messages?around_seq=1`).set(other.auth).expect(404);
    });
  });

  it('clears the unread count of a colleague who replies, without another read, and tells the other tabs', async () => {
    const text = 'who has read this?';
    await inbox.sandbox.webhooks.send(messengerText({ customerId: '7701', text }));
    const { contact_id, conversation_id } = await arrived(text);
    const recorder = new QueryRecorder(inbox.app.app);
    const { body } = await reply(contact_id, 'facebook', 'I have').expect(201);
    expect(await staff.next('message:read', ({ conversationId }) => conversationId === conversation_id)).toMatchObject({
      userId: company.user._id,
      upToSeq: body.messageData.seq,
    });
    const bySeq = recorder.commands.filter(({ name, command }) => name === 'find' && command['filter'].seq?.$lte);
    expect(bySeq).toEqual([]);
    expect((await api('get', `/conversations/${conversation_id}`).expect(200)).body.unread_count).toBe(0);
  });
});

function messengerEchoFromPhone() {
  return messengerEcho({ customerId: '7030', text: 'from the phone', appId: '263902037430900' });
}
