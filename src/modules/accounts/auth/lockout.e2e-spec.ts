import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import request from 'supertest';
import { anEmail, PASSWORD, registerCompany } from '../../../../test/builders/accounts.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { LOCK_MS, MAX_WRONG_TRIES } from './lockout.service.js';
import { LoginAttempts } from './schemas/login-attempts.schema.js';

const PARALLEL = 40;

describe('lock-out', () => {
  let app: TestApp;
  let attempts: Model<LoginAttempts>;

  beforeAll(async () => {
    app = await startTestApp();
    attempts = app.app.get<Model<LoginAttempts>>(getModelToken(LoginAttempts.name));
  });
  afterAll(() => app.close());

  const logIn = (email: string, password: string, headers: Record<string, string> = {}) =>
    request(app.url).post('/api/v1/auth/login').set(headers).send({ email, password });
  const statuses = async (count: number, call: () => request.Test): Promise<number[]> => {
    const seen: number[] = [];
    for (let i = 0; i < count; i += 1) seen.push((await call()).status);
    return seen;
  };
  const lock = (email: string) => statuses(MAX_WRONG_TRIES, () => logIn(email, 'wrong'));

  it('locks an account after five wrong tries, and an unknown address no less', async () => {
    const { user } = await registerCompany(app);
    for (const email of [user.email, anEmail()]) {
      const seen = await statuses(MAX_WRONG_TRIES + 2, () => logIn(email, 'wrong'));
      expect(seen).toEqual([401, 401, 401, 401, 401, 423, 423]);
      const { body, headers } = await logIn(email, PASSWORD);
      expect(body).toMatchObject({ statusCode: 423, code: 'ACCOUNT_LOCKED' });
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(Number(headers['retry-after'])).toBeLessThanOrEqual(LOCK_MS / 1000);
    }
  });

  it('forgets wrong tries after a right one', async () => {
    const { user } = await registerCompany(app);
    await statuses(MAX_WRONG_TRIES - 1, () => logIn(user.email, 'wrong'));
    await logIn(user.email, PASSWORD).expect(200);
    expect(await lock(user.email)).toEqual([401, 401, 401, 401, 401]);
  });

  it('ends by itself', async () => {
    const { user } = await registerCompany(app);
    await attempts.deleteMany({});
    await lock(user.email);
    const [locked] = await attempts.find({}).lean();
    expect(Number(locked?.expires_at) - Number(locked?.updated_at)).toBe(LOCK_MS);
    await attempts.updateMany({}, { $set: { expires_at: new Date(Date.now() - 1) } });
    expect(await lock(user.email)).toEqual([401, 401, 401, 401, 401]);
    await logIn(user.email, PASSWORD).expect(423);
  });

  it(`lets no more than five of ${PARALLEL} parallel guesses be tried in a process`, async () => {
    const { user } = await registerCompany(app);
    const answers = await Promise.all(Array.from({ length: PARALLEL }, () => logIn(user.email, 'wrong')));
    const tried = answers.filter(({ status }) => status === 401).length;
    expect(tried).toBe(MAX_WRONG_TRIES);
    expect(answers.filter(({ status }) => status === 423)).toHaveLength(PARALLEL - tried);
  });

  it('does not mistake a crowd of right log-ins for an attack', async () => {
    const { user } = await registerCompany(app);
    const answers = await Promise.all(Array.from({ length: 20 }, () => logIn(user.email, PASSWORD)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('leaves a known device its own tries, by header or by cookie', async () => {
    const { user } = await registerCompany(app);
    const { headers } = await logIn(user.email, PASSWORD).expect(200);
    const device = { 'x-device-token': String(headers['x-device-token']) };
    const [cookie = ''] = headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^pb_device=.*Path=\/api\/v1\/auth;.*HttpOnly; SameSite=Strict$/);

    await lock(user.email);
    await logIn(user.email, PASSWORD).expect(423);
    await logIn(user.email, PASSWORD, device).expect(200);
    await logIn(user.email, PASSWORD, { cookie: cookie.split(';')[0] ?? '' }).expect(200);
    const seen = await statuses(MAX_WRONG_TRIES + 1, () => logIn(user.email, 'wrong', device));
    expect(seen).toEqual([401, 401, 401, 401, 401, 423]);
  });

  it('takes the device token of another account, or a forged one, for none', async () => {
    const [user, attacker] = [(await registerCompany(app)).user, (await registerCompany(app)).user];
    const theirs = (await logIn(attacker.email, PASSWORD).expect(200)).headers['x-device-token'];
    await lock(user.email);
    for (const token of [String(theirs), 'A'.repeat(64), '']) {
      await logIn(user.email, PASSWORD, { 'x-device-token': token }).expect(423);
    }
  });

  it('stores no address', async () => {
    const email = anEmail();
    await lock(email);
    expect(JSON.stringify(await attempts.find({}).lean())).not.toContain(email);
  });
});
