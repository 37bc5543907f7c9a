import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import request from 'supertest';
import { anEmail, logIn, PASSWORD, registerCompany } from '../../../test/builders/accounts.js';
import { linkTokenIn, receiveMails, storedTexts } from '../../../test/support/mailbox.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import { systemComment } from '../../core/tenancy/index.js';
import type { User } from '../users/index.js';
import { MAX_WRONG_TRIES } from './lockout.js';

const NEW_PASSWORD = 'a brand new password';

describe('password reset', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({ FRONTEND_URL: 'https://pets.example.com' });
  });
  afterAll(() => app.close());

  const api = () => request(app.url);
  const forgot = (email: string) => api().post('/api/v1/auth/forgot-password').send({ email });
  const reset = (token: string, password = NEW_PASSWORD) =>
    api().post(`/api/v1/auth/reset-password/${token}`).send({ password });
  const askForLink = async (email: string) => {
    await forgot(email).expect(202);
    return linkTokenIn((await receiveMails(app, email)).at(-1));
  };

  it('sets the password by the mailed link, ends all sessions and confirms by mail', async () => {
    const owner = await registerCompany(app, { locale: 'pt-BR' });
    const token = await askForLink(owner.user.email);
    await reset(token).expect(204);
    await api().get('/api/v1/auth/verify').set(owner.auth).expect(401);
    const { refreshToken } = owner.tokens;
    await api().post('/api/v1/auth/refresh').send({ refreshToken }).expect(401);
    await api().post('/api/v1/auth/login').send({ email: owner.user.email, password: PASSWORD }).expect(401);
    await logIn(app, owner.user.email, NEW_PASSWORD);
    const mails = await receiveMails(app, owner.user.email);
    expect(mails.map(({ subject }) => subject)).toEqual(['Redefina sua senha', 'Sua senha foi alterada']);
    expect(mails[0]?.raw).toContain(`https://pets.example.com/reset-password/${token}`);
  });

  it('stores a mail as text whose link works as it stands', async () => {
    const { user } = await registerCompany(app);
    await askForLink(user.email);
    const [stored] = storedTexts(app, user.email);
    const [link] = /https:\S+/.exec(stored ?? '') ?? [];
    expect(link).toMatch(/^https:\/\/pets\.example\.com\/reset-password\/[\w-]+$/);
    await reset(String(link).split('/').at(-1) ?? '').expect(204);
    await logIn(app, user.email, NEW_PASSWORD);
  });

  it('ends a lock, as the answer to a locked log-in says, also on the known device it was made from', async () => {
    const { user } = await registerCompany(app);
    const logInWith = (password: string, headers = {}) =>
      api().post('/api/v1/auth/login').set(headers).send({ email: user.email, password });
    const device = { 'x-device-token': (await logInWith(PASSWORD)).get('x-device-token') };
    for (const headers of [{}, device]) {
      for (let tries = 0; tries < MAX_WRONG_TRIES; tries += 1) await logInWith('wrong', headers).expect(401);
      expect((await logInWith(PASSWORD, headers).expect(423)).body.message).toContain('reset the password');
    }
    await reset(await askForLink(user.email))
      .set(device)
      .expect(204);
    await logInWith(NEW_PASSWORD).expect(200);
    await logInWith(NEW_PASSWORD, device).expect(200);
  });

  it('answers the same for an address without an account, and mails nothing', async () => {
    const [known, unknown] = [(await registerCompany(app)).user.email, anEmail()];
    const answers = [await forgot(known), await forgot(unknown)];
    expect(answers.map(({ status, text }) => ({ status, text }))).toEqual(Array(2).fill({ status: 202, text: '' }));
    expect(await receiveMails(app, known)).toHaveLength(1);
    expect(await receiveMails(app, unknown)).toHaveLength(0);
  });

  it('lets one of ten who use a link at once win', async () => {
    const { user } = await registerCompany(app);
    const token = await askForLink(user.email);
    const passwords = Array.from({ length: 10 }, (_, i) => `${NEW_PASSWORD} ${i}`);
    const answers = await Promise.all(passwords.map((password) => reset(token, password)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array<number>(9).fill(400)]);
    const winner = answers.findIndex(({ status }) => status === 204);
    await logIn(app, user.email, passwords[winner]);
  });

  it('refuses a replaced, an expired and an invented link, and spares the link on a bad password', async () => {
    const { user } = await registerCompany(app);
    const first = await askForLink(user.email);
    const second = await askForLink(user.email);
    expect((await reset(first).expect(400)).body.code).toBe('INVALID_LINK');
    expect((await reset(second, 'short').expect(400)).body.code).toBe('VALIDATION_ERROR');
    const users = app.app.get<Model<User>>(getModelToken('User'));
    await users
      .updateOne({ email: user.email }, { $set: { 'password_link.expires_at': new Date(Date.now() - 1) } })
      .comment(systemComment('redeem mailed link'));
    await reset(second).expect(400);
    await reset('invented').expect(400);
  });

  it('keeps the link out of the database and the queue', async () => {
    const { user } = await registerCompany(app);
    const token = await askForLink(user.email);
    const users = app.app.get<Model<User>>(getModelToken('User'));
    const stored = await users.findOne({ email: user.email }).comment(systemComment('redeem mailed link')).lean();
    expect(stored?.password_link?.hash).toEqual(expect.any(String));
    expect(JSON.stringify(stored)).not.toContain(token);
  });
});
