import request from 'supertest';
import {
  anEmail,
  aRegistration,
  aStaffMember,
  logIn,
  type LoggedIn,
  PASSWORD,
  type RegisteredCompany,
  registerCompany,
} from '../../../../test/builders/accounts.js';
import { linkTokenIn, receiveMails } from '../../../../test/support/mailbox.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { UrlSigner, Storage } from '../../../core/storage/index.js';

const USERS = '/api/v1/users';

describe('users', () => {
  let app: TestApp;
  let owner: RegisteredCompany;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    owner = await registerCompany(app);
  });
  afterAll(() => app.close());

  const api = () => request(app.url);
  const patch = (as: LoggedIn, of: LoggedIn, changes: object) =>
    api().patch(`${USERS}/${of.user._id}`).set(as.auth).send(changes);
  const remove = (as: LoggedIn, of: LoggedIn) => api().delete(`${USERS}/${of.user._id}`).set(as.auth);

  describe('invitation', () => {
    it('mails a link with which the invited person sets a password and comes in', async () => {
      const email = anEmail();
      const { body: invited } = await api()
        .post(USERS)
        .set(owner.auth)
        .send({ email, role: 'manager', full_name: 'Bruno <b>Reis</b>', locale: 'pt-BR' })
        .expect(201);
      expect(invited).toMatchObject({ email, role: 'manager', state: 'invited', company_id: owner.company._id });
      await api().post('/api/v1/auth/login').send({ email, password: PASSWORD }).expect(401);

      const [mail] = await receiveMails(app, email);
      expect(mail?.raw).toContain('Happy Paws');
      expect(mail?.raw).toContain('Olá, Bruno &lt;b&gt;Reis&lt;/b&gt;!');
      const link = `/api/v1/auth/reset-password/${linkTokenIn(mail)}`;
      await api().post(link).send({ password: PASSWORD }).expect(204);
      const member = await logIn(app, email);
      expect(member.user).toMatchObject({ _id: invited._id, state: 'active', role: 'manager' });
      const again = await api().post(link).send({ password: 'something else' }).expect(400);
      expect(again.body.code).toBe('INVALID_LINK');
    });

    it('may be sent thirty times a day by a company', async () => {
      const invite = () => api().post(USERS).set(owner.auth).send({ email: anEmail(), role: 'staff' });
      const answers = await Promise.all(Array.from({ length: 32 }, invite));
      const refused = answers.filter(({ status }) => status !== 201);
      expect(refused.map(({ body }) => body.code)).toEqual(['TOO_MANY_INVITATIONS', 'TOO_MANY_INVITATIONS']);
      expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(3_600);
    });

    it('is refused with a web address in a name, like every request whose name stands in a mail', async () => {
      const name = 'Win a prize at evil.example.com';
      const tries = [
        api()
          .post('/api/v1/auth/register')
          .send(aRegistration({ company_name: name })),
        api()
          .post('/api/v1/auth/register')
          .send(aRegistration({ full_name: name })),
        api().post(USERS).set(owner.auth).send({ email: anEmail(), role: 'staff', full_name: name }),
        patch(owner, owner, { full_name: name }),
        api().patch(`${USERS}/me`).set(owner.auth).send({ full_name: name }),
        api().patch('/api/v1/companies/me').set(owner.auth).send({ name }),
      ];
      for (const { status, body } of await Promise.all(tries)) {
        expect([status, body.code]).toEqual([400, 'VALIDATION_ERROR']);
        expect(body.message).toContain('web address');
      }
    });

    it('refuses an address that has an account, in any company', async () => {
      const other = await registerCompany(app);
      const invitation = { email: other.user.email, role: 'staff' };
      const { body } = await api().post(USERS).set(owner.auth).send(invitation).expect(409);
      expect(body.code).toBe('EMAIL_TAKEN');
    });

    it.each(['owner', 'super_admin', 'boss'])('never makes a %s', async (role) => {
      await api().post(USERS).set(owner.auth).send({ email: anEmail(), role }).expect(400);
    });
  });

  it('lists the company, page by page, and nobody else', async () => {
    await registerCompany(app);
    const staff = await aStaffMember(app, owner);
    const first = await api().get(`${USERS}?limit=1`).set(owner.auth).expect(200);
    expect(first.body.items).toMatchObject([{ _id: owner.user._id }]);
    const cursor = encodeURIComponent(String(first.body.nextCursor));
    const second = await api().get(`${USERS}?limit=1&cursor=${cursor}`).set(staff.auth).expect(200);
    expect(second.body).toMatchObject({ items: [{ _id: staff.user._id }], nextCursor: null });
    expect(JSON.stringify(second.body)).not.toMatch(/password|epoch|hash/);
  });

  it('answers 404 for a user of another company', async () => {
    const stranger = await registerCompany(app);
    await patch(owner, stranger, { full_name: 'Mine now' }).expect(404);
    await remove(owner, stranger).expect(404);
  });

  describe('rights', () => {
    it('keeps managers away from owners, and from making any', async () => {
      const manager = await aStaffMember(app, owner, { role: 'manager' });
      const staff = await aStaffMember(app, owner);
      await patch(manager, owner, { role: 'staff' }).expect(403);
      await patch(manager, owner, { disabled: true }).expect(403);
      await remove(manager, owner).expect(403);
      await patch(manager, staff, { role: 'owner' }).expect(403);
      await patch(manager, manager, { role: 'owner' }).expect(403);
      await patch(manager, staff, { role: 'manager' }).expect(200);
    });

    it('keeps the last owner, whoever asks and whatever for', async () => {
      for (const attempt of [
        patch(owner, owner, { role: 'staff' }),
        patch(owner, owner, { disabled: true }),
        remove(owner, owner),
        api().delete(`${USERS}/me`).set(owner.auth),
      ]) {
        expect((await attempt.expect(409)).body.code).toBe('LAST_OWNER');
      }
    });

    it('leaves one owner when two step down at once, ten times', async () => {
      for (let round = 0; round < 10; round += 1) {
        const first = await registerCompany(app);
        const second = await aStaffMember(app, first, { role: 'owner' });
        const answers = await Promise.all([
          patch(first, first, { role: 'staff' }),
          patch(second, second, { role: 'staff' }),
        ]);
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      }
    });

    it('makes nobody an owner before the invitation is accepted', async () => {
      const invitation = { email: anEmail(), role: 'manager' };
      const { body } = await api().post(USERS).set(owner.auth).send(invitation).expect(201);
      const answer = await api().patch(`${USERS}/${body._id}`).set(owner.auth).send({ role: 'owner' }).expect(409);
      expect(answer.body.code).toBe('NOT_ACTIVE');
    });
  });

  describe('losing access', () => {
    const denied = async (member: LoggedIn) => {
      await api().get(`${USERS}/me`).set(member.auth).expect(401);
      const { refreshToken } = member.tokens;
      await api().post('/api/v1/auth/refresh').send({ refreshToken }).expect(401);
    };

    it('is immediate for a disabled user, who comes back when enabled', async () => {
      const staff = await aStaffMember(app, owner);
      await api().get(`${USERS}/me`).set(staff.auth).expect(200);
      await patch(owner, staff, { disabled: true }).expect(200);
      await denied(staff);
      await api().post('/api/v1/auth/login').send({ email: staff.user.email, password: PASSWORD }).expect(401);
      const { body } = await patch(owner, staff, { disabled: false }).expect(200);
      expect(body.state).toBe('active');
      await denied(staff);
      await logIn(app, staff.user.email);
    });

    it('is immediate when the role changes', async () => {
      const staff = await aStaffMember(app, owner);
      await api().get(`${USERS}/me`).set(staff.auth).expect(200);
      await patch(owner, staff, { role: 'manager' }).expect(200);
      await denied(staff);
    });

    it('is final for a removed user, whose address is free again', async () => {
      const staff = await aStaffMember(app, owner);
      await remove(owner, staff).expect(204);
      await denied(staff);
      await remove(owner, staff).expect(404);
      const list = await api().get(USERS).set(owner.auth).expect(200);
      expect(list.body.items).toHaveLength(1);
      await registerCompany(app, { email: staff.user.email });
    });

    it('can be had by oneself', async () => {
      const staff = await aStaffMember(app, owner);
      await api().delete(`${USERS}/me`).set(staff.auth).expect(204);
      await denied(staff);
    });
  });

  describe('profile', () => {
    it('changes name and locale, and clears the locale', async () => {
      const changes = { full_name: '  Ana Souza ', locale: 'pt-BR' };
      const { body } = await api().patch(`${USERS}/me`).set(owner.auth).send(changes).expect(200);
      expect(body).toMatchObject({ full_name: 'Ana Souza', locale: 'pt-BR' });
      const cleared = await api().patch(`${USERS}/me`).set(owner.auth).send({ locale: null }).expect(200);
      expect(cleared.body.locale).toBeNull();
      await api().patch(`${USERS}/me`).set(owner.auth).send({ full_name: null }).expect(400);
      await api().patch(`${USERS}/me`).set(owner.auth).send({ role: 'super_admin' }).expect(400);
    });

    it('changes the password with the current one, ends the other log-ins and says so by mail', async () => {
      const other = await logIn(app, owner.user.email);
      const change = (body: object) => api().patch(`${USERS}/me`).set(owner.auth).send(body);
      const password = 'an entirely new one';
      expect((await change({ password }).expect(400)).body.details).toMatchObject([{ field: 'current_password' }]);
      expect((await change({ password, current_password: 'wrong' }).expect(401)).body.code).toBe('INVALID_CREDENTIALS');
      await change({ password, current_password: PASSWORD }).expect(200);

      await api().get(`${USERS}/me`).set(other.auth).expect(401);
      await api().get(`${USERS}/me`).set(owner.auth).expect(200);
      await api().post('/api/v1/auth/refresh').send({ refreshToken: owner.tokens.refreshToken }).expect(200);
      await api().post('/api/v1/auth/login').send({ email: owner.user.email, password: PASSWORD }).expect(401);
      await logIn(app, owner.user.email, password);
      const mails = await receiveMails(app, owner.user.email);
      expect(mails.at(-1)?.subject).toBe('Your password was changed');
    });
  });

  describe('avatar', () => {
    const PNG = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const upload = (bytes: Buffer, name: string, field = 'file') =>
      api().post(`${USERS}/me/avatar`).set(owner.auth).attach(field, bytes, name);
    const storedFile = async (url: string): Promise<boolean> => {
      const key = app.app.get(UrlSigner).keyOf(url.slice(url.lastIndexOf('/') + 1));
      return app.app
        .get<unknown, Storage>(Storage)
        .describe(key ?? 'none.png')
        .then((facts) => facts !== undefined);
    };

    it('is shown by a signed address, replaces the old one, and goes with the account', async () => {
      const { body: removed } = await upload(PNG, 'me.png').expect(200);
      await api().delete(`${USERS}/me/avatar`).set(owner.auth).expect(204);
      expect(await storedFile(removed.avatar_url)).toBe(false);
      expect((await api().get(`${USERS}/me`).set(owner.auth).expect(200)).body.avatar_url).toBeNull();
      const { body: first } = await upload(PNG, 'me.png').expect(200);
      expect(await storedFile(first.avatar_url)).toBe(true);
      const { body: second } = await upload(PNG, '../../evil.svg').expect(200);
      expect(second.avatar_url).toContain('/api/v1/media/files/');
      expect(await storedFile(second.avatar_url)).toBe(true);
      expect(await storedFile(first.avatar_url)).toBe(false);

      const member = await aStaffMember(app, owner, { role: 'owner' });
      await remove(member, owner).expect(204);
      expect(await storedFile(second.avatar_url)).toBe(false);
    });

    it('must be a picture by its bytes, whatever its name', async () => {
      const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
      const gif = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64');
      for (const bytes of [script, gif, Buffer.from('text')]) {
        expect((await upload(bytes, 'me.png').expect(415)).body.code).toBe('UNSUPPORTED_MEDIA_TYPE');
      }
    });

    it('must be there, alone, and no larger than 5 MB', async () => {
      const large = Buffer.concat([PNG, Buffer.alloc(5 * 1024 * 1024)]);
      const refused = await upload(large, 'me.png').expect(413);
      expect(refused.body).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', message: expect.stringContaining('5 MB') });
      await api().post(`${USERS}/me/avatar`).set(owner.auth).expect(400);
      const { body } = await upload(PNG, 'me.png', 'picture').expect(400);
      expect(body).toMatchObject({ code: 'VALIDATION_ERROR', message: expect.stringContaining('file is missing') });
      await upload(PNG, 'me.png').attach('file', PNG, 'two.png').expect(400);
    });
  });
});
