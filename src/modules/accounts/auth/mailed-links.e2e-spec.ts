import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import request from 'supertest';
import {
  anEmail,
  aRegistration,
  bearer,
  logIn,
  PASSWORD,
  type RegisteredCompany,
  registerCompany,
} from '../../../../test/builders/accounts.js';
import { linkTokenIn, receiveMails, type ReceivedMail, storedTexts } from '../../../../test/support/mailbox.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { type InlineJobs, Jobs } from '../../../core/jobs/index.js';
import { systemComment } from '../../../core/tenancy/index.js';
import type { User } from '../users/index.js';
import { MAX_WRONG_TRIES } from './lockout.service.js';

const NEW_PASSWORD = 'a brand new password';
const MAX_MAILS_AN_HOUR = 5;

describe('mailed links', () => {
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

  /** All but the mail that asks a new owner to confirm the address. */
  const mailsAfterWelcome = async (email: string): Promise<ReceivedMail[]> =>
    (await receiveMails(app, email)).filter(({ subject }) => !/^(Confirm your|Confirme seu) e-mail/.test(subject));

  it('sets the password by the mailed link, ends all sessions and confirms by mail', async () => {
    const owner = await registerCompany(app, { locale: 'pt-BR' });
    const token = await askForLink(owner.user.email);
    await reset(token).expect(204);
    await api().get('/api/v1/auth/verify').set(owner.auth).expect(401);
    const { refreshToken } = owner.tokens;
    await api().post('/api/v1/auth/refresh').send({ refreshToken }).expect(401);
    await api().post('/api/v1/auth/login').send({ email: owner.user.email, password: PASSWORD }).expect(401);
    await logIn(app, owner.user.email, NEW_PASSWORD);
    const mails = await mailsAfterWelcome(owner.user.email);
    expect(mails.map(({ subject }) => subject)).toEqual(['Redefina sua senha', 'Sua senha foi alterada']);
    expect(mails[0]?.raw).toContain(`https://pets.example.com/reset-password/${token}`);
  });

  it('stores a mail as text whose link works as it stands', async () => {
    const { user } = await registerCompany(app);
    await askForLink(user.email);
    const stored = storedTexts(app, user.email).at(-1);
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
    expect(await mailsAfterWelcome(known)).toHaveLength(1);
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

  it('sends one mailbox five mails an hour at most, however many are asked for', async () => {
    const { user } = (await api().post('/api/v1/auth/register').send(aRegistration()).expect(201)).body;
    for (let asked = 0; asked < 2 * MAX_MAILS_AN_HOUR; asked++) {
      await forgot(user.email).expect(202);
      await receiveMails(app, user.email);
    }
    const mails = await receiveMails(app, user.email);
    expect(mails).toHaveLength(MAX_MAILS_AN_HOUR);
    // The last one is still good.
    await reset(linkTokenIn(mails.at(-1))).expect(204);
  });

  it('counts a mail once, however often the mail server refuses it', async () => {
    const { user } = (await api().post('/api/v1/auth/register').send(aRegistration()).expect(201)).body;
    await receiveMails(app, user.email);
    const folder = join(app.config.dataDir, 'mail');
    await rename(folder, `${folder}-away`);
    await writeFile(folder, 'no mail can be stored here');
    await forgot(user.email).expect(202);
    await app.app.get<unknown, InlineJobs>(Jobs).drain({ includeDelayed: true });
    await rm(folder);
    await rename(`${folder}-away`, folder);
    await reset(await askForLink(user.email)).expect(204);
  });

  describe('of different kinds', () => {
    let owner: RegisteredCompany;
    let email: string;
    let invitedId: string;

    beforeEach(async () => {
      owner = await registerCompany(app);
      email = anEmail();
      const { body } = await api().post('/api/v1/users').set(owner.auth).send({ email, role: 'staff' }).expect(201);
      invitedId = body._id as string;
    });

    it('keeps an invitation when the invited person asks for a new password', async () => {
      const invitation = linkTokenIn((await receiveMails(app, email)).at(-1));
      await askForLink(email);
      await reset(invitation).expect(204);
      expect((await logIn(app, email, NEW_PASSWORD)).user.state).toBe('active');
    });

    it('keeps a password link when the invitation is sent again, and uses up both together', async () => {
      const resetToken = await askForLink(email);
      await api().post(`/api/v1/users/${invitedId}/resend-invitation`).set(owner.auth).expect(202);
      const invitation = linkTokenIn((await receiveMails(app, email)).at(-1));
      await reset(resetToken).expect(204);
      expect((await reset(invitation).expect(400)).body.code).toBe('INVALID_LINK');
    });

    it('replaces an invitation that is sent again, until one is accepted', async () => {
      const resend = (as: Pick<RegisteredCompany, 'auth'>) =>
        api().post(`/api/v1/users/${invitedId}/resend-invitation`).set(as.auth);
      const first = linkTokenIn((await receiveMails(app, email)).at(-1));
      await resend(owner).expect(202);
      const second = linkTokenIn((await receiveMails(app, email)).at(-1));
      await reset(first).expect(400);
      await resend(await registerCompany(app)).expect(404);
      await reset(second).expect(204);
      expect((await resend(owner).expect(409)).body.code).toBe('NOT_INVITED');
      await resend(await logIn(app, email, NEW_PASSWORD)).expect(403);
    });
  });

  describe('that verify an address', () => {
    const verify = (token: string) => api().post('/api/v1/auth/verify-email').send({ token });
    const resend = (auth: Record<string, string>) => api().post('/api/v1/auth/verify-email/resend').set(auth).send({});

    /** Whoever registered and has not confirmed the address. */
    const aNewOwner = async (): Promise<{ email: string; auth: { authorization: string } }> => {
      const { body } = await api().post('/api/v1/auth/register').send(aRegistration()).expect(201);
      return { email: body.user.email as string, auth: bearer(body.tokens) };
    };
    const isVerified = async (auth: Record<string, string>): Promise<boolean> =>
      (await api().get('/api/v1/users/me').set(auth).expect(200)).body.email_verified as boolean;

    it('come at registration and work once', async () => {
      const { email, auth } = await aNewOwner();
      const [mail] = await receiveMails(app, email);
      const token = linkTokenIn(mail);
      expect(mail?.raw).toContain(`https://pets.example.com/verify-email/${token}`);
      expect(await isVerified(auth)).toBe(false);
      await verify(token).expect(204);
      expect(await isVerified(auth)).toBe(true);
      expect((await verify(token).expect(400)).body.code).toBe('INVALID_LINK');
      await verify('').expect(400);
    });

    it('can be sent again, and say so when there were too many', async () => {
      const { email, auth } = await aNewOwner();
      const first = linkTokenIn((await receiveMails(app, email)).at(-1));
      await resend(auth).expect(202);
      const second = linkTokenIn((await receiveMails(app, email)).at(-1));
      expect((await verify(first).expect(400)).body.code).toBe('INVALID_LINK');
      for (let sent = 2; sent < MAX_MAILS_AN_HOUR; sent++) await resend(auth).expect(202);
      const { body, headers } = await resend(auth).expect(429);
      expect(body.code).toBe('TOO_MANY_MAILS');
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      await receiveMails(app, email);
      expect((await verify(second).expect(400)).body.code).toBe('INVALID_LINK');
      await resend({}).expect(401);
    });

    it('are not needed after a password reset, and not sent to a verified address', async () => {
      const { email } = await aNewOwner();
      await reset(await askForLink(email)).expect(204);
      const { auth } = await logIn(app, email, NEW_PASSWORD);
      expect(await isVerified(auth)).toBe(true);
      const mails = await receiveMails(app, email);
      await resend(auth).expect(202);
      expect(await receiveMails(app, email)).toHaveLength(mails.length);
    });

    it('are needed before inviting anybody', async () => {
      const { auth } = await aNewOwner();
      const invitation = { email: anEmail(), role: 'staff' };
      const { body } = await api().post('/api/v1/users').set(auth).send(invitation).expect(403);
      expect(body).toMatchObject({ code: 'EMAIL_NOT_VERIFIED', message: expect.stringContaining('verify-email') });
      expect(await receiveMails(app, invitation.email)).toEqual([]);
    });

    it('do not set a password, and password links do not verify without one', async () => {
      const { email, auth } = await aNewOwner();
      const verification = linkTokenIn((await receiveMails(app, email)).at(-1));
      await reset(verification).expect(400);
      await verify(await askForLink(email)).expect(400);
      expect(await isVerified(auth)).toBe(false);
    });
  });
});
