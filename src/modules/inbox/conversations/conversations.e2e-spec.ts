import request from 'supertest';
import { instagramText, messengerText, whatsappText } from '../../../../sandbox/events/index.js';
import { aStaffMember, type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { openRawDatabase, type RawDatabase } from '../../../../test/support/raw-database.js';
import { settled } from '../../../../test/support/settled.js';
import { SnoozeWaker } from './snooze-waker.js';
import type { ConversationDto } from './dto/conversation-response.dto.js';

/** The inbox as staff uses it: lists, searches, takes, snoozes, resolves. */
describe('conversations', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let staff: StaffSocket;
  let raw: RawDatabase;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
    raw = await openRawDatabase(inbox.app);
  });
  afterAll(async () => {
    staff.close();
    await raw.close();
    await inbox.close();
  });

  const api = (method: 'get' | 'post' | 'patch', path: string): request.Test =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(company.auth);

  const customer = async (customerId: string, text: string, event = messengerText): Promise<ConversationDto> => {
    await inbox.sandbox.webhooks.send(event({ customerId, text }));
    const { conversationId } = await staff.next(
      'message:new',
      ({ message }) => (message as { content: string }).content === text,
    );
    // The event may come before the row of the conversation is up to date.
    await settled(inbox.sandbox, raw);
    return (await api('get', `/conversations/${String(conversationId)}`).expect(200)).body as ConversationDto;
  };

  const ids = async (query: string): Promise<string[]> => {
    const { body } = await api('get', `/conversations${query}`).expect(200);
    return (body.items as ConversationDto[]).map(({ _id }) => _id);
  };

  it('pages without gaps or repeats, newest activity first', async () => {
    const made: string[] = [];
    for (let index = 0; index < 7; index++) made.unshift((await customer(`60${index}`, `page ${index}`))._id);
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await api('get', `/conversations?limit=3${cursor}`).expect(200);
      seen.push(...(body.items as ConversationDto[]).map(({ _id }) => _id));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor as string}`;
    }
    expect(seen.slice(0, 7)).toEqual(made);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('narrows by status, platform, label and assignee', async () => {
    const first = await customer('6100', 'narrow one');
    const other = await customer('6101', 'narrow two', instagramText);
    await api('patch', `/conversations/${first._id}`)
      .send({ labels: ['grooming'], status: 'pending' })
      .expect(200);
    await api('patch', `/conversations/${other._id}`).send({ assignee_id: company.user._id }).expect(200);
    expect(await ids('?label=grooming')).toEqual([first._id]);
    expect(await ids('?status=pending')).toEqual([first._id]);
    expect(await ids('?platform=instagram')).toEqual([other._id]);
    expect(await ids('?assignee=me')).toEqual([other._id]);
    expect(await ids(`?contact_id=${first.contact_id}`)).toEqual([first._id]);
    expect(await ids('?assignee=none')).not.toContain(other._id);
  });

  it('finds by the words of a message, and by the contact’s and the pet’s name', async () => {
    const conversation = await customer('6200', 'my parrot ate the curtains');
    expect(await ids('?q=curtains')).toEqual([conversation._id]);
    await api('patch', `/contacts/${conversation.contact_id}`).send({ full_name: 'Zuleica Prado' }).expect(200);
    await api('post', '/pets')
      .send({ contact_id: conversation.contact_id, name: 'Quixote', species: 'bird' })
      .expect(201);
    for (const q of ['zulei', 'quixote']) {
      // The row follows its contact a moment later.
      while ((await ids(`?q=${q}`)).length === 0) await new Promise(setImmediate);
      expect(await ids(`?q=${q}`)).toEqual([conversation._id]);
    }
  });

  it('is newer with a new name of the contact, so that no older answer brings the old one back', async () => {
    const { _id, contact_id, updated_at, version } = await customer('6215', 'call me Nora');
    await api('patch', `/contacts/${contact_id}`).send({ full_name: 'Nora Nightingale' }).expect(200);
    const { conversation } = await staff.next('conversation:updated', ({ conversation: one }) => {
      const { _id: id, contact } = one as ConversationDto;
      return id === _id && contact.full_name === 'Nora Nightingale';
    });
    const renamed = conversation as ConversationDto;
    expect(new Date(renamed.updated_at).getTime()).toBeGreaterThan(new Date(updated_at).getTime());
    expect(renamed.version).toBe(version);
  });

  it('shows the newest pets of the contact, and tells sockets of them', async () => {
    const { _id, contact_id, pets } = await customer('6220', 'I have pets');
    expect(pets).toEqual([]);
    for (const name of ['Ada', 'Bob', 'Cleo', 'Dora'])
      await api('post', '/pets').send({ contact_id, name, species: 'cat' }).expect(201);
    const { conversation } = await staff.next('conversation:updated', ({ conversation: one }) => {
      const { _id: id, pets: shown } = one as ConversationDto;
      return id === _id && shown[0]?.name === 'Dora';
    });
    const names = (conversation as ConversationDto).pets.map(({ name }) => name);
    expect(names).toEqual(['Dora', 'Cleo', 'Bob']);
    expect(conversation).not.toHaveProperty('unread_count');
    const { body } = await api('get', `/conversations/${_id}`).expect(200);
    expect(body).toMatchObject({ pets: [{ name: 'Dora', species: 'cat' }, {}, {}], unread_count: 1 });
  });

  it('tells sockets of the conversations that a merge moves and that its undo gives back', async () => {
    const kept = await customer('6230', 'I stay');
    const moved = await customer('6231', 'I am the same person', instagramText);
    const nextContactOf = async (id: string, contactId: string): Promise<unknown> =>
      staff.next('conversation:updated', ({ conversation }) => {
        const { _id, contact_id } = conversation as ConversationDto;
        return _id === id && contact_id === contactId;
      });
    const { body } = await api('post', `/contacts/${kept.contact_id}/merge`)
      .send({ contact_id: moved.contact_id })
      .expect(200);
    await nextContactOf(moved._id, kept.contact_id);
    expect(await ids(`?contact_id=${kept.contact_id}`)).toEqual([moved._id, kept._id]);
    const merge = body.merge as { _id: string };
    await api('post', `/contacts/merges/${merge._id}/undo`).expect(200);
    await nextContactOf(moved._id, moved.contact_id);
  });

  it('finds by a phone, however it was written down and is typed', async () => {
    const onWhatsapp = await customer('5511970006201', 'by phone one', whatsappText);
    expect(await ids('?q=%2B55%20(11)%2097000-6201')).toEqual([onWhatsapp._id]);
    const written = await customer('6201', 'by phone two');
    await api('patch', `/contacts/${written.contact_id}`).send({ phone: '+55 (11) 97000-6202' }).expect(200);
    while ((await ids('?q=5511970006202')).length === 0) await new Promise(setImmediate);
    expect(await ids('?q=97000-6202')).toEqual([written._id]);
  });

  it('are not found any more by a pet that went to another contact', async () => {
    const [from, to] = [await customer('6210', 'a pet goes'), await customer('6211', 'a pet comes')];
    const { body: pet } = await api('post', '/pets').send({ contact_id: from.contact_id, name: 'Zorba' }).expect(201);
    while ((await ids('?q=zorba')).length === 0) await new Promise(setImmediate);
    await api('patch', `/pets/${pet._id}`).send({ contact_id: to.contact_id }).expect(200);
    while ((await ids('?q=zorba')).includes(from._id)) await new Promise(setImmediate);
    while (!(await ids('?q=zorba')).includes(to._id)) await new Promise(setImmediate);
  });

  it.each(['2030-W10-1', '2030-060', '20300101', '2030-01-01'])('cannot be snoozed until %s', async (snoozed_until) => {
    const { _id } = await customer(`62${snoozed_until}`, `snooze ${snoozed_until}`);
    const { status, body } = await api('patch', `/conversations/${_id}`).send({ status: 'snoozed', snoozed_until });
    expect([status, body.code]).toEqual([400, 'VALIDATION_ERROR']);
  });

  it('lets one of two colleagues take a free conversation', async () => {
    const colleague = await aStaffMember(inbox.app, company, { role: 'staff' });
    const { _id } = await customer('6300', 'who takes me?');
    const take = (assignee_id: string): request.Test => api('patch', `/conversations/${_id}`).send({ assignee_id });
    const answers = await Promise.all([take(company.user._id), take(colleague.user._id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('ALREADY_ASSIGNED');
  });

  it('opens a resolved conversation as a new episode when the customer writes again', async () => {
    const { _id, episode } = await customer('6400', 'first question');
    const resolved = await api('patch', `/conversations/${_id}`).send({ status: 'resolved' }).expect(200);
    expect(resolved.body).toMatchObject({ status: 'resolved', waiting_since: null });
    const again = await customer('6400', 'second question');
    expect(again).toMatchObject({ _id, status: 'open', episode: episode + 1 });
    await staff.next('conversation:updated', ({ conversation }) => {
      const { _id: id, status } = conversation as ConversationDto;
      return id === _id && status === 'open';
    });
  });

  it('wakes a snoozed conversation when its time has come', async () => {
    const { _id } = await customer('6500', 'call me tomorrow');
    const until = new Date(Date.now() + 3_600_000);
    await api('patch', `/conversations/${_id}`)
      .send({ status: 'snoozed', snoozed_until: until.toISOString() })
      .expect(200);
    const waker = inbox.app.app.get(SnoozeWaker, { strict: false });
    await waker.wakeDue();
    expect((await api('get', `/conversations/${_id}`)).body.status).toBe('snoozed');
    await waker.wakeDue(new Date(until.getTime() + 1));
    expect((await api('get', `/conversations/${_id}`)).body).toMatchObject({ status: 'open', snoozed_until: null });
  });

  describe('views', () => {
    const counts = async (
      query = '',
      auth = company.auth,
    ): Promise<Record<string, { open: number; unread: number }>> => {
      const { body } = await request(inbox.app.url).get(`/api/v1/conversations/counts${query}`).set(auth).expect(200);
      return body.counts as Record<string, { open: number; unread: number }>;
    };

    it('counts what is unread until the caller has read it', async () => {
      const { _id, last_seq } = await customer('6700', 'count me');
      const before = await counts();
      expect(await ids('?view=all&unread=true&limit=100')).toContain(_id);
      await api('post', `/conversations/${_id}/read`).send({ up_to_seq: last_seq }).expect(200);
      expect(await ids('?view=all&unread=true&limit=100')).not.toContain(_id);
      const after = await counts();
      expect(after['all']).toEqual({ open: before['all']?.open, unread: (before['all']?.unread ?? 0) - 1 });
      await customer('6700', 'count me again');
      expect(await ids('?view=all&unread=true&limit=100')).toContain(_id);
    });

    it('counts a conversation for its assignee', async () => {
      const { _id } = await customer('6701', 'mine now');
      expect(await ids('?view=unassigned&limit=100')).toContain(_id);
      const before = await counts('?views=mine');
      expect(Object.keys(before)).toEqual(['mine']);
      await api('patch', `/conversations/${_id}`).send({ assignee_id: company.user._id }).expect(200);
      expect((await counts('?views=mine'))['mine']?.open).toBe((before['mine']?.open ?? 0) + 1);
      expect(await ids('?view=mine')).toContain(_id);
      expect(await ids('?view=mine&owner=person')).toContain(_id);
      expect(await ids('?view=bot&limit=100')).not.toContain(_id);
    });

    it('lists who waits since a time, and whose window closes before one', async () => {
      const { _id, waiting_since, reply_window } = await customer('6702', 'I wait');
      const later = (time: string | undefined, ms: number): string =>
        new Date(Date.parse(String(time)) + ms).toISOString();
      expect(await ids(`?waiting_before=${String(waiting_since)}&limit=100`)).toContain(_id);
      expect(await ids(`?waiting_before=${later(waiting_since ?? '', -1)}&limit=100`)).not.toContain(_id);
      expect(await ids(`?window_closes_before=${later(reply_window?.expires_at, 1)}&limit=100`)).toContain(_id);
      expect(await ids(`?window_closes_before=${String(reply_window?.expires_at)}&limit=100`)).not.toContain(_id);
    });

    it('counts nothing of another company', async () => {
      const other = await registerCompany(inbox.app);
      const none = { open: 0, unread: 0 };
      expect(await counts('', other.auth)).toEqual({
        mine: none,
        unassigned: none,
        waiting: none,
        window: none,
        bot: none,
        all: none,
      });
    });

    it.each(['view=nobody', 'unread=maybe', 'waiting_before=yesterday', 'owner=me', 'team_id=1'])(
      'refuses the filter %s',
      async (filter) => {
        const { body } = await api('get', `/conversations?${filter}`).expect(400);
        expect(body.code).toBe('VALIDATION_ERROR');
      },
    );
  });

  it('tells sockets when a channel loses its token', async () => {
    const { _id, contact_id, channel_health } = await customer('6600', 'before the token goes');
    expect(channel_health).toBe('live');
    inbox.sandbox.state.tokens.setState('sandbox-token-facebook', 'expired');
    const message = { contact_id, role: 'operator', direction: 'outbound', platform: 'facebook', content: 'x' };
    await api('post', '/messages').send(message).expect(201);
    const { channel } = await staff.next(
      'channel:health',
      (data) => (data['channel'] as { state: string }).state === 'needs_reconnect',
    );
    expect(channel).toMatchObject({ platform: 'facebook', state: 'needs_reconnect' });
    expect((await api('get', `/conversations/${_id}`)).body.channel_health).toBe('needs_reconnect');
  });
});
