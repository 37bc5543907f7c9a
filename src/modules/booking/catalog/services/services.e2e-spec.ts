import request from 'supertest';
import {
  aStaffMember,
  type LoggedIn,
  type RegisteredCompany,
  registerCompany,
} from '../../../../../test/builders/accounts.js';
import { aResource, aResourceType, aService } from '../../../../../test/builders/catalog.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { EventBus } from '../../../../core/events/index.js';

const NOBODY = 'ffffffffffffffffffffffff';

describe('services over HTTP', () => {
  let app: TestApp;
  let owner: RegisteredCompany;
  let stranger: RegisteredCompany;

  beforeAll(async () => {
    app = await startTestApp();
    [owner, stranger] = [await registerCompany(app), await registerCompany(app)];
  });
  afterAll(() => app.close());

  const call = (method: 'get' | 'post' | 'patch' | 'delete', path: string, by: Pick<LoggedIn, 'auth'> = owner) =>
    request(app.url)[method](`/api/v1${path}`).set(by.auth);
  const problemFields = (body: { details: { field: string }[] }): string[] => body.details.map(({ field }) => field);

  it('fills in defaults', async () => {
    const service = await aService(app, owner, { name: '  Bath ' });
    expect(service).toMatchObject({
      company_id: owner.company._id,
      name: 'Bath',
      kind: 'timed',
      duration_min: 30,
      buffer_before_min: 0,
      buffer_after_min: 0,
      step_min: 15,
      lead_time_min: 0,
      public_lead_time_min: null,
      horizon_days: 60,
      staff_horizon_days: 730,
      price: null,
      currency: 'USD',
      staff_ids: [],
      require_staff: true,
      requirements: [],
      segments: [],
      pets: { min: 0, max: 1, plan: 'parallel', stagger_min: null, share: 1 },
      policy: null,
      active: true,
      public: true,
    });
    expect(service).not.toHaveProperty('revision');
    expect((await call('get', `/services/${service._id}`).expect(200)).body).toEqual(service);
  });

  it('stores all fields of a grooming visit', async () => {
    const groomer = await aStaffMember(app, owner);
    const tub = await aResourceType(app, owner, { name: 'Tub' });
    const table = await aResourceType(app, owner);
    const table2 = await aResource(app, owner, table._id);
    const fields = {
      name: 'Full groom',
      duration_min: 90,
      price: 12_050,
      staff_ids: [groomer.user._id],
      staff_overrides: [{ staff_id: groomer.user._id, duration_min: 80, price: null }],
      segments: [
        {
          name: 'Bath',
          minutes: 20,
          gap_after_min: 10,
          staff: true,
          requirements: [{ resource_type_id: tub._id, quantity: 1, resource_ids: [] }],
        },
        { name: 'Drying', minutes: 30, gap_after_min: 0, staff: false, requirements: [] },
        { name: 'Cut', minutes: 30, gap_after_min: 0, staff: true, requirements: [] },
      ],
      requirements: [{ resource_type_id: table._id, quantity: 1, resource_ids: [table2._id], segment: 2 }],
      pets: { min: 1, max: 3, plan: 'stagger', stagger_min: 15 },
      accepted_species: ['dog'],
      pet_matrix: [
        {
          species: 'dog',
          size: 'large',
          coat: null,
          breed: null,
          minutes: null,
          minutes_delta: 30,
          price: 18_000,
          price_delta: null,
          refuse: false,
        },
      ],
      add_ons: [{ key: 'nails', name: 'Nails', minutes: 10, price: 1_500, requirements: [], on: 'last' }],
      gates: [{ kind: 'vaccination', name: 'Rabies', mode: 'allow_with_upload' }],
      policy: {
        free_cancel_hours: 24,
        free_reschedule_hours: 12,
        late_fee_percent: 50,
        max_reschedules: 2,
        no_show_fee_percent: 100,
      },
      public_lead_time_min: 120,
    };
    expect(await aService(app, owner, fields)).toMatchObject(fields);
  });

  it('stores arrival and pickup hours of boarding and daycare', async () => {
    const hours = { from: '08:00', to: '18:00' };
    const boarding = await aService(app, owner, {
      kind: 'boarding',
      min_nights: 2,
      arrival: { from: '07:00', to: '10:00' },
    });
    expect(boarding).toMatchObject({
      arrival: { from: '07:00', to: '10:00' },
      pickup: hours,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      require_staff: false,
    });
    const daycare = await aService(app, owner, { kind: 'daycare', half_day: true, weekdays: [1, 5] });
    expect(daycare).toMatchObject({ arrival: hours, weekdays: [1, 5], halves: { morning_until: '12:00' } });
  });

  it.each([
    ['no duration', { duration_min: undefined }, 'duration_min'],
    ['null for what cannot be cleared', { step_min: null }, 'step_min'],
    ['a step off the grid', { step_min: 7 }, 'step_min'],
    ['a horizon beyond two years', { staff_horizon_days: 731 }, 'staff_horizon_days'],
    ['a decimal price', { price: 90.5 }, 'price'],
    ['the smallest of numbers', { price: 1e-7 }, 'price'],
    ['a price beyond the limit', { price: 1_000_000_001 }, 'price'],
    ['a negative price', { price: -1 }, 'price'],
    ['segments that do not add up', { segments: [{ minutes: 20, staff: true }] }, 'segments'],
    ['a gap after the end', { segments: [{ minutes: 20, gap_after_min: 10, staff: true }] }, 'segments'],
    ['a segment without minutes', { segments: [{ staff: true }] }, 'segments.0.minutes'],
    ['a list of lists', { segments: [[]] }, 'segments'],
    ['fewer pets than the least', { pets: { min: 3, max: 2 } }, 'pets'],
    ['a stagger without minutes', { pets: { plan: 'stagger' } }, 'pets'],
    ['pets that share a visit', { pets: { max: 2, share: 2 } }, 'pets'],
    ['more to a kennel than may come', { kind: 'boarding', pets: { max: 2, share: 3 } }, 'pets'],
    ['two ways to say minutes', { pet_matrix: [{ minutes: 10, minutes_delta: 5 }] }, 'pet_matrix'],
    ['two rows for the same pets', { pet_matrix: [{ species: 'dog' }, { species: 'Dog' }] }, 'pet_matrix'],
    ['a row that leaves no time', { pet_matrix: [{ minutes_delta: -30 }] }, 'pet_matrix'],
    ['an add-on twice', { add_ons: [addOn('x'), addOn('x')] }, 'add_ons'],
    ['an unknown gate', { gates: [{ kind: 'astrology', name: 'x', mode: 'warn' }] }, 'gates.0.kind'],
    ['a requirement of a segment that is not', { requirements: [requirement({ segment: 1 })] }, 'requirements'],
    ['nights of a visit', { min_nights: 2 }, 'min_nights'],
    ['a door that closes before it opens', { kind: 'boarding', arrival: { from: '10:00', to: '09:00' } }, 'arrival'],
    ['a time of day that is not', { kind: 'boarding', arrival: { from: '24:00', to: '24:00' } }, 'arrival.from'],
    ['half days of a visit', { half_day: true }, 'half_day'],
    ['an unknown field', { colour: 'red' }, 'colour'],
  ])('refuses %s', async (_, fields, field) => {
    const { body } = await call('post', '/services')
      .send({ name: 'Bath', duration_min: 30, ...fields })
      .expect(400);
    expect(body.code).toBe('VALIDATION_ERROR');
    expect(problemFields(body)).toContain(field);
  });

  it('refuses staff, resource types and resources of other companies', async () => {
    const theirType = await aResourceType(app, stranger);
    const [type, otherType] = [await aResourceType(app, owner), await aResourceType(app, owner, { name: 'Tub' })];
    const table = await aResource(app, owner, type._id);
    const refused = async (fields: object): Promise<string> =>
      (
        await call('post', '/services')
          .send({ name: 'Bath', duration_min: 30, ...fields })
          .expect(404)
      ).body.message;
    expect(await refused({ staff_ids: [stranger.user._id] })).toBe('Staff member not found');
    expect(await refused({ staff_overrides: [{ staff_id: NOBODY }] })).toBe('Staff member not found');
    expect(await refused({ requirements: [requirement({ resource_type_id: theirType._id })] })).toMatch(
      /^Resource type/,
    );
    const named = { resource_type_id: otherType._id, resource_ids: [table._id] };
    expect(await refused({ add_ons: [{ ...addOn('x'), requirements: [named] }] })).toMatch(/^Resource not/);
    const service = await aService(app, owner);
    await call('patch', `/services/${service._id}`)
      .send({ staff_ids: [stranger.user._id] })
      .expect(404);
  });

  it('accepts for a stay only resources with the same cells', async () => {
    const [table, kennel] = [await aResourceType(app, owner), await aResourceType(app, owner, { cell: 'night' })];
    const boarding = (type: { _id: string }): object => ({
      name: 'Stay',
      kind: 'boarding',
      duration_min: 60,
      requirements: [requirement({ resource_type_id: type._id })],
    });
    expect(problemFields((await call('post', '/services').send(boarding(table)).expect(400)).body)).toEqual([
      'requirements',
    ]);
    await call('post', '/services').send(boarding(kennel)).expect(201);
    const change = { cell: '5min' };
    expect((await call('patch', `/resource-types/${kennel._id}`).send(change).expect(409)).body.code).toBe('IN_USE');
  });

  it('checks the changed service as a whole', async () => {
    const segments = [{ minutes: 30, staff: true }];
    const service = await aService(app, owner, { segments, description: 'wet' });
    const patch = (fields: object) => call('patch', `/services/${service._id}`).send(fields);
    expect(problemFields((await patch({ duration_min: 45 }).expect(400)).body)).toEqual(['segments']);
    await patch({ name: null }).expect(400);
    const change = { duration_min: 45, segments: [], description: null };
    expect((await patch(change).expect(200)).body).toMatchObject({ ...change, name: 'Bath' });
  });

  it('keeps both of two parallel changes', async () => {
    const service = await aService(app, owner);
    const fields = [{ price: 10 }, { name: 'Other' }, { horizon_days: 10 }, { buffer_after_min: 5 }, { public: false }];
    await Promise.all(fields.map((one) => call('patch', `/services/${service._id}`).send(one).expect(200)));
    const { body } = await call('get', `/services/${service._id}`);
    expect(body).toMatchObject(Object.assign({}, ...fields) as object);
  });

  it('lists by kind and activity, in pages', async () => {
    const company = await registerCompany(app);
    const first = await aService(app, company);
    const second = await aService(app, company, { active: false });
    const third = await aService(app, company, { kind: 'boarding' });
    const ids = async (query: string): Promise<string[]> =>
      (await call('get', `/services${query}`, company).expect(200)).body.items.map(({ _id }: { _id: string }) => _id);
    expect(await ids('')).toEqual([first._id, second._id, third._id]);
    expect(await ids('?active=false')).toEqual([second._id]);
    expect(await ids('?kind=boarding&active=true')).toEqual([third._id]);
    const { nextCursor } = (await call('get', '/services?limit=2', company)).body;
    expect(await ids(`?limit=2&cursor=${nextCursor}`)).toEqual([third._id]);
    await call('get', '/services?active=perhaps', company).expect(400);
  });

  it('publishes that the catalog changed', async () => {
    const heard: string[] = [];
    const stop = app.app.get(EventBus).on('catalog.changed', ({ companyId }) => void heard.push(companyId));
    const service = await aService(app, owner);
    await call('patch', `/services/${service._id}`).send({ name: 'Wash' }).expect(200);
    await call('delete', `/services/${service._id}`).expect(204);
    stop();
    expect(heard).toEqual(Array(3).fill(owner.company._id));
    await call('get', `/services/${service._id}`).expect(404);
  });

  it('lets staff read and managers change, each in their own company', async () => {
    const service = await aService(app, owner);
    const [staff, manager] = [await aStaffMember(app, owner), await aStaffMember(app, owner, { role: 'manager' })];
    await call('get', `/services/${service._id}`, staff).expect(200);
    await call('patch', `/services/${service._id}`, staff).send({ name: 'Mine' }).expect(403);
    await call('patch', `/services/${service._id}`, manager).send({ name: 'Ours' }).expect(200);
    for (const method of ['get', 'delete'] as const)
      await call(method, `/services/${service._id}`, stranger).expect(404);
    await call('patch', `/services/${service._id}`, stranger).send({ name: 'Theirs' }).expect(404);
    expect((await call('get', '/services', stranger)).body.items).toEqual([]);
  });
});

function addOn(key: string): object {
  return { key, name: 'Nails', minutes: 10, price: 5 };
}

function requirement(fields: object): object {
  return { resource_type_id: NOBODY, ...fields };
}
