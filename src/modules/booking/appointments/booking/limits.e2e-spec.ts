import { ObjectId } from 'mongodb';
import type { Test } from 'supertest';
import request from 'supertest';
import { aService } from '../../../../../test/builders/catalog.js';
import { aPet } from '../../../../../test/builders/pets.js';
import { openRawDatabase } from '../../../../../test/support/raw-database.js';
import { Salon } from '../../../../../test/support/salon.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

const MAX_PETS = 6;
const MANY = 20;
const TEN_HOURS_MIN = 600;

describe('visits that no salon could do', () => {
  let app: TestApp;
  let salon: Salon;
  let publicPage: string;

  beforeAll(async () => {
    app = await startTestApp();
    salon = await Salon.open(app);
    publicPage = `/api/v1/public/${salon.owner.company.slug}`;
  });
  afterAll(() => app.close());

  const pets = (count: number): Promise<string[]> =>
    Promise.all(Array.from({ length: count }, async () => (await aPet(app, salon.owner, salon.contact._id))._id));
  /** Every way in which a visit of these pets can be asked for. */
  const asked = (service_id: string, pet_ids: string[]): [string, Test][] => {
    const [from, to, starts_at] = [salon.monday, salon.monday, salon.at('09:00')];
    const wish = { service_id, pet_ids, starts_at };
    const mine = { ...wish, contact_id: salon.contact._id };
    const days = { service_id, from, to };
    const rule = { every_weeks: 1, count: 2 };
    const items = pet_ids.map((pet_id) => ({ service_id, pet_id }));
    const visitor = { service_id, starts_at, pet_count: pet_ids.length };
    return [
      ['search', salon.call('get', '/appointments/slots').query({ ...days, pet_ids: pet_ids.join() })],
      ['why', salon.call('get', '/appointments/slots').query({ ...days, pet_ids: pet_ids.join(), explain: true })],
      ['hold', salon.call('post', '/appointments/holds').send(wish)],
      ['items', salon.call('post', '/appointments/holds').send({ items, starts_at })],
      ['book', salon.call('post', '/appointments').send(mine)],
      ['overbook', salon.call('post', '/appointments', salon.owner).send({ ...mine, overbook: { reason: 'why not' } })],
      ['series', salon.call('post', '/appointments/series').send({ ...mine, rule })],
      ['booked series', salon.call('post', '/appointments/series').send({ ...mine, rule, commit: true })],
      ['quote', salon.call('get', `/services/${service_id}/quote`).query({ pet_ids: pet_ids.join() })],
      [
        'public search',
        request(app.url)
          .get(`${publicPage}/slots`)
          .query({ ...days, pet_count: pet_ids.length }),
      ],
      ['public hold', request(app.url).post(`${publicPage}/holds`).send(visitor)],
    ];
  };
  const answers = async (calls: [string, Test][]): Promise<unknown[]> => {
    const given: unknown[] = [];
    for (const [what, call] of calls) {
      const { status, body } = await call;
      given.push([what, status, body.code, body.details?.length]);
    }
    return given;
  };
  const refusals = (calls: [string, Test][]): unknown[] => calls.map(([what]) => [what, 400, 'VALIDATION_ERROR', 1]);

  it('are no service: it takes as many pets as a visit may have', async () => {
    const fields = { name: 'Pack', duration_min: 30 };
    const make = (rule: object) => salon.call('post', '/services', salon.owner).send({ ...fields, pets: rule });
    for (const rule of [{ max: MAX_PETS + 1 }, { min: MAX_PETS + 1, max: MAX_PETS }, { max: 2, share: MAX_PETS + 1 }])
      expect((await make(rule).expect(400)).body.code).toBe('VALIDATION_ERROR');
    await make({ max: MAX_PETS, plan: 'sequence' }).expect(201);
  });

  it('are refused with a reason where there are too many pets', async () => {
    const service = await aService(app, salon.owner, { duration_min: 30, pets: { max: MAX_PETS, plan: 'sequence' } });
    const many = asked(service._id, await pets(MAX_PETS + 1));
    expect(await answers(many)).toEqual(refusals(many));
    const { body } = await salon.hold('09:00', { service_id: service._id }).expect(201);
    const confirm = { contact_id: salon.contact._id, pet_ids: await pets(MAX_PETS + 1) };
    const path = `/appointments/holds/${body.hold._id}/confirm`;
    expect((await salon.call('post', path).send(confirm).expect(400)).body.code).toBe('VALIDATION_ERROR');
    const all = await salon.confirmAnew(body.hold._id, confirm.pet_ids.slice(0, MAX_PETS));
    expect(all.pet_ids).toHaveLength(MAX_PETS);
  });

  it('are refused with a reason where they take more than a day', async () => {
    const long = { duration_min: TEN_HOURS_MIN, pets: { max: MAX_PETS, plan: 'sequence' } };
    const service = await aService(app, salon.owner, long);
    const three = await pets(3);
    const calls = asked(service._id, three);
    expect(await answers(calls)).toEqual(refusals(calls));
    const { body } = await salon.hold('13:00', { service_id: service._id, pet_ids: three }).expect(400);
    expect(body.details[0].message).toContain('24 hours');
  });

  it('are refused with a reason when the pets are named at last', async () => {
    const pet_matrix = [{ minutes: TEN_HOURS_MIN, size: 'large', price: 10 }];
    const rule = { max: MAX_PETS, plan: 'sequence' };
    const service = await aService(app, salon.owner, { duration_min: 30, pets: rule, pet_matrix });
    const { body } = await salon.hold('14:00', { service_id: service._id }).expect(201);
    const large = await Promise.all(
      [1, 2, 3].map(async () => (await aPet(app, salon.owner, salon.contact._id, { weight_kg: 35 }))._id),
    );
    const confirm = { contact_id: salon.contact._id, pet_ids: large };
    const refused = await salon.call('post', `/appointments/holds/${body.hold._id}/confirm`).send(confirm).expect(400);
    expect(refused.body.code).toBe('VALIDATION_ERROR');
  });

  it('are refused where a stored service leaves no time, however many ask at once', async () => {
    const override = { staff_id: salon.groomer.user._id, duration_min: 30, price: 5 };
    const service = await aService(app, salon.owner, { duration_min: 60, price: 20, staff_overrides: [override] });
    const pet_matrix = [{ species: 'dog', minutes_delta: -30, price_delta: -15 }];
    const saved = await salon.call('patch', `/services/${service._id}`, salon.owner).send({ pet_matrix }).expect(400);
    expect(saved.body.details.map(({ field }: { field: string }) => field)).toEqual(Array(2).fill('staff_overrides'));
    // Stored before a person and a row were checked together.
    const nothing = { size: null, coat: null, breed: null, minutes: null, price: null, refuse: false };
    const raw = await openRawDatabase(app);
    await raw.db
      .collection('services')
      .updateOne({ _id: new ObjectId(service._id) }, { $set: { pet_matrix: [{ ...nothing, ...pet_matrix[0] }] } });
    await raw.close();
    await aService(app, salon.owner, { name: 'Another, so that the catalog is read anew' });
    const dogs = await Promise.all(
      Array.from({ length: MANY }, () => aPet(app, salon.owner, salon.contact._id, { species: 'dog' })),
    );
    const booked = await Promise.all(
      dogs.map(({ _id }) => salon.book('16:00', { service_id: service._id, pet_ids: [_id] })),
    );
    expect(booked.map(({ status, body }) => [status, body.details?.rule])).toEqual(
      Array(MANY).fill([422, 'NO_DURATION']),
    );
    const { _id: cat } = await aPet(app, salon.owner, salon.contact._id, { species: 'cat' });
    const { appointment } = (await salon.book('16:00', { service_id: service._id, pet_ids: [cat] }).expect(201)).body;
    expect(appointment).toMatchObject({ ends_at: salon.at('16:30'), price: 5 });
  });

  it('are not waited for', async () => {
    const window = { date_from: salon.monday, date_to: salon.monday };
    const wish = { contact_id: salon.contact._id, service_id: salon.service._id, windows: [window] };
    const pet_ids = await pets(MAX_PETS + 1);
    const { body } = await salon
      .call('post', '/waitlist')
      .send({ ...wish, pet_ids })
      .expect(400);
    expect(body.code).toBe('VALIDATION_ERROR');
  });
});
