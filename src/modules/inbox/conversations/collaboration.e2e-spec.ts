import request from 'supertest';
import { messengerText } from '../../../../sandbox/events/index.js';
import {
  aStaffMember,
  type LoggedIn,
  type RegisteredCompany,
  registerCompany,
} from '../../../../test/builders/accounts.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { type InlineJobs, Jobs } from '../../../core/jobs/index.js';
import { openRawDatabase } from '../../../../test/support/raw-database.js';
import { servedSocketOf } from '../../../../test/support/slow-reader.js';
import type { NotificationPageDto } from '../../accounts/notification-center/dto/notification.dto.js';
import type { ConversationDto } from './dto/conversation-response.dto.js';
import type { Viewer } from './viewers/viewers.service.js';

/** Colleagues who work on one conversation at the same time. */
describe('colleagues in a conversation', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let colleague: LoggedIn;
  let stranger: RegisteredCompany;
  let conversationId: string;
  const opened: StaffSocket[] = [];

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox, ['facebook']);
    colleague = await aStaffMember(inbox.app, company, { full_name: 'Bruno Reis' });
    stranger = await registerCompany(inbox.app);
    const socket = await connect(company);
    await inbox.sandbox.webhooks.send(messengerText({ customerId: '93100', text: 'who works on this?' }));
    ({ conversationId } = (await socket.next('message:new')) as { conversationId: string });
  });
  afterEach(() => {
    for (const socket of opened.splice(0)) socket.close();
  });
  afterAll(() => inbox.close());

  const connect = async ({ tokens }: LoggedIn): Promise<StaffSocket> => {
    const socket = await StaffSocket.connect(inbox.app, tokens.accessToken);
    opened.push(socket);
    return socket;
  };

  it('have unread marks of their own, and other tabs see a mark as unread', async () => {
    const tab = await connect(company);
    const unread = (by: LoggedIn): request.Test =>
      request(inbox.app.url).post(`/api/v1/conversations/${conversationId}/unread`).set(by.auth);
    const counts = (): Promise<number[]> =>
      Promise.all(
        [company, colleague].map(async ({ auth }) => {
          const { body } = await request(inbox.app.url).get(`/api/v1/conversations/${conversationId}`).set(auth);
          return (body as { unread_count: number }).unread_count;
        }),
      );
    for (const by of [company, colleague]) {
      const socket = await connect(by);
      await socket.emit('message:read', { conversationId, upToSeq: 1 });
    }
    expect(await counts()).toEqual([0, 0]);
    await unread(stranger).expect(404);
    await Promise.all([unread(company).expect(204), unread(company).expect(204)]);
    expect(await counts()).toEqual([1, 0]);
    await tab.next('message:read', ({ userId, upToSeq }) => userId === company.user._id && upToSeq === 0);
    const listed = await request(inbox.app.url).get('/api/v1/conversations?unread=true').set(company.auth).expect(200);
    expect((listed.body as { items: { _id: string }[] }).items.map(({ _id }) => _id)).toContain(conversationId);
    await tab.emit('message:read', { conversationId, upToSeq: 1 });
    expect(await counts()).toEqual([0, 0]);
  });

  it('are sent no conversation when its contact changes in a field that no conversation shows', async () => {
    const { _id: contact_id } = await aContact(inbox.app, company, { full_name: 'Carla' });
    const message = { contact_id, role: 'user', direction: 'inbound', platform: 'web', content: 'hello' };
    await request(inbox.app.url).post('/api/v1/messages').set(company.auth).send(message).expect(201);
    const desk = await connect(company);
    const patch = (fields: object): request.Test =>
      request(inbox.app.url).patch(`/api/v1/contacts/${contact_id}`).set(company.auth).send(fields).expect(200);
    await patch({ notes: 'pays in cash' });
    await patch({ full_name: 'Carla Dias' });
    const ofCarla = ({ conversation }: Record<string, unknown>): boolean =>
      (conversation as ConversationDto).contact_id === contact_id;
    const { conversation } = await desk.next('conversation:updated', ofCarla);
    expect((conversation as ConversationDto).contact.full_name).toBe('Carla Dias');
  });

  it('get one notification of a mention and one of an assignment, and mark them as read', async () => {
    const [mine, theirs] = [await connect(company), await connect(colleague)];
    const api = (path: string, by: LoggedIn) => request(inbox.app.url).get(`/api/v1/${path}`).set(by.auth).expect(200);
    const listOf = async (by: LoggedIn) => (await api('notifications', by)).body as NotificationPageDto;
    const content = '@bruno REIS and @Nobody, can you call?';
    const note = request(inbox.app.url).post(`/api/v1/conversations/${conversationId}/notes`).set(company.auth);
    const { body: message } = await note.send({ content }).expect(201);
    const isOf = (wanted: string) => (event: Record<string, unknown>) =>
      (event['notification'] as { type: string }).type === wanted;
    const runJobs = () => inbox.app.app.get<unknown, InlineJobs>(Jobs).drain();
    await runJobs();
    const { notification } = await theirs.next('notification:new', isOf('mention'));
    expect(notification).toMatchObject({ user_ids: [colleague.user._id], data: { conversation_id: conversationId } });
    expect(JSON.stringify(notification)).not.toContain('can you call');

    for (const assignee_id of [colleague.user._id, null, company.user._id, null]) {
      const change = request(inbox.app.url).patch(`/api/v1/conversations/${conversationId}`).set(company.auth);
      await change.send({ assignee_id }).expect(200);
      await runJobs();
    }
    await mine.next('notification:new', isOf('assignment'));
    const { items, unread } = await listOf(colleague);
    expect(unread).toBe(2);
    expect(items).toMatchObject([
      { type: 'assignment', words: { author: company.user.full_name } },
      { type: 'mention', data: { message_id: message._id }, words: { text: content }, read_at: null },
    ]);
    expect(await listOf(company)).toMatchObject({ items: [], unread: 0 });
    expect(mine.received.filter(({ event }) => event === 'notification:new')).toHaveLength(2);

    const markRead = request(inbox.app.url).post('/api/v1/notifications/read').set(colleague.auth);
    expect((await markRead.send({ ids: [items[0]?._id] }).expect(200)).body).toEqual({ updated: 1 });
    expect(await listOf(colleague)).toMatchObject({ unread: 1 });
  });

  describe('viewers', () => {
    const look = (socket: StaffSocket, visible = true): Promise<unknown> =>
      socket.emit('conversation:viewing', { conversationId, visible });
    const watcher = async (): Promise<StaffSocket> => {
      const socket = await connect(company);
      await socket.emit('conversation:join', { conversationId });
      return socket;
    };
    /** Resolves when the newest `presence:update` names these users. */
    const shows = (socket: StaffSocket, ...expected: Partial<Viewer>[]): Promise<Record<string, unknown>> =>
      socket.next('presence:update', ({ viewers }) => {
        const shown = viewers as Viewer[];
        return (
          shown.length === expected.length &&
          expected.every((one) =>
            shown.some((viewer) => Object.entries(one).every(([k, v]) => viewer[k as never] === v)),
          )
        );
      });

    it('are shown once a user, typing or not, until the last tab is closed', async () => {
      const desk = await watcher();
      const [tab, other] = [await connect(colleague), await connect(colleague)];
      for (const each of [tab, other]) expect(await look(each)).toEqual({ ok: true });
      const bruno = { userId: colleague.user._id, name: 'Bruno Reis' };
      expect(await shows(desk, { ...bruno, typing: false })).toMatchObject({ conversationId });
      await other.emit('typing:start', { conversationId });
      await shows(desk, { ...bruno, typing: true });
      other.close();
      await look(tab, false);
      await shows(desk);
    });

    it('are forgotten when they do not renew their lease', async () => {
      const desk = await watcher();
      await look(await connect(colleague));
      await shows(desk, { userId: colleague.user._id });
      const { notes } = servedSocketOf(inbox.app, colleague.user._id).data;
      (notes['viewing'] as { until: number }).until = 0;
      await look(desk);
      await shows(desk, { userId: company.user._id });
    });

    it('cost one listener of the socket, however often they come back', async () => {
      const socket = await connect(colleague);
      await look(socket);
      const served = servedSocketOf(inbox.app, colleague.user._id);
      const before = served.listenerCount('disconnect');
      await look(socket, false);
      await look(socket);
      expect(served.listenerCount('disconnect')).toBe(before);
    });

    it('of another company are refused', async () => {
      expect(await look(await connect(stranger))).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    });
  });

  describe('drafts', () => {
    const draft = (method: 'get' | 'put' | 'delete', by: LoggedIn, mode = 'reply'): request.Test =>
      request(inbox.app.url)[method](`/api/v1/conversations/${conversationId}/draft`).query({ mode }).set(by.auth);
    const put = (by: LoggedIn, body: object): request.Test =>
      request(inbox.app.url).put(`/api/v1/conversations/${conversationId}/draft`).set(by.auth).send(body);

    it('are kept for each user and mode, and told to the other tabs of the user only', async () => {
      const [tab, other] = [await connect(company), await connect(colleague)];
      expect((await draft('get', company).expect(200)).body).toEqual({
        mode: 'reply',
        text: '',
        files: [],
        version: 0,
      });
      const content = { mode: 'reply', text: ' Luna is rea', files: ['https://example.com/file'] };
      const { body: saved } = await put(company, { ...content, version: 0 }).expect(200);
      expect(saved).toEqual({ ...content, version: expect.any(Number) });
      expect(await tab.next('draft:updated')).toEqual({ conversationId, mode: 'reply', version: saved.version });
      expect((await draft('get', company).expect(200)).body).toEqual(saved);
      for (const [by, mode] of [
        [colleague, 'reply'],
        [company, 'note'],
      ] as const) {
        expect((await draft('get', by, mode).expect(200)).body.version).toBe(0);
      }
      await other.emit('resume', { since: 0 });
      expect(other.received.map(({ event }) => event)).not.toContain('draft:updated');
      await draft('delete', company).expect(204);
      await tab.next('draft:updated', ({ version }) => version === 0);
      expect((await draft('get', company).expect(200)).body.version).toBe(0);
    });

    it('are saved by one of 5 tabs that write at once', async () => {
      const save = (version: number): Promise<request.Response[]> =>
        Promise.all([0, 1, 2, 3, 4].map((tab) => put(colleague, { mode: 'note', text: `tab ${tab}`, version })));
      let version = 0;
      for (let round = 0; round < 2; round++) {
        const answers = await save(version);
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
        version = answers.find(({ status }) => status === 200)?.body.version as number;
        const refused = answers.find(({ status }) => status === 409)?.body;
        expect(refused).toMatchObject({ code: 'VERSION_MISMATCH', details: { version } });
      }
      await draft('delete', colleague, 'note').expect(204);
      await put(colleague, { mode: 'note', text: 'stale', version }).expect(409);
    });

    it('are deleted with their contact', async () => {
      const desk = await connect(company);
      await inbox.sandbox.webhooks.send(messengerText({ customerId: '93101', text: 'forget me' }));
      const { message } = await desk.next('message:new');
      const { contact_id, conversation_id } = message as Record<string, string>;
      const path = `/api/v1/conversations/${conversation_id}/draft`;
      await request(inbox.app.url)
        .put(path)
        .set(company.auth)
        .send({ mode: 'note', text: 'about Carla', version: 0 })
        .expect(200);
      await request(inbox.app.url).delete(`/api/v1/contacts/${contact_id}`).set(company.auth).expect(204);
      const raw = await openRawDatabase(inbox.app);
      expect(await raw.db.collection('drafts').countDocuments({ text: 'about Carla' })).toBe(0);
      await raw.close();
    });

    it('of conversations of another company are not found', async () => {
      await put(stranger, { mode: 'reply', text: 'x', version: 0 }).expect(404);
      await draft('get', stranger).expect(404);
    });
  });
});
