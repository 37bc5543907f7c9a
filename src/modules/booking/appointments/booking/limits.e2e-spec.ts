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
const DAY_MS = 86_400_000;

describe('impossible visits', () => {
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
  /** All requests for a visit of these pets. */
  const asked = (service_id: string, pet_ids: string[]): [string, Test][] => {
    const [from, to, starts_at] = [salon.monday, salon.monday, salon.at('09:00')];
    const input = { service_id, pet_ids, starts_at };
    const mine = { ...input, contact_id: salon.contact._id };
    const days = { service_id, from, to };
    const rule = { every_weeks: 1, count: 2 };
    const items = pet_ids.map((pet_id) => ({ service_id, pet_id }));
    const visitor = { service_id, starts_at, pet_count: pet_ids.length };
    return [
      ['search', salon.call('get', '/appointments/slots').query({ ...days, pet_ids: pet_ids.join() })],
      ['why', salon.call('get', '/appointments/slots').query({ ...days, pet_ids: pet_ids.join(), explain: true })],
      ['hold', salon.call('post', '/appointments/holds').send(input)],
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

  it('limits the pets of a service to the pets of a visit', async () => {
    const fields = { name: 'Pack', duration_min: 30 };
    const make = (rule: object) => salon.call('post', '/services', salon.owner).send({ ...fields, pets: rule });
    for (const rule of [{ max: MAX_PETS + 1 }, { min: MAX_PETS + 1, max: MAX_PETS }, { max: 2, share: MAX_PETS + 1 }])
      expect((await make(rule).expect(400)).body.code).toBe('VALIDATION_ERROR');
    await make({ max: MAX_PETS, plan: 'sequence' }).expect(201);
  });

  it('refuses too many pets with a reason', async () => {
    const service = await aService(app, salon.owner, { duration_min: 30, pets: { max: MAX_PETS, plan: 'sequence' } });
    const many = asked(service._id, await pets(MAX_PETS + 1));
    expect(await answers(many)).toEqual(refusals(many));
    const { body } = await salon.hold('09:00', { service_id: service._id }).expect(201);
    const confirm = { contact_id: salon.contact._id, pet_ids: await pets(MAX_PETS + 1) };
    const path = `/appointments/holds/${body.hold._id}/confirm`;
    expect((await salon.call('post', path).send(confirm).expect(400)).body.code).toBe('VALIDATION_ERROR');
    const all = await salon.confirmWithNewQuote(body.hold._id, confirm.pet_ids.slice(0, MAX_PETS));
    expect(all.pet_ids).toHaveLength(MAX_PETS);
  });

  it('refuses more than a day with a reason', async () => {
    const long = { duration_min: TEN_HOURS_MIN, pets: { max: MAX_PETS, plan: 'sequence' } };
    const service = await aService(app, salon.owner, long);
    const three = await pets(3);
    const calls = asked(service._id, three);
    expect(await answers(calls)).toEqual(refusals(calls));
    const { body } = await salon.hold('13:00', { service_id: service._id, pet_ids: three }).expect(400);
    expect(body.details[0].message).toContain('24 hours');
  });

  it('refuses a hold when the pets are named at last', async () => {
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

  it('refuses a stored service that leaves no time, also for parallel requests', async () => {
    const override = { staff_id: salon.groomer.user._id, duration_min: 30, price: 5 };
    const service = await aService(app, salon.owner, { duration_min: 60, price: 20, staff_overrides: [override] });
    const pet_matrix = [{ species: 'dog', minutes_delta: -30, price_delta: -15 }];
    const saved = await salon.call('patch', `/services/${service._id}`, salon.owner).send({ pet_matrix }).expect(400);
    expect(saved.body.details.map(({ field }: { field: string }) => field)).toEqual(Array(2).fill('staff_overrides'));
    // Stored by an older version that checked person and row separately.
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

  it('refuses without waiting', async () => {
    const window = { date_from: salon.monday, date_to: salon.monday };
    const input = { contact_id: salon.contact._id, service_id: salon.service._id, windows: [window] };
    const pet_ids = await pets(MAX_PETS + 1);
    const { body } = await salon
      .call('post', '/waitlist')
      .send({ ...input, pet_ids })
      .expect(400);
    expect(body.code).toBe('VALIDATION_ERROR');
  });

  describe('a pet that is elsewhere', () => {
    let clinic: Salon;
    let pet: string;

    beforeEach(async () => {
      clinic = await Salon.open(app);
      pet = (await aPet(app, clinic.owner, clinic.contact._id))._id;
    });

    const day = (index: number): string =>
      new Date(Date.parse(clinic.monday) + index * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
    const expectBusy = async (call: Test): Promise<void> =>
      expect((await call.expect(409)).body).toMatchObject({ code: 'PET_BUSY', details: { pet_id: pet } });
    const hold = async (time: string, more: object = {}): Promise<string> =>
      (await clinic.hold(time, more).expect(201)).body.hold._id;
    const confirm = (id: string, more: object = {}): Test =>
      clinic
        .call('post', `/appointments/holds/${id}/confirm`)
        .send({ contact_id: clinic.contact._id, pet_ids: [pet], ...more });
    const patch = (id: string, change: object): Test => clinic.call('patch', `/appointments/${id}`).send(change);

    it('refuses 19 of 20 requests for the pet at one time with different people', async () => {
      const others = await Promise.all(Array.from({ length: 3 }, () => clinic.hire()));
      const staff = [clinic.groomer, ...others].map(({ user }) => user._id);
      const input = (index: number): object => ({ pet_ids: [pet], staff_id: staff[index % staff.length] });
      const race = await Promise.all(Array.from({ length: MANY }, (_, index) => clinic.book('10:00', input(index))));
      expect(race.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(race.filter(({ status }) => status === 409)).toHaveLength(MANY - 1);
      const won = race.find(({ status }) => status === 201)!.body.appointment;
      const again = { pet_ids: [pet], staff_id: staff.find((id) => id !== won.staff_id) };
      await expectBusy(clinic.book('10:30', again));
      await expectBusy(clinic.book('10:30', { ...again, overbook: { reason: 'in a hurry' } }, clinic.owner));
      await clinic.book('11:00', again).expect(201);
    });

    it('refuses one of two holds with different people that are confirmed in parallel', async () => {
      const staff = [clinic.groomer, await clinic.hire()];
      const holds = await Promise.all(staff.map(({ user }) => hold('10:00', { staff_id: user._id })));
      const answers = await Promise.all(holds.map((id) => confirm(id)));
      const bodies = answers.toSorted((one, other) => one.status - other.status).map(({ body }) => body as object);
      expect(bodies).toMatchObject([
        { appointment: { pet_ids: [pet] } },
        { code: 'PET_BUSY', details: { pet_id: pet } },
      ]);
      const lost = answers.findIndex(({ status }) => status === 409);
      const { body } = await clinic.call('get', `/appointments/${holds[lost]}`).expect(200);
      expect(body).toMatchObject({ status: 'held', pet_ids: [] });
      await clinic
        .call('post', `/appointments/${holds[1 - lost]}/cancel`)
        .send({})
        .expect(200);
      await confirm(holds[lost] as string).expect(201);
    });

    it('returns one appointment for five parallel confirmations of its hold', async () => {
      const id = await hold('10:00');
      const answers = await Promise.all(Array.from({ length: 5 }, () => confirm(id)));
      expect(answers.map(({ status, body }) => [status, body.appointment?._id])).toEqual(answers.map(() => [201, id]));
    });

    it('refuses a change and its preview, and accepts it after a cancellation', async () => {
      await Promise.all([clinic.hire(), clinic.hire()]);
      const first = await clinic.booked('10:00', { pet_ids: [pet] });
      const second = await clinic.booked('14:00', { pet_ids: [pet] });
      const third = await clinic.booked('10:00');
      const change = { starts_at: clinic.at('10:30'), staff_id: null };
      await expectBusy(patch(second._id, change));
      await expectBusy(patch(third._id, { pet_ids: [pet] }));
      const preview = clinic.call('post', `/appointments/${second._id}/preview`).send(change);
      expect((await preview.expect(200)).body.conflicts).toMatchObject([{ code: 'PET_BUSY' }]);
      await patch(second._id, { starts_at: clinic.at('14:30') }).expect(200);
      await clinic.call('post', `/appointments/${first._id}/cancel`).send({}).expect(200);
      await patch(third._id, { pet_ids: [pet] }).expect(200);
    });

    it('accepts an appointment with an override, and refuses one without', async () => {
      await Promise.all([clinic.hire(), clinic.hire()]);
      await clinic.booked('10:00', { pet_ids: [pet] });
      const override = { reason: 'Two people hold it' };
      const twice = await clinic.book('10:30', { pet_ids: [pet], override }, clinic.owner).expect(201);
      expect(twice.body.appointment).toMatchObject({ override, overbooked: false });
      await expectBusy(clinic.book('11:00', { pet_ids: [pet] }));
      await clinic.book('11:30', { pet_ids: [pet] }).expect(201);
    });

    it('accepts one visit with several services for the pet', async () => {
      const service = await aService(app, clinic.owner, { pets: { max: 2, plan: 'sequence' } });
      const item = { service_id: service._id, pet_id: pet };
      const { lines } = await clinic.booked('09:00', { service_id: undefined, items: [item, item] });
      expect(lines).toHaveLength(2);
    });

    it('refuses the same night and the same half-day, but accepts a bath during a stay', async () => {
      const stay = await aService(app, clinic.owner, { kind: 'boarding', max_nights: 14 });
      const half = await aService(app, clinic.owner, { kind: 'daycare', half_day: true });
      await clinic.booked('10:00', { service_id: stay._id, nights: 3, pet_ids: [pet] });
      const oneNight = { service_id: stay._id, pet_ids: [pet] };
      await expectBusy(clinic.book('10:00', { ...oneNight, starts_at: clinic.at('10:00', day(2)) }));
      await clinic.book('10:00', { ...oneNight, starts_at: clinic.at('10:00', day(3)) }).expect(201);
      await clinic.booked('15:00', { pet_ids: [pet] });
      const halfDay = { service_id: half._id, pet_ids: [pet] };
      await clinic.book('08:30', halfDay).expect(201);
      await expectBusy(clinic.book('09:00', halfDay));
      await clinic.book('14:00', halfDay).expect(201);
    });
  });
});
