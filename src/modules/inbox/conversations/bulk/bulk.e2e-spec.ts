import { Types } from 'mongoose';
import request from 'supertest';
import { messengerText } from '../../../../../sandbox/events/index.js';
import { aStaffMember, type RegisteredCompany, registerCompany } from '../../../../../test/builders/accounts.js';
import { companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../../test/support/inbox.js';
import { openRawDatabase } from '../../../../../test/support/raw-database.js';
import { type InlineJobs, Jobs } from '../../../../core/jobs/index.js';
import type { ConversationDto } from '../dto/conversation-response.dto.js';
import { RunBulkChange } from './bulk.jobs.js';

const ROWS = 6;

describe('bulk changes', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let staff: StaffSocket;
  let label = 0;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox, ['facebook']);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
  });
  afterAll(async () => {
    staff.close();
    await inbox.close();
  });

  const api = (method: 'get' | 'post' | 'patch', path: string, by = company): request.Test =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(by.auth);
  const drain = (): Promise<unknown> => inbox.app.app.get<unknown, InlineJobs>(Jobs).drain();
  const get = async (id: string): Promise<ConversationDto> =>
    (await api('get', `/conversations/${id}`).expect(200)).body as ConversationDto;
  const change = async (id: string, fields: object): Promise<unknown> =>
    api('patch', `/conversations/${id}`).send(fields).expect(200);

  /** Conversations with a label that no others have. */
  const labelled = async (): Promise<{ ids: string[]; filter: { label: string } }> => {
    const name = `group ${++label}`;
    const ids: string[] = [];
    for (let index = 0; index < ROWS; index++) {
      const text = `${name} ${index}`;
      await inbox.sandbox.webhooks.send(messengerText({ customerId: `95${label}${index}`, text }));
      const { conversationId } = await staff.next(
        'message:new',
        ({ message }) => (message as { content: string }).content === text,
      );
      await change(String(conversationId), { labels: [name] });
      ids.push(String(conversationId));
    }
    return { ids, filter: { label: name } };
  };
  const start = async (filter: object, action: object, more: object = {}): Promise<Record<string, string>> =>
    (
      await api('post', '/conversations/bulk')
        .send({ filter, action, ...more })
        .expect(202)
    ).body;
  const undo = (undo_token: unknown, by = company): request.Test =>
    api('post', '/conversations/bulk/undo', by).send({ undo_token });

  it('changes all conversations of the filter, tells of its progress, and is undone except where somebody changed more', async () => {
    const { ids, filter } = await labelled();
    const [touched = '', ...others] = ids;
    await change(ids[5] ?? '', { status: 'pending' });
    const before = await Promise.all(ids.map(get));
    const started = await start(filter, { status: 'resolved' }, { expected_count: ROWS });
    expect(started).toMatchObject({ count: ROWS });
    await drain();
    expect((await Promise.all(ids.map(get))).map(({ status }) => status)).toEqual(ids.map(() => 'resolved'));
    const progress = { jobId: started['job_id'], done: ROWS, total: ROWS };
    expect(await staff.next('bulk:progress', ({ jobId }) => jobId === started['job_id'])).toEqual(progress);
    await change(touched, { priority: 'high' });
    expect((await undo(started['undo_token']).expect(202)).body).toEqual({ job_id: started['job_id'], count: ROWS });
    await undo(started['undo_token']).expect(202);
    await drain();
    expect(await get(touched)).toMatchObject({ status: 'resolved', priority: 'high' });
    const restored = await Promise.all(others.map(get));
    const shown = ({ status, waiting_since, labels }: ConversationDto) => ({ status, waiting_since, labels });
    expect(restored.map(shown)).toEqual(before.slice(1).map(shown));
  });

  it('undoes nothing twice, and nothing that a customer opened again', async () => {
    const { ids, filter } = await labelled();
    const { undo_token } = await start(filter, { status: 'resolved' });
    await drain();
    const text = 'I am here again';
    await inbox.sandbox.webhooks.send(messengerText({ customerId: `95${label}0`, text }));
    await staff.next('message:new', ({ message }) => (message as { content: string }).content === text);
    const opened = await get(ids[0] ?? '');
    expect(opened).toMatchObject({ status: 'open', episode: 2 });
    await Promise.all([undo(undo_token), undo(undo_token), undo(undo_token)]);
    await drain();
    expect((await get(ids[0] ?? '')).version).toBe(opened.version);
    expect(await get(ids[1] ?? '')).toMatchObject({ status: 'open', episode: 1 });
  });

  it('adds and removes labels, assigns, and marks as read', async () => {
    const { ids, filter } = await labelled();
    const first = (): Promise<ConversationDto> => get(ids[0] ?? '');
    await change(ids[1] ?? '', { labels: [filter.label, ...Array.from({ length: 19 }, (_, index) => `one ${index}`)] });
    await start(filter, { add_label: 'urgent' });
    await drain();
    expect((await first()).labels).toEqual([filter.label, 'urgent']);
    expect((await get(ids[1] ?? '')).labels).toHaveLength(20);
    await start(filter, { remove_label: 'urgent' });
    await start(filter, { assigned_to: company.user._id });
    expect((await start(filter, { read: true }))['undo_token']).toBeNull();
    await drain();
    expect(await first()).toMatchObject({
      labels: [filter.label],
      assignee_id: company.user._id,
      owner: { kind: 'human', id: company.user._id },
      unread_count: 0,
    });
    expect((await api('get', `/conversations?label=${filter.label}&unread=true`)).body.items).toEqual([]);
  });

  it('changes only the conversations of the ids, and marks them as unread', async () => {
    const { ids, filter } = await labelled();
    const [first = '', second = ''] = ids;
    const other = await registerCompany(inbox.app);
    await start(filter, { read: true });
    expect(await start({ ids: [first, 'f'.repeat(24)] }, { read: false })).toMatchObject({
      count: 1,
      undo_token: null,
    });
    await drain();
    expect((await get(first)).unread_count).toBe(1);
    expect((await get(second)).unread_count).toBe(0);
    const foreign = { filter: { ids: [first] }, action: { read: false } };
    expect((await api('post', '/conversations/bulk', other).send(foreign).expect(202)).body.count).toBe(0);
    await api('post', '/conversations/bulk')
      .send({ filter: { ids: [] }, action: { read: true } })
      .expect(400);
  });

  it('refuses another number than the caller expects, and more than one change', async () => {
    const { filter } = await labelled();
    const send = (body: object): request.Test => api('post', '/conversations/bulk').send(body);
    const counted = await send({ filter, action: { read: true }, expected_count: 1 }).expect(409);
    expect(counted.body).toMatchObject({ code: 'COUNT_CHANGED', details: { count: ROWS } });
    await send({ filter, action: {} }).expect(400);
    await send({ filter, action: { add_label: '  ' } }).expect(400);
    await send({ filter, action: { status: 'resolved', add_label: 'x' } }).expect(400);
    await send({ filter, action: { assigned_to: 'f'.repeat(24) } }).expect(404);
  });

  it('is undone by the same user only, until a minute after its end', async () => {
    const { filter } = await labelled();
    const { undo_token } = await start(filter, { add_label: 'late' });
    await drain();
    const colleague = { ...company, ...(await aStaffMember(inbox.app, company)) };
    await undo(undo_token, colleague).expect(404);
    await undo(undo_token, await registerCompany(inbox.app)).expect(404);
    const raw = await openRawDatabase(inbox.app);
    await raw.db.collection('bulk_changes').updateOne({ undo_token }, { $set: { undo_until: new Date(0) } });
    await raw.close();
    expect((await undo(undo_token).expect(409)).body.code).toBe('UNDO_EXPIRED');
  });

  it('keeps the changes by later messages when it is undone', async () => {
    const { ids, filter } = await labelled();
    const [again = '', answered = ''] = ids;
    const reply = async (id: string): Promise<ConversationDto> => {
      const { contact_id } = await get(id);
      const message = { contact_id, role: 'operator', direction: 'outbound', platform: 'facebook', content: 'answer' };
      await api('post', '/messages').send(message).expect(201);
      return get(id);
    };
    expect((await reply(again)).waiting_since).toBeNull();
    const { undo_token } = await start(filter, { add_label: 'noted' });
    await drain();
    await inbox.sandbox.webhooks.send(messengerText({ customerId: `95${label}0`, text: 'one more question' }));
    await staff.next('message:new', ({ message }) => (message as { content: string }).content === 'one more question');
    const { waiting_since } = await get(again);
    expect(waiting_since).not.toBeNull();
    const { owner } = await reply(answered);
    await undo(undo_token).expect(202);
    await drain();
    expect(await get(again)).toMatchObject({ labels: [filter.label], waiting_since });
    expect(await get(answered)).toMatchObject({ labels: [filter.label], waiting_since: null, owner });
  });

  describe('after a process died', () => {
    const repeat = async (jobId: unknown, set: object): Promise<void> => {
      const raw = await openRawDatabase(inbox.app);
      await raw.db.collection('bulk_changes').updateOne({ _id: new Types.ObjectId(String(jobId)) }, { $set: set });
      await raw.close();
    };

    it('continues after a crash without a second change, and without changing what a later bulk change did', async () => {
      const { ids, filter } = await labelled();
      const { job_id } = await start(filter, { status: 'resolved' });
      await drain();
      await start({ ...filter, ids: ids.slice(0, 2) }, { status: 'open' });
      await drain();
      const before = await Promise.all(ids.map(get));
      await repeat(job_id, { state: 'running', done: 0, undo_until: null });
      await inbox.app.app.get(Jobs).enqueue(RunBulkChange, { companyId: company.company._id, bulkId: String(job_id) });
      await drain();
      const versions = (rows: ConversationDto[]) => rows.map(({ status, version }) => [status, version]);
      expect(versions(await Promise.all(ids.map(get)))).toEqual(versions(before));
    });

    it('changes a conversation that the process recorded but did not change before a later bulk change', async () => {
      const { ids, filter } = await labelled();
      const [id = ''] = ids;
      await start(filter, { add_label: 'later' });
      await drain();
      const { job_id } = await start(filter, { status: 'resolved' });
      const company_id = new Types.ObjectId(company.company._id);
      const keys = { bulk_id: new Types.ObjectId(job_id), conversation_id: new Types.ObjectId(id) };
      const raw = await openRawDatabase(inbox.app);
      const recorded = { company_id, ...keys, before: {}, version: 0, created_at: new Date(), updated_at: new Date() };
      await raw.db.collection('bulk_rows').insertOne(recorded);
      await raw.close();
      await drain();
      expect((await get(id)).status).toBe('resolved');
    });

    it('finishes an interrupted undo when it is requested again', async () => {
      const { ids, filter } = await labelled();
      const { job_id, undo_token } = await start(filter, { status: 'pending' });
      await drain();
      await repeat(job_id, { state: 'undoing' });
      await undo(undo_token).expect(202);
      await drain();
      expect((await Promise.all(ids.map(get))).map(({ status }) => status)).toEqual(ids.map(() => 'open'));
    });
  });

  it('leaves out a conversation that cannot be changed, and changes the others', async () => {
    const { ids, filter } = await labelled();
    const raw = await openRawDatabase(inbox.app);
    const broken = { _id: new Types.ObjectId(ids[3]) };
    await raw.db.collection('conversations').updateOne(broken, { $set: { labels: filter.label } });
    await raw.close();
    await start(filter, { remove_label: filter.label });
    await inbox.app.app.get<unknown, InlineJobs>(Jobs).drain({ includeDelayed: true });
    const labels = (await Promise.all(ids.map(get))).map((row) => row.labels.length);
    expect(labels).toEqual([0, 0, 0, filter.label.length, 0, 0]);
  });

  it('changes nothing of another company', async () => {
    const { ids } = await labelled();
    const other = await registerCompany(inbox.app);
    const { body } = await api('post', '/conversations/bulk', other)
      .send({ filter: {}, action: { status: 'resolved' } })
      .expect(202);
    expect(body.count).toBe(0);
    await drain();
    expect((await get(ids[0] ?? '')).status).toBe('open');
  });
});
