import request from 'supertest';
import { messengerText } from '../../../../sandbox/events/index.js';
import { aStaffMember, type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { beforeNext } from '../../../../test/support/before-next.js';
import { companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { type InlineJobs, Jobs } from '../../../core/jobs/index.js';
import { ConversationsRepository, ConversationsService } from '../conversations/index.js';
import type { ConversationDto } from '../conversations/dto/conversation-response.dto.js';

interface Stored {
  _id: string;
  version: number;
}

/** What a company sets up for its inbox: labels, teams and canned replies. */
describe('the set-up of the inbox', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let stranger: RegisteredCompany;
  let staff: StaffSocket;
  let conversationId: string;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox, ['facebook']);
    stranger = await registerCompany(inbox.app);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
    await inbox.sandbox.webhooks.send(messengerText({ customerId: '93200', text: 'label me' }));
    ({ conversationId } = (await staff.next('message:new')) as { conversationId: string });
  });
  afterAll(async () => {
    staff.close();
    await inbox.close();
  });

  const api = (method: 'get' | 'post' | 'patch' | 'delete', path: string, by = company): request.Test =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(by.auth);
  const made = async (path: string, body: object): Promise<Stored> =>
    (await api('post', path).send(body).expect(201)).body as Stored;
  const change = async (fields: object): Promise<ConversationDto> =>
    (await api('patch', `/conversations/${conversationId}`).send(fields).expect(200)).body as ConversationDto;
  /** The conversation after the waiting jobs have run. */
  const followed = async (): Promise<ConversationDto> => {
    await inbox.app.app.get<unknown, InlineJobs>(Jobs).drain();
    return (await api('get', `/conversations/${conversationId}`).expect(200)).body as ConversationDto;
  };

  describe('labels', () => {
    it('give conversations their new name, and are taken off when they are deleted', async () => {
      const { _id } = await made('/labels', { name: 'Bath', color: '#1c6b57' });
      await change({ labels: ['first', 'Bath', 'last'] });
      const { body } = await api('get', `/conversations/counts?views=label:${_id}`).expect(200);
      expect(body.counts).toEqual({ [`label:${_id}`]: { open: 1, unread: 1 } });
      await api('patch', `/labels/${_id}`).send({ name: 'Grooming' }).expect(200);
      expect((await followed()).labels).toEqual(['first', 'Grooming', 'last']);
      const { body: page } = await api('get', `/conversations?view=label:${_id}`).expect(200);
      expect((page.items as ConversationDto[]).map((row) => row._id)).toEqual([conversationId]);
      await api('delete', `/labels/${_id}`).expect(204);
      expect((await followed()).labels).toEqual(['first', 'last']);
      await api('get', `/conversations?view=label:${_id}`).expect(404);
      await staff.next('label:changed', ({ deleted }) => deleted === true);
      const changes = staff.received.filter(({ event }) => event === 'label:changed').map(({ data }) => data);
      expect(changes).toMatchObject([
        { label: { name: 'Bath' }, formerName: null, deleted: false },
        { label: { name: 'Grooming' }, formerName: 'Bath', deleted: false },
        { label: { name: 'Grooming' }, formerName: 'Grooming', deleted: true },
      ]);
    });

    it('have a name of their own, whatever its case, of 10 that are made at once', async () => {
      const names = Array.from({ length: 10 }, (_, index) => (index % 2 ? 'Urgent' : 'URGENT'));
      const answers = await Promise.all(names.map((name) => api('post', '/labels').send({ name, color: '#b42318' })));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
      expect(answers.find(({ status }) => status === 409)?.body.code).toBe('LABEL_EXISTS');
      const { _id } = answers.find(({ status }) => status === 201)?.body as Stored;
      await api('delete', `/labels/${_id}`).expect(204);
      await made('/labels', { name: 'urgent', color: '#b42318' });
    });

    it('give a conversation a new version when they are renamed, so that an older If-Match is refused', async () => {
      const { _id } = await made('/labels', { name: 'Before', color: '#1c6b57' });
      const { labels, version } = await change({ labels: ['Before'] });
      await api('patch', `/labels/${_id}`).send({ name: 'After' }).expect(200);
      expect((await followed()).labels).toEqual(['After']);
      const stale = api('patch', `/conversations/${conversationId}`).set('if-match', `"${version}"`).send({ labels });
      expect((await stale.expect(412)).body.code).toBe('VERSION_MISMATCH');
    });

    it('refuse a change of a version that is gone', async () => {
      const { _id, version } = await made('/labels', { name: 'Versioned', color: '#1c6b57' });
      await api('patch', `/labels/${_id}`).send({ color: '#000000' }).expect(200);
      const stale = api('patch', `/labels/${_id}`).set('if-match', `"${version}"`).send({ color: '#ffffff' });
      expect((await stale.expect(412)).body.code).toBe('VERSION_MISMATCH');
    });
  });

  describe('teams', () => {
    it('take conversations, and are taken off them when they are deleted', async () => {
      const { user } = await aStaffMember(inbox.app, company);
      const { _id } = await made('/teams', { name: 'Reception', member_ids: [user._id] });
      const { team_id, version } = await change({ team_id: _id });
      expect(team_id).toBe(_id);
      const { body } = await api('get', `/conversations?team_id=${_id}`).expect(200);
      expect((body.items as ConversationDto[]).map((row) => row._id)).toEqual([conversationId]);
      await api('delete', `/teams/${_id}`).expect(204);
      expect((await followed()).team_id).toBeNull();
      await staff.next('conversation:updated', ({ conversation }) => {
        const row = conversation as ConversationDto;
        return row.team_id === null && row.version > version;
      });
      await api('get', `/teams/${_id}`).expect(404);
    });

    it('are removed from a conversation that gets them during their deletion', async () => {
      const { _id } = await made('/teams', { name: 'Closing' });
      beforeNext(inbox.app.app.get(ConversationsRepository, { strict: false }), 'change', async () => {
        await api('delete', `/teams/${_id}`).expect(204);
        await followed();
      });
      await api('patch', `/conversations/${conversationId}`).send({ team_id: _id, priority: 'high' }).expect(404);
      expect((await followed()).team_id).toBeNull();
      await staff.next('conversation:updated', ({ conversation }) => {
        const { team_id, priority } = conversation as ConversationDto;
        return team_id === null && priority === 'high';
      });
    });

    it('publish the conversations of a deleted member, even after a crash', async () => {
      const { user } = await aStaffMember(inbox.app, company);
      const { version } = await change({ assignee_id: user._id });
      await api('delete', `/users/${user._id}`).expect(204);
      beforeNext(inbox.app.app.get(ConversationsService, { strict: false }), 'publish', () =>
        Promise.reject(new Error('the process dies here')),
      );
      await followed();
      await inbox.app.app.get<unknown, InlineJobs>(Jobs).drain({ includeDelayed: true });
      await staff.next('conversation:updated', ({ conversation }) => {
        const row = conversation as ConversationDto;
        return row.assignee_id === null && row.version > version && !('unpublished_removal' in row);
      });
    });

    it('lose a deleted member, whose conversations are free again', async () => {
      const { user } = await aStaffMember(inbox.app, company);
      const { _id } = await made('/teams', { name: 'Groomers', member_ids: [user._id] });
      const { version } = await change({ assignee_id: user._id });
      await api('delete', `/users/${user._id}`).expect(204);
      expect((await followed()).assignee_id).toBeNull();
      expect((await api('get', `/teams/${_id}`).expect(200)).body.member_ids).toEqual([]);
      await staff.next('conversation:updated', ({ conversation }) => {
        const row = conversation as ConversationDto;
        return row.assignee_id === null && row.version > version;
      });
      await api('patch', `/conversations/${conversationId}`).send({ assignee_id: user._id }).expect(404);
      const bulk = { filter: {}, action: { assigned_to: user._id } };
      await api('post', '/conversations/bulk').send(bulk).expect(404);
    });

    it('have colleagues as members, and conversations have teams of the company', async () => {
      const { body: foreign } = await api('post', '/teams', stranger).send({ name: 'Theirs' }).expect(201);
      await api('post', '/teams')
        .send({ name: 'Wrong', member_ids: [stranger.user._id] })
        .expect(404);
      await api('patch', `/conversations/${conversationId}`).send({ team_id: foreign._id }).expect(404);
    });
  });

  describe('canned replies', () => {
    const reply = { shortcut: 'hours', title: 'Hours', text: 'Hello {{contact.name}}, we open at 9.' };

    it('have a shortcut of their own in the company', async () => {
      await made('/canned-replies', reply);
      expect((await api('post', '/canned-replies').send(reply).expect(409)).body.code).toBe('SHORTCUT_EXISTS');
      await api('post', '/canned-replies', stranger).send(reply).expect(201);
      const { body } = await api('get', '/canned-replies').expect(200);
      expect(body.items).toMatchObject([reply]);
    });

    it.each([
      { ...reply, shortcut: 'a space' },
      { ...reply, shortcut: 'cost', text: 'Send {{card.number}}' },
    ])('refuse $shortcut: $text', async (wrong) => {
      expect((await api('post', '/canned-replies').send(wrong).expect(400)).body.code).toBe('VALIDATION_ERROR');
    });
  });
});
