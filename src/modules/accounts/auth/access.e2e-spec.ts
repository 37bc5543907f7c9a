import { isDeepStrictEqual } from 'node:util';
import type { OpenAPIObject } from '@nestjs/swagger';
import request from 'supertest';
import {
  anEmail,
  aRegistration,
  type LoggedIn,
  logIn,
  PASSWORD,
  registerCompany,
} from '../../../../test/builders/accounts.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { AccessTokenService, type Role, ROLES } from '../../../core/auth-guards/index.js';

type Method = 'get' | 'post' | 'patch' | 'delete';

interface Route {
  method: Method;
  path: string;
  /** Undefined on a public route. */
  roles: Role[] | undefined;
  statuses: string[];
  security: unknown;
}

const METHODS: readonly Method[] = ['get', 'post', 'patch', 'delete'];
const TAGS = ['Auth', 'Users', 'Companies'];
const PUBLIC_ROUTES = [
  '/register',
  '/login',
  '/refresh',
  '/logout',
  '/forgot-password',
  '/reset-password/{token}',
  '/verify-email',
];
const UNKNOWN_ID = 'ffffffffffffffffffffffff';

function routesOf(document: OpenAPIObject): Route[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]?.tags?.some((tag) => TAGS.includes(tag))).map((method) => ({
      method,
      path,
      roles: (item[method] as unknown as Record<string, Role[] | undefined>)['x-roles'],
      statuses: Object.keys(item[method]?.responses ?? {}),
      security: item[method]?.security,
    })),
  );
}

describe('access to accounts, by the table in the OpenAPI document', () => {
  let app: TestApp;
  let owner: LoggedIn;
  let routes: Route[];

  beforeAll(async () => {
    app = await startTestApp();
    owner = await registerCompany(app);
    const { body } = await request(app.url).get('/api/docs-json').expect(200);
    routes = routesOf(body as OpenAPIObject);
  });
  afterAll(() => app.close());

  const call = ({ method, path }: Route, headers: Record<string, string> = {}) =>
    request(app.url)[method](path.replace('{id}', UNKNOWN_ID).replace('{token}', 'none')).set(headers);

  /** A token of a session of its own, so that a log-out on the walk ends no other call. */
  async function tokenOf(role: Role): Promise<Record<string, string>> {
    const { user, tokens } = await logIn(app, owner.user.email);
    const verified = await app.app.get(AccessTokenService).authenticate(tokens.accessToken);
    const { accessToken } = app.app.get(AccessTokenService).issue({ ...verified.principal, role, userId: user._id });
    return { authorization: `Bearer ${accessToken}` };
  }

  it('knows every route', () => {
    expect(routes.map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`).sort()).toEqual([
      'delete /auth/sessions',
      'delete /auth/sessions/{id}',
      'delete /companies/me/logo',
      'delete /users/me',
      'delete /users/me/avatar',
      'delete /users/{id}',
      'delete /users/{id}/sessions',
      'get /auth/sessions',
      'get /auth/verify',
      'get /companies/me',
      'get /users',
      'get /users/me',
      'get /users/presence',
      'patch /companies/me',
      'patch /users/me',
      'patch /users/{id}',
      'post /auth/forgot-password',
      'post /auth/login',
      'post /auth/logout',
      'post /auth/refresh',
      'post /auth/register',
      'post /auth/reset-password/{token}',
      'post /auth/verify-email',
      'post /auth/verify-email/resend',
      'post /companies/me/logo',
      'post /users',
      'post /users/me/avatar',
      'post /users/{id}/resend-invitation',
    ]);
  });

  it('is public only where credentials are taken', () => {
    const open = routes.filter(({ roles }) => !roles).map(({ path }) => path.replace('/api/v1/auth', ''));
    expect(open.sort()).toEqual([...PUBLIC_ROUTES].sort());
    const withToken = routes.filter(({ roles, security }) => !roles && isDeepStrictEqual(security, [{ bearer: [] }]));
    expect(withToken.map(({ path }) => path)).toEqual(['/api/v1/auth/logout']);
  });

  it('needs a good token everywhere else', async () => {
    for (const route of routes.filter(({ roles }) => roles)) {
      for (const headers of [{}, { authorization: 'Bearer nonsense' }, { authorization: 'Basic eDp5' }]) {
        const { status, body } = await call(route, headers as Record<string, string>);
        expect({ route, status, code: body.code as string }).toEqual({ route, status: 401, code: 'INVALID_TOKEN' });
      }
    }
  });

  it.each(ROLES)('lets a %s in where the table says so, and nowhere else', async (role) => {
    for (const route of routes.filter(({ roles }) => roles)) {
      const { status } = await call(route, await tokenOf(role));
      const isRefused = status === 403;
      expect({ route, role, isRefused }).toEqual({ route, role, isRefused: !route.roles?.includes(role) });
      expect(route.statuses).toContain(String(status));
    }
  });

  it('counts credentials by address, apart from everything else', async () => {
    const strict = await startTestApp({ RATE_LIMIT_AUTH_PER_15_MIN: '5' });
    try {
      const { user, auth, tokens } = await registerCompany(strict);
      const logInAgain = () =>
        request(strict.url).post('/api/v1/auth/login').send({ email: user.email, password: PASSWORD });
      for (let i = 0; i < 4; i += 1) await logInAgain().expect(200);
      const { body, headers } = await logInAgain().expect(429);
      expect(body.code).toBe('RATE_LIMITED');
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      await logInAgain().set(auth).expect(429);
      const { refreshToken } = tokens;
      await request(strict.url).post('/api/v1/auth/refresh').send({ refreshToken }).expect(200);
      await request(strict.url).get('/api/v1/auth/verify').set(auth).expect(200);
    } finally {
      await strict.close();
    }
  });

  it('limits guesses of the current password, but no other change of the profile', async () => {
    const strict = await startTestApp({ RATE_LIMIT_AUTH_PER_15_MIN: '5' });
    try {
      const { auth } = await registerCompany(strict);
      const guess = () =>
        request(strict.url).patch('/api/v1/users/me').set(auth).send({ password: PASSWORD, current_password: 'wrong' });
      const setTheme = () =>
        request(strict.url)
          .patch('/api/v1/users/me')
          .set(auth)
          .send({ preferences: { theme: 'dark' } });
      for (let i = 0; i < 6; i += 1) await setTheme().expect(200);
      for (let i = 0; i < 5; i += 1) await guess().expect(401);
      const { body, headers } = await guess().expect(429);
      expect(body.code).toBe('RATE_LIMITED');
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      await setTheme().expect(200);
      await request(strict.url).get('/api/v1/users/me').set(auth).expect(200);
    } finally {
      await strict.close();
    }
  });

  describe('behind a trusted proxy', () => {
    let proxied: TestApp;

    beforeAll(async () => {
      proxied = await startTestApp({ RATE_LIMIT_AUTH_PER_15_MIN: '5', TRUSTED_PROXY_HOPS: '1' });
    });
    afterAll(() => proxied.close());

    it('takes the addresses of one IPv6 network for one caller', async () => {
      const statusFor = async (address: string): Promise<number> => {
        const body = { email: anEmail(), password: PASSWORD };
        const sent = request(proxied.url).post('/api/v1/auth/login').set('x-forwarded-for', address).send(body);
        return (await sent).status;
      };
      for (let host = 1; host <= 5; host += 1) expect(await statusFor(`2001:db8:1:1::${host}`)).toBe(401);
      expect(await statusFor('2001:db8:1:1:ffff::6')).toBe(429);
      expect(await statusFor('2001:db8:1:2::1')).toBe(401);
    });

    it.each([
      ['https', true],
      ['http', false],
    ])('sets log-in cookies for the scheme of the browser: %s', async (scheme, isSecure) => {
      const headers = { 'x-session': 'cookie', host: 'pets.example', origin: `${scheme}://pets.example` };
      const sent = request(proxied.url)
        .post('/api/v1/auth/register')
        .set({ ...headers, 'x-forwarded-proto': scheme });
      const answer = await sent.send(aRegistration()).expect(201);
      const cookies = answer.headers['set-cookie'] as unknown as string[];
      expect(cookies.map((cookie) => [cookie.split('=')[0], cookie.includes('; Secure')])).toEqual([
        ['pb_device', isSecure],
        ['pb_refresh', isSecure],
      ]);
    });
  });
});
