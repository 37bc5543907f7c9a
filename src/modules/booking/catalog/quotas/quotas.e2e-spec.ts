import request, { type Test } from 'supertest';
import {
  aStaffMember,
  type LoggedIn,
  type RegisteredCompany,
  registerCompany,
} from '../../../../../test/builders/accounts.js';
import { aService } from '../../../../../test/builders/catalog.js';
import { aPet } from '../../../../../test/builders/pets.js';
import { type Booked, Salon } from '../../../../../test/support/salon.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

const TWO_LARGE = { name: 'Two large dogs', per: 'staff', cell: 'day', max: 2, species: 'dog', size: 'large' };

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

describe('quotas over HTTP', () => {
  let owner: RegisteredCompany;
  let stranger: RegisteredCompany;

  beforeAll(async () => {
    [owner, stranger] = [await registerCompany(app), await registerCompany(app)];
  });

  const call = (method: 'get' | 'post' | 'patch' | 'delete', path = '', by: Pick<LoggedIn, 'auth'> = owner) =>
    request(app.url)[method](`/api/v1/quotas${path}`).set(by.auth);

  it('stores, changes and deletes a quota', async () => {
    const service = await aService(app, owner);
    const { body } = await call('post')
      .send({ ...TWO_LARGE, service_ids: [service._id] })
      .expect(201);
    expect(body).toMatchObject({
      ...TWO_LARGE,
      kind: 'load',
      service_ids: [service._id],
      company_id: owner.company._id,
    });
    expect(body).not.toHaveProperty('revision');
    const changed = await call('patch', `/${body._id}`).send({ max: 3, size: null, service_ids: [] }).expect(200);
    expect(changed.body).toMatchObject({ ...TWO_LARGE, max: 3, size: null, service_ids: [] });
    expect((await call('get', `/${body._id}`)).body).toEqual(changed.body);
    expect((await call('get')).body).toEqual({ items: [changed.body], nextCursor: null });
    await call('delete', `/${body._id}`).expect(204);
    await call('get', `/${body._id}`).expect(404);
  });

  it.each([
    ['less than none', { max: -1 }, 'max'],
    ['a quota of a week', { cell: 'week' }, 'cell'],
    ['a quota of a moon', { per: 'moon' }, 'per'],
    ['null for a name', { name: null }, 'name'],
  ])('refuses %s', async (_, fields, field) => {
    const { body } = await call('post')
      .send({ ...TWO_LARGE, ...fields })
      .expect(400);
    expect(body).toMatchObject({ code: 'VALIDATION_ERROR', details: [{ field }] });
  });

  it('keeps companies and roles apart', async () => {
    const { _id } = (await call('post').send(TWO_LARGE).expect(201)).body;
    const [staff, theirs] = [await aStaffMember(app, owner), await aService(app, stranger)];
    await call('post')
      .send({ ...TWO_LARGE, service_ids: [theirs._id] })
      .expect(404);
    await call('patch', `/${_id}`)
      .send({ service_ids: [theirs._id] })
      .expect(404);
    await call('get', `/${_id}`, staff).expect(200);
    await call('patch', `/${_id}`, staff).send({ max: 1 }).expect(403);
    await call('patch', `/${_id}`, stranger).send({ max: 1 }).expect(404);
    await call('delete', `/${_id}`, stranger).expect(404);
  });
});

describe('quotas with parallel bookings', () => {
  const MANY = 20;
  let salon: Salon;
  let service: { _id: string };

  beforeEach(async () => {
    salon = await Salon.open(app);
    service = await aService(app, salon.owner, { duration_min: 60, step_min: 15, require_staff: false });
  });

  const limit = async (fields: object): Promise<string> => {
    const quota = { name: 'Limit', per: 'company', cell: 'day', ...fields };
    return (await salon.call('post', '/quotas', salon.owner).send(quota).expect(201)).body._id;
  };
  /** Requests all times in parallel and returns the booked ones. */
  const bookAll = async (times: readonly string[], more: object = {}): Promise<Booked[]> =>
    booked(times.map((time) => salon.book(time, { service_id: service._id, ...more })));
  /** With another dog for each time. */
  const bookDogs = async (times: readonly string[]): Promise<Booked[]> => {
    const dogs = await Promise.all(times.map(() => aPet(app, salon.owner, salon.contact._id, { species: 'dog' })));
    return booked(
      times.map((time, index) => salon.book(time, { service_id: service._id, pet_ids: [dogs[index]?._id] })),
    );
  };
  const booked = async (calls: readonly Test[]): Promise<Booked[]> => {
    const answers = await Promise.all(calls);
    for (const { status, body } of answers)
      if (status !== 201) expect([status, body.code]).toEqual([expect.any(Number), expect.stringMatching(/^SLOT_/)]);
    return answers.flatMap(({ status, body }) => (status === 201 ? [body.appointment as Booked] : []));
  };
  const repeated = (times: readonly string[]): string[] =>
    Array.from({ length: MANY }, (_, index) => times[index % times.length] as string);

  it('limits the pets at any moment with the kind load', async () => {
    await limit({ cell: '15min', kind: 'load', max: 2 });
    const booked = await bookAll(repeated(['10:00', '10:15', '10:30', '10:45']));
    const spans = booked.map(({ starts_at, ends_at }) => [String(starts_at), String(ends_at)] as const);
    for (const [start] of spans)
      expect(spans.filter(([from, to]) => from <= start && start < to).length).toBeLessThanOrEqual(2);
    expect(booked.length).toBeGreaterThanOrEqual(2);
    await salon.book('11:45', { service_id: service._id }).expect(201);
    expect(await salon.starts({ service_id: service._id })).not.toContain('10:30');
  });

  it('counts a stay on each of its days with the kind load', async () => {
    const stay = await aService(app, salon.owner, { kind: 'boarding', arrival: { from: '09:00', to: '12:00' } });
    await limit({ kind: 'load', max: 1, service_ids: [stay._id] });
    await salon.book('09:00', { service_id: stay._id, nights: 3 }).expect(201);
    const day = (days: number): string =>
      new Date(Date.parse(salon.monday) + days * 86_400_000).toISOString().slice(0, 10);
    const arrive = (days: number) =>
      salon.book('09:00', { service_id: stay._id, starts_at: salon.at('09:00', day(days)), nights: 1 });
    expect((await arrive(2).expect(409)).body.code).toBe('SLOT_TAKEN');
    expect((await arrive(3).expect(409)).body.code).toBe('SLOT_TAKEN');
    await arrive(4).expect(201);
  });

  it('counts a service for every person, also with an own duration', async () => {
    const staff_overrides = [{ staff_id: salon.groomer.user._id, duration_min: 30 }];
    const groom = await aService(app, salon.owner, { duration_min: 60, step_min: 30, staff_overrides });
    await limit({ kind: 'arrivals', max: 2, service_ids: [groom._id] });
    const times = ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00'];
    expect(await bookAll(times, { service_id: groom._id })).toHaveLength(2);
  });

  it.each(['load', 'arrivals'])('counts earlier bookings in %s that are created later', async (kind) => {
    const pet = (await aPet(app, salon.owner, salon.contact._id, { species: 'dog' }))._id;
    const before = await bookDogs(['09:00', '10:00', '11:00']);
    expect(before).toHaveLength(3);
    const quota = await limit({ kind, max: 4, species: 'dog' });
    expect(await bookDogs(repeated(['09:00', '12:00', '15:00']))).toHaveLength(1);
    await salon.call('post', `/appointments/${before[0]?._id}/cancel`).send({}).expect(200);
    expect(await bookDogs(repeated(['09:00', '12:00', '15:00']))).toHaveLength(1);
    await salon.call('patch', `/quotas/${quota}`, salon.owner).send({ max: 2 }).expect(200);
    expect(await salon.starts({ service_id: service._id, pet_ids: pet })).toEqual([]);
    expect(await bookDogs(['13:00'])).toEqual([]);
    await bookAll(['13:00']);
  });

  it.each(['load', 'arrivals'])('refuses to undo a no-show while %s is full', async (kind) => {
    const [absent] = (await bookAll(['09:00'])) as [Booked];
    expect(await bookAll(['10:00'])).toHaveLength(1);
    const path = `/appointments/${absent._id}`;
    const markAbsent = () => salon.call('post', `${path}/no-show`).expect(200);
    const undo = () => salon.call('patch', path, salon.owner).send({ status: 'confirmed' });
    await salon.rewriteStart(absent._id, -1);
    await markAbsent();
    const quota = await limit({ kind, max: 2 });
    const [late] = (await bookAll(['11:00'])) as [Booked];
    expect((await undo().expect(409)).body).toMatchObject({ code: 'SLOT_TAKEN' });
    await salon.call('post', `/appointments/${late._id}/cancel`).send({}).expect(200);
    expect((await undo().expect(200)).body.appointment).toMatchObject({ status: 'confirmed' });
    expect(await bookAll(['12:00'])).toEqual([]);
    await markAbsent();
    await salon.call('patch', `/quotas/${quota}`, salon.owner).send({ max: 1 }).expect(200);
    expect((await undo().expect(409)).body).toMatchObject({ code: 'SLOT_TAKEN' });
    await salon.call('delete', `/quotas/${quota}`, salon.owner).expect(204);
    await undo().expect(200);
  });

  it('counts old appointments again when the rule changes', async () => {
    const quota = await limit({ kind: 'arrivals', cell: '15min', max: 1 });
    expect(await bookAll(['09:00', '10:00'])).toHaveLength(2);
    await salon.call('patch', `/quotas/${quota}`, salon.owner).send({ cell: 'day', max: 3 }).expect(200);
    expect(await bookAll(repeated(['12:00', '15:00']))).toHaveLength(1);
  });
});
