import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import request from 'supertest';
import { type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { aService } from '../../../../test/builders/catalog.js';
import { aPet } from '../../../../test/builders/pets.js';
import { Visitor } from '../../../../test/builders/public-booking.js';
import { Salon } from '../../../../test/support/salon.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { type InlineJobs, Jobs } from '../../../core/jobs/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { Company } from '../../accounts/companies/schemas/company.schema.js';
import { StarterCatalogScheduler } from '../catalog/starter/starter-catalog.jobs.js';
import { StarterCatalogService } from '../catalog/starter/starter-catalog.service.js';

const DAY_MS = 86_400_000;

describe('slots over HTTP', () => {
  let app: TestApp;
  let salon: Salon;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    salon = await Salon.open(app);
  });
  afterAll(() => app.close());

  it('returns the free times of each day', async () => {
    const sunday = new Date(Date.parse(salon.monday) - DAY_MS).toISOString().slice(0, 10);
    const { body } = await salon
      .call('get', '/appointments/slots')
      .query({ service_id: salon.service._id, from: sunday, to: salon.monday })
      .expect(200);
    expect(body).toMatchObject({ time_zone: 'UTC', days: [{ date: sunday, slots: [] }, { date: salon.monday }] });
    expect(body.days[1].slots).toHaveLength(17);
    expect(body.days[1].slots[0]).toEqual({
      starts_at: salon.at('09:00'),
      ends_at: salon.at('10:00'),
      staff_ids: [salon.groomer.user._id],
    });
  });

  it('leaves out held and booked times, and explains on request', async () => {
    await salon.hold('10:00').expect(201);
    expect(await salon.starts()).toEqual(expect.not.arrayContaining(['09:30', '10:00', '10:30']));
    const { refused } = await salon.day({ explain: true });
    const rules = new Map(refused?.map(({ starts_at, rule }) => [starts_at, rule]));
    expect(rules.get(salon.at('10:00'))).toBe('STAFF_BUSY');
    expect(rules.get(salon.at('08:00'))).toBe('NOT_WORKING');
  });

  it('suggests what to do about a refused start and an impossible visit', async () => {
    const nobody = await aService(app, salon.owner, { staff_ids: [salon.owner.user._id] });
    const { refused } = await salon.day({ service_id: nobody._id, explain: true });
    expect(refused?.[0]).toMatchObject({ rule: 'NO_STAFF', cure: expect.stringContaining('a schedule') });
    const off = await aService(app, salon.owner, { active: false });
    const days = { service_id: off._id, from: salon.monday, to: salon.monday, explain: true };
    const { body } = await salon.call('get', '/appointments/slots').query(days).expect(200);
    expect(body.refused).toEqual({ rule: 'SERVICE_INACTIVE', cure: 'Switch the service on' });
  });

  it('returns the same answer, compressed or not, until something changes', async () => {
    const days = { service_id: salon.service._id, from: salon.monday, to: salon.monday };
    const ask = (headers: Record<string, string> = {}) =>
      salon.call('get', '/appointments/slots').query(days).set('Accept-Encoding', 'identity').set(headers);
    const plain = await ask().expect(200);
    for (let time = 0; time < 3; time++) {
      const compressed = await ask({ 'Accept-Encoding': 'gzip' }).expect(200);
      expect(compressed.headers).toMatchObject({ 'content-encoding': 'gzip', etag: plain.headers.etag });
      expect(compressed.body).toEqual(plain.body);
    }
    const tag = { 'If-None-Match': String(plain.headers.etag) };
    await ask(tag).expect(304);
    const alone = await salon.call('get', '/appointments/slots').query({ ...days, staff_id: salon.groomer.user._id });
    expect(alone.body).toEqual(plain.body);
    await salon.book('10:00').expect(201);
    expect((await ask(tag).expect(200)).body).not.toEqual(plain.body);
  });

  it('returns each company its own slots', async () => {
    const other = await Salon.open(app);
    await other.book('10:00').expect(201);
    expect(await salon.starts()).toContain('10:00');
    expect(await other.starts()).not.toContain('10:00');
    const foreign = { service_id: salon.service._id, from: salon.monday, to: salon.monday };
    await other.call('get', '/appointments/slots').query(foreign).expect(404);
  });

  it('uses the described pets for slots, hold and terms', async () => {
    const slow = await salon.hire();
    const pet_matrix = [{ species: 'dog', size: 'large', minutes: 120, price: 17_000 }];
    const staff_overrides = [{ staff_id: slow.user._id, price: 12_000 }];
    const fields = { duration_min: 60, step_min: 30, price: 7_000, pet_matrix, staff_overrides };
    const service_id = (await aService(app, salon.owner, fields))._id;
    const pets = [{ species: 'dog', weight_kg: 40 }];
    const { slots } = await salon.day({ service_id, pets: JSON.stringify(pets) });
    expect(slots.at(-1)).toMatchObject({ starts_at: salon.at('16:00'), ends_at: salon.at('18:00') });
    const staff_id = salon.groomer.user._id;
    const { hold } = (await salon.hold('16:00', { service_id, staff_id, pets }).expect(201)).body;
    const policy = { free_cancel_hours: 24 };
    expect(hold).toMatchObject({ ends_at: salon.at('18:00'), price: 17_000, currency: 'USD', policy });
    const heavy = (await aPet(app, salon.owner, salon.contact._id, { weight_kg: 41 }))._id;
    const confirm = { contact_id: salon.contact._id, pet_ids: [heavy] };
    const { body } = await salon.call('post', `/appointments/holds/${hold._id}/confirm`).send(confirm).expect(201);
    expect(body.appointment).toMatchObject({ price: 17_000, ends_at: salon.at('18:00'), pet_ids: [heavy] });
  });

  it('uses the pets that a visitor describes', async () => {
    const pet_matrix = [{ size: 'large', minutes: 90, price: 17_000 }];
    const serviceId = (await aService(app, salon.owner, { price: 7_000, pet_matrix }))._id;
    const visitor = new Visitor(app, { slug: salon.owner.company.slug, serviceId });
    const pets = [{ species: 'dog', weight_kg: 40 }];
    const days = { service_id: serviceId, from: salon.monday, to: salon.monday, pets: JSON.stringify(pets) };
    const { body } = await visitor.get(`slots?${String(new URLSearchParams(days))}`).expect(200);
    expect(body.days[0].slots[0]).toMatchObject({ starts_at: salon.at('09:00'), ends_at: salon.at('10:30') });
    const { hold } = (await visitor.hold(salon.at('09:00'), { pets })).body;
    const policy = { free_cancel_hours: 24 };
    expect(hold).toMatchObject({ ends_at: salon.at('10:30'), price: 17_000, currency: 'USD', policy });
    await visitor.hold(salon.at('11:00'), { pets, pet_count: 2 }, 400);
  });

  it('keeps the traits of a described pet when the appointment moves', async () => {
    const pet_matrix = [{ size: 'large', minutes: 120, price: 17_000 }];
    const service_id = (await aService(app, salon.owner, { duration_min: 60, price: 7_000, pet_matrix }))._id;
    const { body } = await salon.hold('09:00', { service_id, pets: [{ species: 'dog', size: 'large' }] }).expect(201);
    const { _id } = body.hold;
    const confirm = { contact_id: salon.contact._id };
    await salon.call('post', `/appointments/holds/${_id}/confirm`).send(confirm).expect(201);
    const moved = await salon
      .call('patch', `/appointments/${_id}`)
      .send({ starts_at: salon.at('11:00') })
      .expect(200);
    expect(moved.body.appointment).toMatchObject({ ends_at: salon.at('13:00'), price: 17_000 });
  });

  it('returns the times to which an appointment can move, its own time included', async () => {
    const { _id } = await salon.booked('10:00');
    await salon.call('patch', `/appointments/${_id}`).send({ duration_min: 120 }).expect(200);
    const days = { from: salon.monday, to: salon.monday, except: _id };
    const { body } = await salon.call('get', '/appointments/slots').query(days).expect(200);
    const times = body.days[0].slots.map(({ starts_at }: { starts_at: string }) => starts_at.slice(11, 16));
    expect(times).toEqual(expect.arrayContaining(['09:00', '10:00', '10:30', '16:00']));
    expect(times).not.toContain('16:30');
    expect(await salon.starts()).not.toContain('10:30');
    const other = await Salon.open(app);
    await other.call('get', '/appointments/slots').query(days).expect(404);
  });

  it.each([
    ['pets that are no JSON', { pets: '[{' }],
    ['pets that are no list', { pets: '{"species":"dog"}' }],
    ['a pet without a species', { pets: '[{"weight_kg":8}]' }],
    ['an unknown field of a pet', { pets: '[{"species":"dog","colour":"red"}]' }],
    ['pets that are described and named', { pets: '[{"species":"dog"}]', pet_ids: 'ffffffffffffffffffffffff' }],
    ['too many days', { to: '2199-01-01', from: '2030-01-01' }],
    ['days the wrong way round', { from: '2030-01-02', to: '2030-01-01' }],
    ['an unknown add-on', { add_ons: 'nails' }],
  ])('refuses %s', async (_what, query) => {
    const days = { service_id: salon.service._id, from: salon.monday, to: salon.monday, ...query };
    const { body } = await salon.call('get', '/appointments/slots').query(days).expect(400);
    expect(body.code).toBe('VALIDATION_ERROR');
  });

  describe('of a company with a starter catalog', () => {
    const runJobs = () => app.app.get<unknown, InlineJobs>(Jobs).drain();
    const register = (starter: boolean) =>
      registerCompany(app, { time_zone: 'America/Sao_Paulo', locale: 'pt-BR', starter });
    const read = async ({ auth }: RegisteredCompany, path: string, query: object = {}) =>
      (await request(app.url).get(`/api/v1${path}`).set(auth).query(query).expect(200)).body;

    it('shows the week of the owner', async () => {
      const company = await register(true);
      await runJobs();
      const { items } = await read(company, '/services');
      expect(items).toMatchObject([
        { name: 'Banho', duration_min: 60, price: 7_000, accepted_species: ['dog'] },
        { name: 'Banho e tosa', duration_min: 90, price: 12_000, accepted_species: ['dog'] },
      ]);
      const sunday = new Date(Date.parse(salon.monday) - DAY_MS).toISOString().slice(0, 10);
      const query = { service_id: items[0]._id, from: sunday, to: salon.monday };
      const { days, time_zone } = await read(company, '/appointments/slots', query);
      expect(time_zone).toBe('America/Sao_Paulo');
      expect(days[0].slots).toEqual([]);
      expect(days[1].slots[0]).toMatchObject({
        starts_at: `${salon.monday}T12:00:00.000Z`,
        staff_ids: [company.user._id],
      });
      expect(days[1].slots.at(-1).ends_at).toBe(`${salon.monday}T21:00:00.000Z`);
    });

    it('sets up the catalog once, also after a lost registration event', async () => {
      const company = await register(true);
      const scope = CompanyScope.of(company.company._id);
      const starters = app.app.get(StarterCatalogService, { strict: false });
      await Promise.all([1, 2, 3].map(() => starters.setUp(scope)));
      await starters.setUp(scope);
      expect((await read(company, '/services')).items).toHaveLength(2);
      const late = await register(false);
      const companies = app.app.get<Model<Company>>(getModelToken(Company.name), { strict: false });
      await companies.updateOne({ _id: late.company._id }, { $set: { starter_pending: true } });
      await app.app.get(StarterCatalogScheduler, { strict: false }).sweep();
      await runJobs();
      expect((await read(late, '/services')).items).toHaveLength(2);
      expect(await companies.countDocuments({ starter_pending: true })).toBe(0);
    });

    it('shows no slots unless a starter catalog was requested', async () => {
      const company = await register(false);
      await runJobs();
      expect((await read(company, '/services')).items).toEqual([]);
      expect((await read(company, '/staff-schedules')).items).toEqual([]);
    });
  });
});
