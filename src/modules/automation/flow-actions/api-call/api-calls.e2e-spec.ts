import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Types } from 'mongoose';
import request from 'supertest';
import { type RegisteredCompany, registerCompany } from '../../../../../test/builders/accounts.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import type { EffectOutcome, FlowEffect } from '../../flow-core/index.js';
import { type FlowActionRun, FlowActions } from '../index.js';
import { CALLS_PER_MINUTE, FAILURES_TO_OPEN, MAX_ANSWER_BYTES, MAX_TEXT_BYTES } from './call-limits.js';

type ApiCall = Extract<FlowEffect, { kind: 'api_call' }>;
const SECRET = 'quiet "word" & more';

describe('calls of flows', () => {
  let app: TestApp;
  let owner: RegisteredCompany;
  let scope: CompanyScope;
  let shop: Server;
  let url: string;
  let answer: RequestListener;
  const seen: { method: string | undefined; headers: IncomingMessage['headers'] }[] = [];

  beforeAll(async () => {
    shop = createServer((asked, response) => {
      seen.push({ method: asked.method, headers: asked.headers });
      asked.resume();
      answer(asked, response);
    }).listen(0, '127.0.0.1');
    await once(shop, 'listening');
    const host = `127.0.0.1:${(shop.address() as AddressInfo).port}`;
    url = `http://${host}/orders`;
    app = await startTestApp({ OUTBOUND_ALLOWED_HOSTS: host });
  });
  beforeEach(async () => {
    seen.splice(0);
    owner = await registerCompany(app);
    scope = CompanyScope.of(owner.company._id);
    answer = json({ ok: true });
    await request(app.url).put('/api/v1/secrets/SHOP_KEY').set(owner.auth).send({ value: SECRET }).expect(200);
  });
  afterAll(async () => {
    await app.close();
    shop.closeAllConnections();
    shop.close();
  });

  const run: FlowActionRun = {
    run_id: new Types.ObjectId(),
    step: 7,
    contact_id: new Types.ObjectId(),
    conversation_id: new Types.ObjectId(),
    channel_id: null,
    is_repeat: false,
  };
  const call = (fields: Partial<ApiCall> = {}, of = run): Promise<EffectOutcome> =>
    app.app
      .get(FlowActions, { strict: false })
      .run(scope, of, { kind: 'api_call', method: 'GET', url, headers: {}, body: null, ...fields });

  it('returns status and body, and sends run and step as the key of a write', async () => {
    answer = json({ order: { id: 5 } }, 201);
    const outcome = await call({ method: 'POST', body: '{"a":1}', headers: { 'X-Shop': 'one' } });
    expect(outcome).toEqual({ ok: true, value: { status: 201, body: { order: { id: 5 } } } });
    const headers = { 'idempotency-key': `${run.run_id.toHexString()}:7`, 'x-shop': 'one' };
    expect(seen).toMatchObject([{ method: 'POST', headers: { ...headers, 'content-type': 'application/json' } }]);
    await call();
    expect(seen[1]?.headers['idempotency-key']).toBeUndefined();
  });

  it('fills in secrets at the last moment, and takes them out of an answer that repeats them', async () => {
    answer = (asked, response) => {
      const echo = {
        got: asked.headers.authorization,
        list: [asked.headers['x-key']],
        [String(asked.headers['x-key'])]: 1,
      };
      json(echo)(asked, response);
    };
    const headers = { Authorization: 'Bearer {{secret.SHOP_KEY}}', 'X-Key': '{{ secret.SHOP_KEY }}' };
    const outcome = await call({ headers });
    expect(seen[0]?.headers.authorization).toBe(`Bearer ${SECRET}`);
    expect(outcome).toMatchObject({ ok: true, value: { body: { got: 'Bearer [secret]', list: ['[secret]'] } } });
    answer = (asked, response) => response.end(`key=${encodeURIComponent(String(asked.headers['x-key']))}`);
    expect(await call({ headers })).toMatchObject({ ok: true, value: { body: 'key=[secret]' } });
    expect(JSON.stringify(outcome)).not.toContain('quiet');
  });

  it('says which secret is missing, also if another company has one of this name', async () => {
    const missing = await call({ headers: { 'x-key': '{{secret.OTHER}}' } });
    expect(missing).toMatchObject({ ok: false, code: 'SECRET_MISSING', message: expect.stringContaining('OTHER') });
    owner = await registerCompany(app);
    scope = CompanyScope.of(owner.company._id);
    expect(await call({ headers: { 'x-key': '{{secret.SHOP_KEY}}' } })).toMatchObject({ code: 'SECRET_MISSING' });
    expect(seen).toEqual([]);
  });

  it.each(['Host', 'content-length', 'Transfer-Encoding', 'connection', 'Metadata-Flavor', 'Cookie', ' cookie '])(
    'refuses the header %j',
    async (name) => {
      expect(await call({ headers: { [name]: 'a' } })).toMatchObject({ ok: false, code: 'HEADER_NOT_ALLOWED' });
      expect(seen).toEqual([]);
    },
  );

  it('refuses a header value with a line break, also in a secret', async () => {
    for (const headers of [{ 'x-a': 'a\r\nx-b: 1' }, { 'x-a\r\nx-b': 'a' }, { 'x a': 'a' }] as Record<string, string>[])
      expect(await call({ headers })).toMatchObject({ code: 'HEADER_NOT_ALLOWED' });
    await request(app.url).put('/api/v1/secrets/BAD').set(owner.auth).send({ value: 'quiet\r\nx: 1' }).expect(200);
    const outcome = await call({ headers: { 'x-a': '{{secret.BAD}}' } });
    expect(outcome).toMatchObject({ code: 'HEADER_NOT_ALLOWED' });
    expect(JSON.stringify(outcome)).not.toContain('quiet');
    expect(seen).toEqual([]);
  });

  it.each(['http://example.com/', 'https://127.1/', 'https://169.254.169.254/', 'https://localhost/', 'nonsense', ''])(
    'refuses %j',
    async (address) => expect(await call({ url: address })).toMatchObject({ ok: false, code: 'URL_NOT_ALLOWED' }),
  );

  it('does not repeat a write whose outcome is unknown; a read may be repeated', async () => {
    const repeated = { ...run, is_repeat: true };
    expect(await call({ method: 'DELETE' }, repeated)).toMatchObject({ ok: false, code: 'UNKNOWN_OUTCOME' });
    expect(seen).toEqual([]);
    expect(await call({}, repeated)).toMatchObject({ ok: true });
  });

  it('gives each bad answer a code of its own', async () => {
    const codeFor = async (listener: RequestListener): Promise<unknown> => {
      answer = listener;
      const outcome = await call();
      return outcome.ok ? outcome.value : outcome.code;
    };
    expect(await codeFor(json({}, 404))).toBe('STATUS_404');
    expect(await codeFor((_, response) => response.setHeader('content-type', 'application/json').end('{'))).toBe(
      'NOT_JSON',
    );
    expect(await codeFor(json(nested(21)))).toBe('TOO_DEEP');
    expect(await codeFor(json(nested(20)))).toMatchObject({ status: 200 });
    expect(await codeFor((_, response) => response.end(Buffer.alloc(MAX_ANSWER_BYTES + 1)))).toBe('TOO_LARGE');
    expect(await codeFor((_, response) => response.writeHead(302, { location: url }).end())).toBe('TOO_MANY_REDIRECTS');
    const inside = 'https://169.254.169.254/';
    expect(await codeFor((_, response) => response.writeHead(302, { location: inside }).end())).toBe('URL_NOT_ALLOWED');
    expect(await codeFor((asked) => asked.socket.destroy())).toBe('CONNECTION_FAILED');
    expect(await codeFor((_, response) => response.writeHead(204).end())).toEqual({ status: 204, body: null });
  });

  it('cuts a text, and drops names that a variable cannot have', async () => {
    answer = (_, response) => response.end('é'.repeat(MAX_TEXT_BYTES));
    expect(await call()).toEqual({ ok: true, value: { status: 200, body: 'é'.repeat(MAX_TEXT_BYTES / 2) } });
    answer = (_, response) =>
      response
        .setHeader('content-type', 'application/problem+json')
        .end('{"__proto__":{"a":1},"$set":1,"a.b":1,"c":2}');
    expect(await call()).toEqual({ ok: true, value: { status: 200, body: { c: 2 } } });
  });

  it('stops calling a host that keeps failing, for this company only', async () => {
    answer = json({}, 500);
    for (let tries = 0; tries < FAILURES_TO_OPEN; tries++) expect(await call()).toMatchObject({ code: 'STATUS_500' });
    expect(await call()).toMatchObject({ ok: false, code: 'CIRCUIT_OPEN' });
    expect(seen).toHaveLength(FAILURES_TO_OPEN);
    scope = CompanyScope.of((await registerCompany(app)).company._id);
    expect(await call()).toMatchObject({ code: 'STATUS_500' });
  });

  it('limits the calls of a minute, also parallel ones', async () => {
    const outcomes = await Promise.all(Array.from({ length: CALLS_PER_MINUTE.max + 5 }, () => call()));
    const refused = outcomes.filter((outcome) => !outcome.ok && outcome.code === 'RATE_LIMITED');
    expect([refused.length, seen.length]).toEqual([5, CALLS_PER_MINUTE.max]);
  });
});

const json =
  (body: object, status = 200): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));

function nested(levels: number): object {
  return levels === 1 ? {} : { a: nested(levels - 1) };
}
