import { jest } from '@jest/globals';
import request from 'supertest';
import {
  anEmail,
  aRegistration,
  aStaffMember,
  bearer,
  logIn,
  PASSWORD,
  registerCompany,
  type Tokens,
} from '../../../../test/builders/accounts.js';
import { linkTokenIn, receiveMails } from '../../../../test/support/mailbox.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { Jobs } from '../../../core/jobs/index.js';
import { AccountsRepository } from '../users/index.js';

const BASE = '/api/v1/auth';

describe('register and log in', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const api = () => request(app.url);

  it('makes a company and its owner, logged in', async () => {
    const registration = aRegistration({ company_name: 'Clínica São João', time_zone: 'America/Sao_Paulo' });
    const { body } = await api().post(`${BASE}/register`).send(registration).expect(201);
    expect(body.company).toMatchObject({ name: 'Clínica São João', time_zone: 'America/Sao_Paulo', locale: 'en' });
    expect(body.company.slug).toMatch(/^clinica-sao-joao/);
    expect(body.user).toMatchObject({ role: 'owner', state: 'active', company_id: body.company._id });
    expect(body.tokens).toMatchObject({ expiresIn: 900 });
    expect(JSON.stringify(body)).not.toMatch(/hash|epoch|draft/);
    const { accessToken } = body.tokens;
    const verified = await api().get(`${BASE}/verify`).set('authorization', `Bearer ${accessToken}`).expect(200);
    expect(verified.body).toMatchObject({ valid: true, user: { email: registration.email } });
  });

  it('answers the preferences of the user, who can change each of them', async () => {
    const owner = await registerCompany(app);
    expect(owner.user).toMatchObject({
      preferences: { theme: 'auto', keys_off: false, enter_sends: true },
    });
    const change = (preferences: unknown) => api().patch('/api/v1/users/me').set(owner.auth).send({ preferences });
    await change({ theme: 'dark', enter_sends: false }).expect(200);
    const chosen = { theme: 'dark', keys_off: true, enter_sends: false };
    expect((await change({ keys_off: true }).expect(200)).body.preferences).toEqual(chosen);
    expect((await logIn(app, owner.user.email)).user).toMatchObject({ preferences: chosen });
    const { body } = await api().get('/api/v1/users').set(owner.auth).expect(200);
    expect(body.items[0]).not.toHaveProperty('preferences');
    for (const wrong of [{ theme: 'pink' }, { enter_sends: 1 }, { 'theme.x': 1 }, { font: 'big' }, null, 'dark']) {
      await change(wrong).expect(400);
    }
  });

  it('opens the account while the queue takes no mail, which can be sent later', async () => {
    const email = anEmail();
    const queue = jest.spyOn(app.app.get<Jobs>(Jobs), 'enqueue');
    queue.mockRejectedValueOnce(new Error('Connection is closed.'));
    const { body } = await api().post(`${BASE}/register`).send(aRegistration({ email })).expect(201);
    queue.mockRestore();
    expect(body.user).toMatchObject({ state: 'active', email });
    expect(await receiveMails(app, email)).toEqual([]);
    await api().post(`${BASE}/verify-email/resend`).set(bearer(body.tokens)).send({}).expect(202);
    expect(linkTokenIn((await receiveMails(app, email)).at(-1))).toEqual(expect.any(String));
  });

  it('knows addresses whatever their case, and refuses a taken one', async () => {
    const owner = await registerCompany(app);
    const again = aRegistration({ email: owner.user.email.toUpperCase() });
    const { body } = await api().post(`${BASE}/register`).send(again).expect(409);
    expect(body).toMatchObject({ statusCode: 409, code: 'EMAIL_TAKEN' });
    expect((await logIn(app, ` ${owner.user.email.toUpperCase()}`)).user._id).toBe(owner.user._id);
  });

  it('makes no owner a super_admin, so that every company keeps its owner', async () => {
    const owner = await registerCompany(app);
    const staff = await aStaffMember(app, owner);
    const accounts = app.app.get(AccountsRepository);
    expect(await accounts.makeSuperAdmin(owner.user.email)).toBeNull();
    expect((await logIn(app, owner.user.email)).user.role).toBe('owner');
    expect(await accounts.makeSuperAdmin(staff.user.email)).toMatchObject({ role: 'super_admin' });
  });

  it('lets one of ten parallel registrations of an address win', async () => {
    const attempts = Array.from({ length: 10 }, () => aRegistration({ email: 'race@example.com' }));
    const answers = await Promise.all(
      attempts.map((body, i) =>
        api()
          .post(`${BASE}/register`)
          .send({ ...body, password: `${PASSWORD} ${i}` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(409)]);
  });

  it('gives companies of one name different slugs', async () => {
    const [a, b] = await Promise.all([1, 2].map(() => registerCompany(app, { company_name: 'Twin Groomers' })));
    expect(a?.company.slug).not.toBe(b?.company.slug);
  });

  it.each([
    ['a password over 72 bytes', { password: 'é'.repeat(37) }, 'password'],
    ['a common password', { password: 'password123' }, 'password'],
    ['a repeated password', { password: 'abcabcabcabc' }, 'password'],
    ['a short password', { password: 'short' }, 'password'],
    ['no address', { email: 'nobody' }, 'email'],
    ['an unknown time zone', { time_zone: 'Mars/Olympus' }, 'time_zone'],
    ['an empty company name', { company_name: '  ' }, 'company_name'],
    ['an unknown field', { role: 'super_admin' }, 'role'],
  ])('refuses %s', async (_, fields, field) => {
    const { body } = await api()
      .post(`${BASE}/register`)
      .send({ ...aRegistration(), ...fields })
      .expect(400);
    expect(body).toMatchObject({ code: 'VALIDATION_ERROR', details: [{ field }] });
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const { user } = await registerCompany(app);
    const wrong = await api().post(`${BASE}/login`).send({ email: user.email, password: 'not the one' });
    const unknown = await api().post(`${BASE}/login`).send({ email: 'nobody@example.com', password: 'not the one' });
    const shown = ({ status, body }: request.Response) => ({ status, code: body.code, message: body.message });
    expect(shown(wrong)).toEqual(shown(unknown));
    expect(wrong.body).toMatchObject({ statusCode: 401, code: 'INVALID_CREDENTIALS' });
  });

  describe('in cookie mode', () => {
    const ownPage = () => ({ 'x-session': 'cookie', origin: app.url });
    const call = (route: string, headers: Record<string, string>, body?: object) =>
      api().post(`${BASE}/${route}`).set(headers).send(body);
    const withCookie = (cookie: string, headers: Record<string, string> = ownPage()) => ({ ...headers, cookie });
    const verify = ({ accessToken }: Pick<Tokens, 'accessToken'>) =>
      api().get(`${BASE}/verify`).set('authorization', `Bearer ${accessToken}`);

    /** The cookie that an answer sets: its pair and its attributes. */
    function cookieOf({ headers }: request.Response, name = 'pb_refresh') {
      const lines = (headers['set-cookie'] ?? []) as unknown as string[];
      const [pair = '', ...attributes] = lines.find((line) => line.startsWith(`${name}=`))?.split('; ') ?? [];
      return { pair, attributes };
    }

    async function register() {
      const registration = aRegistration();
      const answer = await call('register', ownPage(), registration).expect(201);
      return { registration, answer, cookie: cookieOf(answer).pair, tokens: answer.body.tokens as Tokens };
    }

    it('keeps the refresh token in a cookie of these routes and out of the body', async () => {
      const { registration, answer } = await register();
      const { email, password } = registration;
      const answers = [answer, await call('login', ownPage(), { email, password }).expect(200)];
      answers.push(await call('refresh', withCookie(cookieOf(answer).pair)).expect(200));
      for (const each of answers) {
        const { pair, attributes } = cookieOf(each);
        const tokens = each.body.tokens ?? each.body;
        expect(Object.keys(tokens).sort()).toEqual(['accessToken', 'expiresIn']);
        await verify(tokens).expect(200);
        const [, maxAge] = /^Max-Age=(\d+)$/.exec(attributes.find((one) => one.startsWith('Max-Age')) ?? '') ?? [];
        expect(Number(maxAge)).toBeGreaterThan(app.config.refreshTokenTtlSeconds - 60);
        expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Strict', 'Path=/api/v1/auth']));
        expect(attributes).not.toContain('Secure');
        expect(JSON.stringify(each.body)).not.toContain(pair.slice('pb_refresh='.length));
      }
    });

    it('gives the device of a registration its own count of wrong passwords', async () => {
      const { registration, answer } = await register();
      const { email } = registration;
      const logIn = (password: string | undefined, headers = {}) => call('login', headers, { email, password });
      for (let i = 0; i < 5; i += 1) await logIn('not the one');
      await logIn(registration.password).expect(423);
      await logIn(registration.password, { cookie: cookieOf(answer, 'pb_device').pair }).expect(200);
    });

    it('gives tabs that refresh at once the same next token', async () => {
      const { cookie } = await register();
      const answers = await Promise.all(Array.from({ length: 10 }, () => call('refresh', withCookie(cookie))));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      const next = new Set(answers.map((answer) => cookieOf(answer).pair));
      expect(next.size).toBe(1);
      await call('refresh', withCookie([...next].join())).expect(200);
    });

    it('moves a refresh token of a body into the cookie', async () => {
      const { tokens } = await registerCompany(app);
      const answer = await call('refresh', ownPage(), { refreshToken: tokens.refreshToken }).expect(200);
      expect(answer.body.refreshToken).toBeUndefined();
      await call('refresh', withCookie(cookieOf(answer).pair)).expect(200);
    });

    it('logs out by the cookie alone and clears it', async () => {
      const { cookie, tokens } = await register();
      const answer = await call('logout', withCookie(cookie)).expect(204);
      const { pair, attributes } = cookieOf(answer);
      expect(pair).toBe('pb_refresh=');
      expect(attributes).toEqual(
        expect.arrayContaining(['Path=/api/v1/auth', 'Expires=Thu, 01 Jan 1970 00:00:00 GMT']),
      );
      await verify(tokens).expect(401);
      expect((await call('refresh', withCookie(cookie)).expect(401)).body.code).toBe('INVALID_TOKEN');
      await call('logout', ownPage()).expect(204);
    });

    it('takes the cookie on no other route', async () => {
      const { cookie } = await register();
      for (const path of ['auth/verify', 'auth/sessions', 'users/me']) {
        await api().get(`/api/v1/${path}`).set(withCookie(cookie)).expect(401);
      }
    });

    it.each([
      ['another origin', { 'x-session': 'cookie', origin: 'https://evil.example' }],
      ['an unknown origin', { 'x-session': 'cookie' }],
      ['an opaque origin', { 'x-session': 'cookie', origin: 'null' }],
      ['another site', { 'sec-fetch-site': 'cross-site' }],
      ['another origin of the site', { 'sec-fetch-site': 'same-site' }],
    ])('refuses a page of %s', async (_, changes: Record<string, string>) => {
      const { cookie, registration, tokens } = await register();
      const headers = 'sec-fetch-site' in changes ? { ...ownPage(), ...changes } : changes;
      for (const [route, body] of [['register', aRegistration()], ['login', registration], ['refresh'], ['logout']]) {
        const { body: answer } = await call(route as string, withCookie(cookie, headers), body as object).expect(403);
        expect(answer.code).toBe('CSRF_REFUSED');
      }
      await verify(tokens).expect(200);
      await call('refresh', withCookie(cookie, { ...ownPage(), 'sec-fetch-site': 'same-origin' })).expect(200);
    });

    it('does not count the cookie without the header', async () => {
      const { cookie, tokens } = await register();
      const { body } = await call('refresh', { cookie, origin: app.url }).expect(403);
      expect(body.code).toBe('CSRF_REFUSED');
      await call('logout', { cookie, origin: app.url }).expect(401);
      await verify(tokens).expect(200);
      const missing = await call('refresh', { origin: app.url }).expect(400);
      expect(missing.body).toMatchObject({ code: 'VALIDATION_ERROR', details: [{ field: 'refreshToken' }] });
      expect((await call('refresh', ownPage()).expect(401)).body.code).toBe('INVALID_TOKEN');
    });
  });
});
