import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import request from 'supertest';
import { aService } from '../../../../test/builders/catalog.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { aPet } from '../../../../test/builders/pets.js';
import { aPublicSalon, aWeekday, type PublicSalon, Visitor } from '../../../../test/builders/public-booking.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const DOG = { species: 'dog', weight_kg: 30 };

describe('the pages of visitors', () => {
  let app: TestApp;
  let salon: PublicSalon;
  let visitor: Visitor;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    salon = await aPublicSalon(app);
    visitor = new Visitor(app, salon);
  });
  afterAll(() => app.close());

  const open = (path: string) => request(app.url).get(path).set('accept', 'text/html');
  const company = (fields: object) =>
    request(app.url).patch('/api/v1/companies/me').set(salon.auth).send(fields).expect(200);
  const page = async (pets?: object[]) =>
    (await visitor.get(`services${pets ? `?pets=${encodeURIComponent(JSON.stringify(pets))}` : ''}`).expect(200)).body;

  describe('GET /book/:companySlug', () => {
    it('shows the page with the name of the company to search engines and link previews', async () => {
      await company({ name: 'Tom & "Jerry" <b>', address: 'Main Street 1' });
      const { text } = await open(`/book/${salon.slug}`).expect(200).expect('content-type', /html/);
      expect(text).toContain('<title>Tom &amp; &quot;Jerry&quot; &lt;b&gt;</title>');
      expect(text).toContain('<meta name="robots" content="index, follow" />');
      expect(text).toMatch(new RegExp(`<meta property="og:url" content="[^"]+/book/${salon.slug}" />`));
      expect(text).not.toContain('<b>');
    });

    it('allows own files only, and no frame', async () => {
      const { headers } = await open(`/book/${salon.slug}`).expect(200);
      const policy = String(headers['content-security-policy']);
      expect(policy.split(';')).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          "connect-src 'self'",
          "frame-ancestors 'none'",
        ]),
      );
      expect(policy).not.toMatch(/unsafe|ws:/);
      expect(headers['x-frame-options']).toBe('DENY');
    });

    it('may be shown in a frame by the sites that the company names, and by no other page of it', async () => {
      const sites = ['https://www.salon.example', 'http://localhost:3000'];
      await company({ embed_sites: sites });
      const { headers } = await open(`/book/${salon.slug}`).expect(200);
      expect(headers['content-security-policy']).toContain(`;frame-ancestors ${sites.join(' ')};`);
      expect(headers).not.toHaveProperty('x-frame-options');
      const { manage_token } = await visitor.book(`${aWeekday()}T09:00:00.000Z`);
      const other = await aPublicSalon(app);
      for (const path of [`/booking/manage/${manage_token}`, `/book/${other.slug}`, '/inbox/all']) {
        const page = await open(path).expect(200);
        expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
        expect(page.headers['x-frame-options']).toBe('DENY');
      }
      await open('/embed.js').expect(200).expect('cross-origin-resource-policy', 'cross-origin');
    });

    it('has the theme of the company, with its texts escaped', async () => {
      const theme = { brand_color: '#a01060', booking_text_pt: '"><script>alert(1)</script>' };
      await company(theme);
      const { text } = await open(`/book/${salon.slug}`).expect(200);
      expect(text).toContain('content="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
      expect(text).not.toContain('<script>alert');
      const logo = await request(app.url)
        .post('/api/v1/companies/me/logo')
        .set(salon.auth)
        .attach('file', PIXEL, 'logo.svg')
        .expect(200);
      const path = String(logo.body.logo_url);
      expect((await page()).theme).toEqual({
        color: theme.brand_color,
        text_en: null,
        text_pt: theme.booking_text_pt,
        logo_url: path,
      });
      expect((await open(`/book/${salon.slug}`)).text).toMatch(/og:image" content="http[^"]+\/logo\?v=\w+"/);
      const picture = await request(app.url).get(path).redirects(1).expect(200).expect('content-type', 'image/png');
      expect(picture.body).toEqual(PIXEL);
      await request(app.url).delete('/api/v1/companies/me/logo').set(salon.auth).expect(200);
      await request(app.url).get(path).expect(404);
    });

    it('is a 404 page, hidden from search engines, for an unknown company and while the page is off', async () => {
      await request(app.url).patch('/api/v1/booking-settings').set(salon.auth).send({ public_page: false }).expect(200);
      for (const slug of [salon.slug, 'no-such-company'])
        expect((await open(`/book/${slug}`).expect(404)).text).toContain(
          '<meta name="robots" content="noindex, nofollow" />',
        );
    });
  });

  it('shows no data of the appointment in the page of a link', async () => {
    const { manage_token } = await visitor.book(`${aWeekday()}T09:00:00.000Z`);
    const pages = await Promise.all(
      [manage_token, 'forged.token'].map((token) => open(`/booking/manage/${token}`).expect(200)),
    );
    expect(pages[0]!.text).toBe(pages[1]!.text);
    expect(pages[0]!.text).toContain('noindex, nofollow');
    expect(pages[0]!.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY' });
  });

  describe('services for described pets', () => {
    const matrix = [
      { species: 'Dog', size: 'large', minutes: 90, price: 12_000 },
      { species: 'dog', coat: 'long', minutes_delta: 15 },
      { species: 'cat', refuse: true },
    ];

    it('have the duration and the price of the pets, and say whether they take them', async () => {
      const groom = await aService(app, salon, { name: 'Groom', price: 8_000, duration_min: 60, pet_matrix: matrix });
      const offer = async (pets?: object[]) => {
        const { services } = await page(pets);
        const { duration_min, price, accepted } = services.find(({ _id }: { _id: string }) => _id === groom._id);
        return [duration_min, price, accepted];
      };
      expect(await offer()).toEqual([60, 8_000, true]);
      expect(await offer([DOG])).toEqual([90, 12_000, true]);
      expect(await offer([{ species: 'dog', weight_kg: 5, coat: 'long' }])).toEqual([75, 8_000, true]);
      expect(await offer([{ species: 'cat' }])).toMatchObject({ 2: false });
      expect(await offer([DOG, DOG])).toEqual([60, 8_000, false]);
      await visitor.get('services?pets=nonsense').expect(400);
    });

    it('ask only for traits that decide about something', async () => {
      expect((await page()).traits).toEqual({
        species: ['dog', 'cat'],
        other_species: true,
        weight: false,
        sizes: [],
        coats: [],
        breeds: [],
      });
      await aService(app, salon, { name: 'Groom', pet_matrix: matrix });
      expect((await page()).traits).toMatchObject({
        species: ['Dog', 'cat'],
        weight: true,
        sizes: [{ name: 'small', max_kg: 10 }, {}, {}, { name: 'giant', max_kg: null }],
        coats: ['long'],
      });
    });

    it('are quoted with extras and a person as the hold is priced', async () => {
      const fields = {
        pet_matrix: matrix,
        price: 8_000,
        add_ons: [{ key: 'nails', name: 'Nails', minutes: 10, price: 550 }],
        staff_overrides: [{ staff_id: salon.user._id, price: 10_000 }],
      };
      const { _id } = await aService(app, salon, { name: 'Groom', ...fields });
      const pets = encodeURIComponent(JSON.stringify([DOG]));
      const asked = `service_id=${_id}&pets=${pets}&add_ons=nails`;
      const { body } = await visitor.get(`quote?${asked}&staff_id=${salon.user._id}`).expect(200);
      expect(body).toMatchObject({ minutes: 100, currency: 'USD', accepted: true });
      const wanted = { service_id: _id, pets: [DOG], add_ons: ['nails'], staff_id: salon.user._id };
      const { hold } = (await visitor.hold(`${aWeekday()}T09:00:00.000Z`, wanted)).body;
      expect(hold).toMatchObject({ price: body.price });
      await visitor.get(`quote?service_id=${_id}&add_ons=wings`).expect(400);
      await visitor.get(`quote?service_id=${salon.user._id}`).expect(404);
      await visitor.get(`quote?${asked}&staff_id=${_id}`).expect(400);
    });
  });

  it('gives the appointment as a calendar file, by the link only', async () => {
    const day = aWeekday();
    const { manage_token, manage_url, appointment } = await visitor.book(`${day}T09:00:00.000Z`);
    const file = (token: string) => request(app.url).get(`/api/v1/public/manage/${token}.ics`);
    const { text, headers } = await file(manage_token).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="appointment.ics"',
      'cache-control': 'no-store',
    });
    const lines = text.replaceAll('\r\n ', '').split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        `UID:${appointment._id}@petbuddy`,
        `DTSTART:${day.replaceAll('-', '')}T090000Z`,
        expect.stringContaining(manage_url),
      ]),
    );
    await file('forged.token').expect(404);
  });

  it('asks again for a proof whose file could not be stored', async () => {
    const post = (path: string, body: object) => request(app.url).post(path).set(salon.auth).send(body).expect(201);
    const gates = [{ kind: 'vaccination', name: 'Rabies', mode: 'allow_with_upload' }];
    const { _id: service_id } = await aService(app, salon, { gates });
    const { _id: contact_id } = await aContact(app, salon);
    const pet_ids = [(await aPet(app, salon, contact_id))._id];
    const visit = { service_id, contact_id, pet_ids, starts_at: `${aWeekday()}T09:00:00.000Z` };
    const { appointment } = (await post('/api/v1/appointments', visit)).body;
    const { body: link } = await post(`/api/v1/appointments/${appointment._id}/manage-link`, {});
    const path = `/api/v1/public/manage/${link.manage_token}`;
    const send = () => request(app.url).post(`${path}/proofs?name=Rabies`).attach('file', PIXEL, 'card.png');
    const wanted = async () => (await request(app.url).get(path).expect(200)).body.wanted_proofs;
    // No folder can be made in place of a file.
    const folder = join(app.config.dataDir, 'files', salon.company._id);
    await writeFile(folder, '');
    await send().expect(500);
    expect(await wanted()).toMatchObject([{ name: 'Rabies', pet_id: pet_ids[0], state: 'missing' }]);
    await rm(folder);
    await send().expect(201);
    expect(await wanted()).toMatchObject([{ state: 'waiting' }]);
  });

  it('takes no fee that staff change while the customer cancels or moves', async () => {
    const send = (method: 'post' | 'patch', path: string, body: object) =>
      request(app.url)[method](`/api/v1/${path}`).set(salon.auth).send(body);
    const policy = { free_cancel_hours: 8_760, free_reschedule_hours: 8_760, late_fee_percent: 50 };
    await send('patch', 'booking-settings', {
      policy: { ...policy, max_reschedules: 1, no_show_fee_percent: 0 },
    }).expect(200);
    const at = (time: string) => `${aWeekday()}T${time}:00.000Z`;
    const race = async (time: string, path: string, input: object) => {
      const { manage_token, appointment } = await visitor.book(at(time));
      const [{ status, body }] = await Promise.all([
        send('post', `public/manage/${manage_token}/${path}`, { expected_fee: 4_000, ...input }),
        send('patch', `appointments/${appointment._id}`, { price: 9_000 }),
      ]);
      return status === 200 ? body.appointment.fee : body.code;
    };
    for (const time of ['09:00', '10:00', '11:00'])
      expect([4_000, 'FEE_CHANGED']).toContain(await race(time, 'cancel', {}));
    for (const [time, to] of [
      ['12:00', '12:30'],
      ['13:00', '13:30'],
      ['14:00', '14:30'],
    ] as const)
      expect([4_000, 'FEE_CHANGED']).toContain(await race(time, 'reschedule', { starts_at: at(to) }));
  });
});
