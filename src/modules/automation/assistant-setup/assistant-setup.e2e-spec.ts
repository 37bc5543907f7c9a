import request from 'supertest';
import {
  aStaffMember,
  type LoggedIn,
  type RegisteredCompany,
  registerCompany,
} from '../../../../test/builders/accounts.js';
import { companyWithChannels, type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { openRawDatabase } from '../../../../test/support/raw-database.js';
import { type InlineJobs, Jobs } from '../../../core/jobs/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { AssistantSettings, AssistantSpend, modeOf } from './index.js';
import type { PromptDto } from './prompts/prompts.dto.js';

const NOBODY = 'ffffffffffffffffffffffff';
const USED = { input: 1_000, output: 200, cents: 1.5 };

describe('the set-up of the assistant', () => {
  let inbox: Inbox;
  let owner: RegisteredCompany;
  let scope: CompanyScope;

  beforeAll(async () => {
    inbox = await startInbox();
  });
  beforeEach(async () => {
    owner = await registerCompany(inbox.app);
    scope = CompanyScope.of(owner.company._id);
  });
  afterAll(() => inbox.close());

  const api = (method: 'get' | 'post' | 'patch' | 'delete', path: string, by: LoggedIn = owner): request.Test =>
    request(inbox.app.url)[method](`/api/v1/assistant${path}`).set(by.auth);
  const change = (body: object, by: LoggedIn = owner) => api('patch', '/settings', by).send(body);
  const draft = async (text: string): Promise<PromptDto> =>
    (await api('post', '/prompts').send({ text }).expect(201)).body as PromptDto;
  const prompts = async (by: LoggedIn = owner): Promise<PromptDto[]> =>
    ((await api('get', '/prompts', by).expect(200)).body as { items: PromptDto[] }).items;
  const statuses = async () => (await prompts()).map(({ number, status }) => [number, status]);
  const settings = () => inbox.app.app.get(AssistantSettings);
  const spend = () => inbox.app.app.get(AssistantSpend);

  it('begins with an assistant that is off', async () => {
    const { body } = await api('get', '/settings').expect(200);
    expect(body).toMatchObject({
      mode: 'off',
      channel_modes: [],
      persona: '',
      prompt_number: null,
      languages: ['pt', 'en', 'es'],
      debounce_ms: 2_500,
      budget: { monthly_cents: null, installation_cents: null },
      emergency_phone: null,
      policies: [],
      spent: { cents: 0, trial_cents: 0, input_tokens: 0, output_tokens: 0 },
      version: 0,
    });
    expect(body.spent.month).toMatch(/^\d{4}-\d\d$/);
    expect(await settings().of(scope)).toMatchObject({ mode: 'off', persona: '' });
  });

  it('is changed by managers, and the change counts at once in this process', async () => {
    const staff = await aStaffMember(inbox.app, owner);
    await settings().of(scope);
    await change({ mode: 'auto' }, staff).expect(403);
    const fields = { mode: 'suggest', debounce_ms: 0, budget: { monthly_cents: 500 }, policies: ['No refunds.'] };
    expect((await change(fields).expect(200)).body).toMatchObject(fields);
    await change({ budget: {} }).expect(200);
    expect(await settings().of(scope)).toMatchObject(fields);
    expect((await api('get', '/settings', staff).expect(200)).body.mode).toBe('suggest');
    for (const wrong of [
      { mode: 'on' },
      { debounce_ms: 15_001 },
      { languages: [] },
      { budget: { monthly_cents: -1 } },
      { spent: {} },
    ])
      await change(wrong).expect(400);
    const stranger = await registerCompany(inbox.app);
    expect((await api('get', '/settings', stranger)).body.mode).toBe('off');
  });

  it('takes parallel first changes, and refuses one of an old version', async () => {
    await Promise.all([change({ debounce_ms: 1 }), change({ mode: 'shadow' }), change({ policies: ['a'] })]);
    const { body } = await api('get', '/settings').expect(200);
    expect(body).toMatchObject({ debounce_ms: 1, mode: 'shadow', policies: ['a'], version: 3 });
    const stale = change({ mode: 'auto', persona: 'New' }).set('If-Match', '"1"');
    expect((await stale.expect(412)).body.code).toBe('VERSION_MISMATCH');
    expect(await prompts()).toEqual([]);
  });

  it('has modes of channels, only of own ones', async () => {
    const withChannels = await companyWithChannels(inbox);
    const { body } = await request(inbox.app.url).get('/api/v1/channels').set(withChannels.auth).expect(200);
    const channel_id = String(body.items[0]._id);
    const modes = [{ channel_id, mode: 'auto' }];
    await change({ channel_modes: modes }, withChannels).expect(200);
    const now = await settings().of(CompanyScope.of(withChannels.company._id));
    expect([modeOf(now, toObjectId(channel_id)), modeOf(now, toObjectId(NOBODY)), modeOf(now, null)]).toEqual([
      'auto',
      'off',
      'off',
    ]);
    await change({ channel_modes: modes }).expect(404);
  });

  describe('prompts', () => {
    it('are drafts, then published, then retired, and never change after that', async () => {
      const one = await draft('Be kind.');
      expect(one).toMatchObject({ number: 1, status: 'draft', published_at: null, note: null });
      expect(one.author?.full_name).toBe(owner.user.full_name);
      await api('patch', `/prompts/${one._id}`).send({ text: 'Be very kind.', note: 'kinder' }).expect(200);
      expect((await api('post', `/prompts/${one._id}/publish`).expect(200)).body.status).toBe('published');
      expect(await settings().of(scope)).toMatchObject({ persona: 'Be very kind.', prompt_number: 1 });
      for (const method of ['patch', 'delete'] as const)
        expect((await api(method, `/prompts/${one._id}`).send({ text: 'x' }).expect(409)).body.code).toBe(
          'PROMPT_PUBLISHED',
        );
      const two = await draft('Be brief.');
      expect((await api('post', `/prompts/${two._id}/rollback`).expect(409)).body.code).toBe('PROMPT_NOT_PUBLISHED');
      await api('post', `/prompts/${two._id}/publish`).expect(200);
      expect((await api('post', `/prompts/${one._id}/publish`).expect(409)).body.code).toBe('PROMPT_RETIRED');
      expect(await statuses()).toEqual([
        [2, 'published'],
        [1, 'retired'],
      ]);
      await api('post', `/prompts/${one._id}/rollback`).expect(200);
      expect(await settings().of(scope)).toMatchObject({ persona: 'Be very kind.', prompt_number: 1 });
    });

    it('keep their numbers, also after a deleted draft', async () => {
      const one = await draft('One');
      await api('delete', `/prompts/${one._id}`).expect(204);
      expect((await draft('Two')).number).toBe(2);
      const many = await Promise.all(Array.from({ length: 5 }, (_, index) => draft(`Parallel ${index}`)));
      expect(new Set(many.map(({ number }) => number)).size).toBe(5);
    });

    it('have one that is published, whoever publishes at the same time', async () => {
      const drafts = await Promise.all(['a', 'b', 'c', 'd'].map(draft));
      const publish = ({ _id }: PromptDto) => api('post', `/prompts/${_id}/publish`);
      await Promise.all([...drafts, ...drafts].map((prompt) => publish(prompt).then()));
      await Promise.all(drafts.map(({ _id }) => api('delete', `/prompts/${_id}`).expect(409)));
      const found = await prompts();
      const published = found.filter(({ status }) => status === 'published');
      expect(published).toHaveLength(1);
      expect(found.filter(({ status }) => status === 'retired')).toHaveLength(3);
      expect((await settings().of(scope)).persona).toBe(published[0]?.text);
    });

    it('come from a changed persona, and not from the same one', async () => {
      await change({ persona: 'Be warm.' }).expect(200);
      await change({ persona: 'Be warm.', debounce_ms: 100 }).expect(200);
      expect(await statuses()).toEqual([[1, 'published']]);
      expect((await change({ persona: '' }).expect(200)).body).toMatchObject({ persona: '', prompt_number: null });
      expect(await statuses()).toEqual([[1, 'retired']]);
    });

    it('belong to one company', async () => {
      const { _id } = await draft('Ours');
      const stranger = await registerCompany(inbox.app);
      expect(await prompts(stranger)).toEqual([]);
      for (const [method, path] of [
        ['patch', ''],
        ['delete', ''],
        ['post', '/publish'],
        ['post', '/rollback'],
      ] as const)
        await api(method, `/prompts/${_id}${path}`, stranger).send({}).expect(404);
    });
  });

  describe('costs', () => {
    const conversation = toObjectId('64b7f0c2a1d2e3f4a5b6c7d8');

    it('are counted for the company and for the conversation', async () => {
      await Promise.all(Array.from({ length: 4 }, () => spend().add(scope, conversation, USED)));
      await spend().add(scope, null, { ...USED, isTrial: true });
      expect(await spend().of(scope, conversation)).toEqual({ month: 7.5, conversation: 6, turn: 0 });
      const { body } = await api('get', '/settings').expect(200);
      expect(body.spent).toMatchObject({ cents: 7.5, trial_cents: 1.5, input_tokens: 5_000, output_tokens: 1_000 });
      const stranger = CompanyScope.of((await registerCompany(inbox.app)).company._id);
      expect(await spend().of(stranger, conversation)).toEqual({ month: 0, conversation: 0, turn: 0 });
    });

    it('tell owners and managers once in a month that the budget is spent', async () => {
      const manager = await aStaffMember(inbox.app, owner, { role: 'manager' });
      const staff = await aStaffMember(inbox.app, owner);
      await spend().add(scope, null, USED);
      for (let round = 0; round < 2; round++) {
        await Promise.all([spend().noticeOnce(scope, 'month_spent'), spend().noticeOnce(scope, 'month_spent')]);
        await inbox.app.app.get<unknown, InlineJobs>(Jobs).drain();
      }
      await spend().noticeOnce(scope, 'turn_spent');
      const typesOf = async (by: LoggedIn): Promise<string[]> =>
        (await request(inbox.app.url).get('/api/v1/notifications').set(by.auth).expect(200)).body.items.map(
          ({ type }: { type: string }) => type,
        );
      for (const person of [owner, manager]) expect(await typesOf(person)).toEqual(['assistant.budget_spent']);
      expect(await typesOf(staff)).toEqual([]);
      const raw = await openRawDatabase(inbox.app);
      const live = { company_id: scope.companyId, event: 'notification:new' };
      expect(await raw.db.collection('realtime_events').countDocuments(live)).toBe(1);
      await raw.close();
    });
  });
});
