import request from 'supertest';
import { MODEL_KEY } from '../../../../sandbox/language-model.js';
import {
  aStaffMember,
  type LoggedIn,
  type RegisteredCompany,
  registerCompany,
} from '../../../../test/builders/accounts.js';
import { type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { openRawDatabase } from '../../../../test/support/raw-database.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import type { ModelRequest } from '../assistant-core/index.js';
import { type LanguageModel, LanguageModels, type ModelReply } from './index.js';

const A_TOOL = { name: 'find_slots', description: 'Free times', parameters: { type: 'object', properties: {} } };
const SCHEMA = { type: 'object', properties: {}, required: [], additionalProperties: false };
const never = new AbortController().signal;

describe('the language model of a company', () => {
  let inbox: Inbox;
  let owner: RegisteredCompany;

  beforeAll(async () => {
    inbox = await startInbox();
  });
  beforeEach(async () => {
    inbox.sandbox.reset();
    owner = await registerCompany(inbox.app);
  });
  afterAll(() => inbox.close());

  const aModel = (changes: Record<string, unknown> = {}) => ({
    base_url: inbox.sandbox.modelUrl,
    model: 'small',
    api_key: MODEL_KEY,
    input_price: 100,
    output_price: 400,
    ...changes,
  });
  const call = (method: 'get' | 'put' | 'delete' | 'post', path = '', caller: LoggedIn = owner) =>
    request(inbox.app.url)[method](`/api/v1/assistant/model${path}`).set(caller.auth);
  const modelOf = async (company = owner): Promise<LanguageModel> => {
    const model = await inbox.app.app.get(LanguageModels).of(CompanyScope.of(company.company._id));
    if (!model) throw new Error('The company has no model');
    return model;
  };
  const ask = async (changes: Partial<ModelRequest> = {}, signal: AbortSignal = never): Promise<ModelReply> => {
    const model = await modelOf();
    const messages = [{ role: 'user' as const, content: 'Hi' }];
    return model.ask({ messages, tools: [], answer_schema: SCHEMA, max_output_tokens: 50, ...changes }, signal);
  };
  const goodAnswer = async (changes: Partial<ModelRequest>) => {
    const { answer, cents } = await ask(changes);
    if (!answer.ok) throw new Error(answer.code);
    return { ...answer, cents };
  };
  const failureOf = async (signal: AbortSignal = never): Promise<string> => {
    const { answer } = await ask({}, signal);
    return answer.ok ? 'none' : answer.code;
  };

  it('is none at first, then the own one, whose key nobody sees', async () => {
    expect((await call('get').expect(200)).body).toMatchObject({ source: 'none', model: null });
    expect((await call('post', '/test').expect(422)).body.code).toBe('MODEL_MISSING');
    await call('put').send(aModel()).expect(200);
    const { body } = await call('get').expect(200);
    expect(body).toEqual({
      source: 'own',
      base_url: inbox.sandbox.modelUrl,
      model: 'small',
      embedding_model: null,
      input_price: 100,
      output_price: 400,
    });
    const raw = await openRawDatabase(inbox.app);
    expect(JSON.stringify(await raw.db.collection('model_settings').find().toArray())).not.toContain(MODEL_KEY);
    await raw.close();
    expect((await call('post', '/test').expect(200)).body).toMatchObject({ ok: true });
    await call('delete').expect(204);
    expect((await call('get').expect(200)).body.source).toBe('none');
  });

  it('keeps its key at a change, but gives it to no other host', async () => {
    expect(
      (
        await call('put')
          .send(aModel({ api_key: undefined }))
          .expect(422)
      ).body.code,
    ).toBe('KEY_MISSING');
    await call('put').send(aModel()).expect(200);
    await call('put')
      .send(aModel({ api_key: undefined, model: 'large' }))
      .expect(200);
    expect((await modelOf()).name).toBe('large');
    const elsewhere = aModel({ api_key: undefined, base_url: 'https://models.example.com/v1' });
    expect((await call('put').send(elsewhere).expect(422)).body.code).toBe('KEY_MISSING');
  });

  it('is set by people who manage secrets, for addresses on the public internet', async () => {
    const groomer = await aStaffMember(inbox.app, owner);
    await call('put', '', groomer).send(aModel()).expect(403);
    for (const base_url of ['https://10.0.0.1/v1', 'http://127.0.0.1:1/v1', 'https://user:secret@example.com/v1'])
      expect((await call('put').send(aModel({ base_url })).expect(422)).body.code).toBe('URL_NOT_ALLOWED');
  });

  it('answers with text or with calls of tools, and says what it cost', async () => {
    await call('put').send(aModel()).expect(200);
    inbox.sandbox.model.answerNext(
      { tool_calls: [{ name: 'find_slots', arguments: { service: 's1' } }] },
      { content: 'At ten o’clock.' },
    );
    const first = await goodAnswer({ tools: [A_TOOL] });
    expect(first.content).toBeNull();
    expect(first.tool_calls).toMatchObject([{ name: 'find_slots', args: '{"service":"s1"}' }]);
    const { input, output } = first.tokens;
    expect(first.cents).toBeCloseTo((input * 100 + output * 400) / 1_000_000, 10);
    const second = await goodAnswer({
      messages: [
        { role: 'system', content: 'You help.' },
        { role: 'user', content: 'When?' },
        { role: 'assistant', content: '', tool_calls: first.tool_calls },
        { role: 'tool', call_id: first.tool_calls[0]?.id ?? '', content: '[]' },
      ],
    });
    expect(second).toMatchObject({ content: 'At ten o’clock.', tool_calls: [] });
  });

  it('fails with a code, without words of the customer, and is not asked twice', async () => {
    await call('put').send(aModel()).expect(200);
    const { model, ledger } = inbox.sandbox;
    const failures = {
      RATE_LIMITED: { status: 429 },
      QUOTA_USED_UP: { status: 429, code: 'insufficient_quota' },
      SERVER_ERROR: { status: 503 },
      MODEL_NOT_FOUND: { status: 404 },
      REQUEST_REFUSED: { status: 400 },
    };
    const before = ledger.entries({ kind: 'model.call' }).length;
    for (const [code, answer] of Object.entries(failures)) {
      model.answerNext(answer);
      expect(await failureOf()).toBe(code);
    }
    expect(ledger.entries({ kind: 'model.call' })).toHaveLength(before + Object.keys(failures).length);
    for (const [mode, code] of [
      ['invalid_json', 'INVALID_ANSWER'],
      ['huge', 'INVALID_ANSWER'],
      ['drop', 'UNREACHABLE'],
    ] as const) {
      model.knobs.mode = mode;
      expect(await failureOf()).toBe(code);
    }
    model.knobs.mode = 'hang';
    const cut = new AbortController();
    const ended = failureOf(cut.signal);
    await ledger.waitFor(({ kind, data }) => kind === 'model.call' && data['mode'] === 'hang');
    cut.abort();
    expect(await ended).toBe('TIMED_OUT');
    await call('put')
      .send(aModel({ api_key: 'wrong' }))
      .expect(200);
    model.reset();
    expect(await failureOf()).toBe('KEY_REFUSED');
    expect((await call('post', '/test').expect(200)).body).toMatchObject({ ok: false, code: 'KEY_REFUSED' });
  });

  it('belongs to one company', async () => {
    await call('put').send(aModel()).expect(200);
    const other = await registerCompany(inbox.app);
    expect((await call('get', '', other)).body.source).toBe('none');
    await call('delete', '', other).expect(204);
    expect((await call('get')).body.source).toBe('own');
  });
});
