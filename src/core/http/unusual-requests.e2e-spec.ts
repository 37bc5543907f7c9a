import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { type RegisteredCompany, registerCompany } from '../../../test/builders/accounts.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';

const LOGIN = '/api/v1/auth/login';
const CONTACTS = '/api/v1/contacts';
const MESSAGES = '/api/v1/messages';
const MEGABYTE = 1_024 * 1_024;
const ANONYMOUS_LIMIT = 20;

describe('requests that are not what a route expects', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({
      TRUSTED_PROXY_HOPS: '1',
      RATE_LIMIT_ANONYMOUS_PER_MINUTE: String(ANONYMOUS_LIMIT),
    });
  });
  afterAll(() => app.close());

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])(
    'refuses a body of %s',
    async (type) => {
      const { body, headers } = await request(app.url).post(LOGIN).type(type).send('email=a@example.com').expect(415);
      expect(body).toMatchObject({ code: 'UNSUPPORTED_MEDIA_TYPE', requestId: headers['x-request-id'] });
    },
  );

  it.each([
    ['no body', request.agent],
    ['an empty one', (url: string) => request.agent(url).type('json')],
  ] as const)('says what is missing for %s', async (_, agent) => {
    const { body } = await agent(app.url).post(LOGIN).expect(400);
    expect(body).toMatchObject({ code: 'VALIDATION_ERROR', message: 'email is required' });
  });

  it.each(['/', '/no/such/page', '/api/nothing', '/health/nothing'])(
    'answers POST %s in its own words',
    async (path) => {
      const { body, headers } = await request(app.url).post(path).expect(404);
      expect(body).toEqual({
        statusCode: 404,
        code: 'NOT_FOUND',
        message: expect.any(String),
        requestId: headers['x-request-id'],
      });
    },
  );

  describe('large and compressed bodies', () => {
    let owner: RegisteredCompany;
    const forged = { authorization: 'Bearer a.b.c' };
    const sendText = (path: string, text: string | Buffer, headers: Record<string, string> = {}) =>
      request(app.url)
        .post(path)
        .set({ 'content-type': 'application/json', ...headers })
        .serialize((bytes: unknown) => bytes as string)
        .send(text);
    const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });

    beforeAll(async () => (owner = await registerCompany(app)));

    it('refuses bodies over 256 kB before log-in, without parsing them', async () => {
      // Parsing it would answer 400.
      const brokenJson = '['.repeat(7 * MEGABYTE);
      for (let sent = 0; sent < 15; sent++) {
        const { body } = await sendText(LOGIN, brokenJson, from('192.0.2.1')).expect(413);
        expect(body).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', message: expect.stringContaining('256 kB') });
      }
    });

    it.each([
      ['no token', {}],
      ['a forged token', forged],
    ])('refuses a compressed body with %s, without unpacking it', async (_, headers) => {
      const bomb = gzipSync(JSON.stringify({ email: 'x'.repeat(9 * MEGABYTE) }));
      const answers = [bomb, Buffer.from('no gzip at all')].map((bytes) =>
        sendText(LOGIN, bytes, { ...headers, ...from('192.0.2.2'), 'content-encoding': 'gzip' }).expect(415),
      );
      for (const { body } of await Promise.all(answers)) {
        expect(body).toMatchObject({
          code: 'UNSUPPORTED_MEDIA_TYPE',
          message: expect.stringContaining('access token'),
        });
      }
    });

    it('takes a compressed body after log-in, and measures it unpacked', async () => {
      const gzip = { ...owner.auth, 'content-encoding': 'gzip' };
      const { body } = await sendText(CONTACTS, gzipSync('{"full_name":"Ana"}'), gzip).expect(201);
      expect(body.full_name).toBe('Ana');
      const bomb = gzipSync(JSON.stringify({ notes: 'x'.repeat(MEGABYTE) }));
      const refused = await sendText(CONTACTS, bomb, gzip).expect(413);
      expect(refused.body.message).toContain('256 kB');
    });

    it('takes up to 10 MB after log-in where a route needs it', async () => {
      const message = (bytes: number): string => JSON.stringify({ content: 'x'.repeat(bytes) });
      const read = await sendText(MESSAGES, message(9 * MEGABYTE), owner.auth).expect(400);
      expect(read.body.code).toBe('VALIDATION_ERROR');
      const refused = await sendText(MESSAGES, message(11 * MEGABYTE), owner.auth).expect(413);
      expect(refused.body.message).toContain('10240 kB');
      await sendText(MESSAGES, message(MEGABYTE), from('192.0.2.3')).expect(413);
      await sendText(CONTACTS, message(MEGABYTE), owner.auth).expect(413);
    });

    it('bounds the bodies of an address without a log-in, and tells how', async () => {
      const address = from('192.0.2.4');
      const send = (path: string, headers = {}) => sendText(path, '{}', { ...address, ...headers });
      for (let sent = 0; sent < ANONYMOUS_LIMIT; sent++) await send(LOGIN, sent % 2 ? forged : {}).expect(400);
      const { body, headers } = await send(LOGIN, { ...forged, origin: 'https://app.example.com' }).expect(429);
      expect(body.code).toBe('RATE_LIMITED');
      expect(headers).toMatchObject({ 'x-ratelimit-limit': String(ANONYMOUS_LIMIT), 'x-ratelimit-remaining': '0' });
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      const readable = String(headers['access-control-expose-headers']).split(',');
      expect(readable).toEqual(expect.arrayContaining(['x-ratelimit-limit', 'retry-after', 'x-device-token']));

      const { body: read } = await send(CONTACTS, owner.auth).expect(400);
      expect(read.code).toBe('VALIDATION_ERROR');
      await request(app.url).get('/health/live').set(address).expect(200);
      // The webhook is refused for its signature, not for its address.
      await send('/api/v1/meta/webhook').expect(401);
    });
  });

  it('forbids every page to show an answer in a frame', async () => {
    await request(app.url).get('/health/live').expect('x-frame-options', 'DENY');
  });

  it('opens the staff app for a browser at every address that is no file and no route', async () => {
    for (const path of ['/', '/inbox/all', '/no/such/page']) {
      const { text, headers } = await request(app.url).get(path).set('accept', 'text/html').expect(200);
      expect(text).toContain('<div id="root">');
      expect(headers).toMatchObject({ 'cache-control': 'no-cache' });
      expect(headers['content-security-policy']).toContain(
        "require-trusted-types-for 'script';trusted-types pb-sw pb-layout",
      );
    }
  });

  it.each(['/assets/gone.js', '/api/v1/nothing', '/no/such/page', '/.vite/manifest.json'])(
    'answers 404 in JSON for %s where no page is asked for',
    async (path) => {
      await request(app.url).get(path).expect(404).expect('content-type', /json/);
    },
  );
});
