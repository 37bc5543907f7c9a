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
});
