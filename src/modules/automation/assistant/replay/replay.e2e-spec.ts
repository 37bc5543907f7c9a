import request from 'supertest';
import { registerCompany } from '../../../../../test/builders/accounts.js';
import type { PublicSalon } from '../../../../../test/builders/public-booking.js';
import { anAssistedSalon, assistantIsIdle, setAssistant, turnsOf } from '../../../../../test/support/assistant.js';
import { conversationsOf, TappingCustomer } from '../../../../../test/support/flows.js';
import { type Inbox, startInbox } from '../../../../../test/support/inbox.js';
import { withModel } from '../../../../../test/support/model-of-sandbox.js';
import { openRawDatabase, type RawDatabase } from '../../../../../test/support/raw-database.js';
import { type InlineJobs, Jobs } from '../../../../core/jobs/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { ReplayDto } from './replay.dto.js';
import { ReplaysService } from './replays.service.js';

const HOUR_MS = 3_600_000;
const says = (reply: string) => ({
  content: JSON.stringify({ action: 'reply', reply, intent: 'other', confidence: 1, citations: [], summary: null }),
});

describe('the replay of a prompt', () => {
  let inbox: Inbox;
  let raw: RawDatabase;
  let salon: PublicSalon & { scope: CompanyScope };
  let ana: TappingCustomer;
  let promptId: string;

  beforeAll(async () => {
    inbox = await startInbox();
    raw = await openRawDatabase(inbox.app);
    salon = await anAssistedSalon(inbox);
    await withModel(inbox, salon);
    ana = new TappingCustomer(inbox, '8801', 'facebook');
    for (const text of ['How much is a bath?', 'I want to book a bath']) {
      await ana.write(text);
      await assistantIsIdle(inbox.app);
    }
    const prompt = { text: 'Speak like a pirate.' };
    promptId = String((await api('post', '/prompts').send(prompt).expect(201)).body._id);
  });
  beforeEach(() => inbox.sandbox.reset());
  afterAll(async () => {
    await raw.close();
    await inbox.close();
  });

  const api = (method: 'get' | 'post', path: string, by: { auth: PublicSalon['auth'] } = salon) =>
    request(inbox.app.url)[method](`/api/v1/assistant${path}`).set(by.auth);
  const start = () => api('post', `/prompts/${promptId}/replay`);
  const drain = () => inbox.app.app.get<unknown, InlineJobs>(Jobs).drain();
  const read = async (id: string): Promise<ReplayDto> =>
    (await api('get', `/replays/${id}`).expect(200)).body as ReplayDto;
  const replayed = async (): Promise<ReplayDto> => {
    const { _id } = (await start().expect(202)).body as ReplayDto;
    await drain();
    return read(_id);
  };
  const messages = () => raw.db.collection('messages').countDocuments();

  it('repeats the turns with the model, and compares', async () => {
    const [price, booking] = await turnsOf(inbox.app, salon.scope, ana.id);
    expect([price?.brain, price?.state, booking?.draft?.action]).toEqual(['model', 'sent', 'offer_slots']);
    const before = await messages();
    const replay = await replayed();
    expect(replay).toMatchObject({ status: 'done', done: 2, total: 2, code: null, prompt_id: promptId });
    expect(replay.cents).toBeGreaterThan(0);
    expect(replay.rows.map(({ turn_id, is_same }) => [turn_id, is_same])).toEqual([
      [booking?._id.toHexString(), true],
      [price?._id.toHexString(), true],
    ]);
    expect(replay.rows[1]).toMatchObject({
      messages: ['How much is a bath?'],
      before: { action: 'reply', text: price?.draft?.text },
    });
    expect(await messages()).toBe(before);
    const calls = inbox.sandbox.ledger.entries({ kind: 'model.call' });
    expect(JSON.stringify(calls.at(-1)?.data)).toContain('Speak like a pirate.');
  });

  it('shows what another answer would be, and what cannot be known', async () => {
    const search = { service: 's1', pet: null, appointment: null, part_of_day: 'evening', time: '18:00' };
    const args = { ...search, from: '2030-01-01', to: '2030-01-02' };
    inbox.sandbox.model.answerNext({ tool_calls: [{ name: 'find_slots', arguments: args }] }, says('Nothing is free.'));
    inbox.sandbox.model.answerNext(says('Ahoy! It is $80.00.'));
    const { rows } = await replayed();
    expect(rows[0]?.after.failure).toBe('NO_STORED_ANSWER');
    expect(rows[1]).toMatchObject({ is_same: false, after: { action: 'reply', failure: null } });
    expect(rows[1]?.after.text).toContain('Ahoy!');
  });

  it('says why a turn failed', async () => {
    inbox.sandbox.model.knobs.mode = '500';
    const { rows, status } = await replayed();
    expect(status).toBe('done');
    expect(rows.map(({ after }) => after)).toEqual(
      Array(2).fill({ action: 'handoff', text: expect.any(String), failure: 'SERVER_ERROR' }),
    );
  });

  it('runs one at a time, and ends if its work was lost', async () => {
    const started = await Promise.all([start(), start(), start()]);
    expect(started.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
    const id = (started.find(({ status }) => status === 202)?.body as ReplayDto)._id;
    await inbox.app.app.get(ReplaysService).sweep(Date.now() + HOUR_MS);
    expect(await read(id)).toMatchObject({ status: 'failed', code: 'INTERRUPTED' });
    await drain();
    expect((await read(id)).status).toBe('failed');
    expect((await replayed()).status).toBe('done');
  });

  it('needs a model and money, also in the middle', async () => {
    const { _id } = (await start().expect(202)).body as ReplayDto;
    await setAssistant(inbox.app, salon, { budget: { monthly_cents: 0 } });
    await drain();
    expect(await read(_id)).toMatchObject({ status: 'failed', code: 'BUDGET_SPENT', done: 0 });
    expect((await start().expect(409)).body.code).toBe('BUDGET_SPENT');
    await setAssistant(inbox.app, salon, { budget: { monthly_cents: null } });
    const other = await registerCompany(inbox.app);
    const theirs = await api('post', '/prompts', other).send({ text: 'Hi' }).expect(201);
    expect((await api('post', `/prompts/${theirs.body._id}/replay`, other).expect(422)).body.code).toBe(
      'MODEL_MISSING',
    );
    await api('post', `/prompts/${promptId}/replay`, other).expect(404);
    await api('get', `/replays/${_id}`, other).expect(404);
  });

  it('keeps nothing of a deleted customer', async () => {
    const { _id } = await replayed();
    const [conversation] = await conversationsOf(inbox.app, salon.scope, ana.id);
    const path = `/api/v1/contacts/${conversation?.contact_id.toHexString()}`;
    await request(inbox.app.url).delete(path).set(salon.auth).expect(204);
    await drain();
    expect((await read(_id)).rows).toEqual([]);
    expect(await raw.db.collection('assistant_replay_rows').countDocuments()).toBe(0);
  });
});
