import request from 'supertest';
import {
  aRegistration,
  aStaffMember,
  type LoggedIn,
  logIn,
  type RegisteredCompany,
  registerCompany,
} from '../../../../test/builders/accounts.js';
import { StaffSocket } from '../../../../test/support/inbox.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';

const ME = '/api/v1/companies/me';

describe('companies', () => {
  let app: TestApp;
  let owner: RegisteredCompany;

  beforeAll(async () => {
    app = await startTestApp();
    owner = await registerCompany(app);
  });
  afterAll(() => app.close());

  const patch = (changes: object) => request(app.url).patch(ME).set(owner.auth).send(changes);

  it('shows everybody in it their company, without internals', async () => {
    const staff = await aStaffMember(app, owner);
    const { body } = await request(app.url).get(ME).set(staff.auth).expect(200);
    expect(body).toEqual({ ...owner.company });
    expect(body).not.toHaveProperty('owner_ids');
    await request(app.url).patch(ME).set(staff.auth).send({ name: 'Coup' }).expect(403);
  });

  it('changes what is given and leaves the rest', async () => {
    const changes = { time_zone: 'America/Sao_Paulo', phone: '+55 11 5555-0100', website: 'https://paws.example.com' };
    const { body } = await patch(changes).expect(200);
    expect(body).toMatchObject({ ...changes, name: owner.company.name });
    expect((await patch({ phone: null }).expect(200)).body).toMatchObject({ ...changes, phone: null });
  });

  it('stores the theme of the booking page, and refuses unsafe values', async () => {
    const look = {
      brand_color: '#A01060',
      booking_text_en: 'Welcome',
      booking_text_pt: 'Bem-vindo',
      embed_sites: ['https://paws.example.com'],
    };
    expect((await patch(look).expect(200)).body).toMatchObject(look);
    const cleared = { brand_color: null, booking_text_en: null, booking_text_pt: null, embed_sites: [] };
    expect((await patch(cleared).expect(200)).body).toMatchObject(cleared);
    for (const wrong of [
      { brand_color: 'red; background: url(//x)' },
      { booking_text_pt: 'x'.repeat(301) },
      { embed_sites: ['https://a.example; script-src *'] },
      { embed_sites: ["'self'"] },
      { embed_sites: ['https://a.example;sandbox'] },
      { embed_sites: ['https://*'] },
    ])
      expect((await patch(wrong).expect(400)).body.details[0].field).toBe(Object.keys(wrong)[0]);
    const logo = request(app.url).post(`${ME}/logo`).set(owner.auth).attach('file', Buffer.from('<svg/>'), 'logo.png');
    expect((await logo.expect(415)).body.code).toBe('UNSUPPORTED_MEDIA_TYPE');
  });

  it('takes the country from the time zone until somebody names another one', async () => {
    const { company } = await registerCompany(app, { time_zone: 'America/Sao_Paulo' });
    expect(company.country).toBe('BR');
    const unknown = await registerCompany(app, { time_zone: 'UTC' });
    expect(unknown.company.country).toBeNull();
    const patchUnknown = (changes: object) => request(app.url).patch(ME).set(unknown.auth).send(changes);
    expect((await patchUnknown({ time_zone: 'Europe/Lisbon' }).expect(200)).body.country).toBe('PT');
    expect((await patchUnknown({ time_zone: 'Europe/London' }).expect(200)).body.country).toBe('PT');
    expect((await patchUnknown({ country: 'GB' }).expect(200)).body.country).toBe('GB');
  });

  it('has the country that its registration names, with its currency, and reads phone numbers in it', async () => {
    const abroad = { time_zone: 'America/Sao_Paulo', country: 'PT' };
    const clinic = await registerCompany(app, abroad);
    expect(clinic.company).toMatchObject({ country: 'PT', currency: 'EUR' });
    const contact = { full_name: 'Rui', phone: '912 345 678' };
    const { body } = await request(app.url).post('/api/v1/contacts').set(clinic.auth).send(contact).expect(201);
    expect(body.phone_normalized).toBe('+351912345678');
    const wrong = aRegistration({ country: 'Portugal' });
    const refused = await request(app.url).post('/api/v1/auth/register').send(wrong).expect(400);
    expect(refused.body.details).toMatchObject([{ field: 'country' }]);
  });

  it('gets the currency of its country at registration, and another one only when it asks for it', async () => {
    const clinic = await registerCompany(app, { time_zone: 'America/Santiago' });
    expect(clinic.company.currency).toBe('CLP');
    const unknown = await registerCompany(app, { time_zone: 'UTC' });
    expect(unknown.company.currency).toBe('USD');
    const zone = { time_zone: 'Asia/Tokyo' };
    const moved = await request(app.url).patch(ME).set(unknown.auth).send(zone).expect(200);
    expect(moved.body).toMatchObject({ country: 'JP', currency: 'USD' });
    const { body } = await request(app.url).patch(ME).set(clinic.auth).send({ currency: 'USD' }).expect(200);
    expect(body.currency).toBe('USD');
  });

  it('refuses the slug of another company', async () => {
    const other = await registerCompany(app);
    expect((await patch({ slug: other.company.slug }).expect(409)).body.code).toBe('SLUG_TAKEN');
    await patch({ slug: 'our-own-slug' }).expect(200);
    await patch({ slug: 'our-own-slug' }).expect(200);
  });

  it('keeps the words of public addresses from being anybody`s slug', async () => {
    expect((await patch({ slug: 'manage' }).expect(409)).body.code).toBe('SLUG_TAKEN');
    const { company } = await registerCompany(app, { company_name: 'Manage' });
    expect(company.slug).toMatch(/^manage-/);
  });

  it.each([
    ['time_zone', 'Mars/Olympus'],
    ['time_zone', null],
    ['country', 'Brazil'],
    ['country', null],
    ['locale', 'tlh'],
    ['currency', 'brl'],
    ['currency', 'XYZ'],
    ['slug', 'Not A Slug'],
    ['name', ''],
    ['name', null],
    ['email', 'nobody'],
    ['website', 'javascript:alert(1)'],
    ['owner_ids', []],
  ])('refuses %s = %j', async (field, value) => {
    expect((await patch({ [field]: value }).expect(400)).body.details).toMatchObject([{ field }]);
  });

  describe('people', () => {
    it('are logged out everywhere by a manager, until the next log-in', async () => {
      const staff = await aStaffMember(app, owner);
      const manager = await aStaffMember(app, owner, { role: 'manager' });
      const endSessions = (as: LoggedIn, of: LoggedIn) =>
        request(app.url).delete(`/api/v1/users/${of.user._id}/sessions`).set(as.auth);
      const me = ({ auth }: LoggedIn) => request(app.url).get('/api/v1/users/me').set(auth);
      await endSessions(staff, manager).expect(403);
      await endSessions(manager, owner).expect(403);
      await endSessions(await registerCompany(app), staff).expect(404);
      await me(staff).expect(200);
      await endSessions(manager, staff).expect(204);
      await me(staff).expect(401);
      const { refreshToken } = staff.tokens;
      await request(app.url).post('/api/v1/auth/refresh').send({ refreshToken }).expect(401);
      expect((await logIn(app, staff.user.email)).user).toMatchObject({ role: 'staff', state: 'active' });
    });

    it('see which colleagues are online; people of another company do not', async () => {
      const company = await registerCompany(app);
      const staff = await aStaffMember(app, company);
      const presence = async () => {
        const { body } = await request(app.url).get('/api/v1/users/presence').set(company.auth).expect(200);
        return body.items as unknown[];
      };
      const connect = ({ tokens }: LoggedIn) => StaffSocket.connect(app, tokens.accessToken);
      const [colleague, stranger] = [await connect(company), await connect(await registerCompany(app))];
      const devices = [await connect(staff), await connect(staff)];
      expect(await colleague.next('user:online')).toEqual({ userId: staff.user._id });
      const last_seen_at = expect.any(String) as string;
      const ofOwner = { user_id: company.user._id, online: true, last_seen_at };
      expect(await presence()).toEqual([ofOwner, { user_id: staff.user._id, online: true, last_seen_at }]);
      for (const device of devices) device.close();
      expect(await colleague.next('user:offline')).toEqual({ userId: staff.user._id });
      expect(await presence()).toEqual([ofOwner, { user_id: staff.user._id, online: false, last_seen_at }]);
      expect(stranger.received.map(({ event }) => event)).not.toContain('user:online');
      for (const socket of [colleague, stranger]) socket.close();
    });

    it('choose the ways in which they hear of events', async () => {
      const PREFERENCES = '/api/v1/notifications/preferences';
      const staff = await aStaffMember(app, owner);
      const { body: before } = await request(app.url).get(PREFERENCES).set(staff.auth).expect(200);
      expect(before).toMatchObject({ mention: ['toast', 'sound', 'push'], channel_trouble: ['toast', 'push', 'mail'] });
      const set = (ways: object) => request(app.url).put(PREFERENCES).set(staff.auth).send(ways);
      await set({ ...before, mention: ['mail'] }).expect(400);
      await set({ mention: ['toast'] }).expect(400);
      await set({ ...before, mention: [] }).expect(200);
      expect((await request(app.url).get(PREFERENCES).set(staff.auth)).body).toEqual({ ...before, mention: [] });
      expect((await request(app.url).get(PREFERENCES).set(owner.auth)).body).toEqual(before);
    });
  });
});
