import request from 'supertest';
import { type RegisteredCompany, registerCompany } from '../../../../../test/builders/accounts.js';
import { aService } from '../../../../../test/builders/catalog.js';
import { aContact } from '../../../../../test/builders/contacts.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

describe('quotes over HTTP', () => {
  let app: TestApp;
  let owner: RegisteredCompany;

  beforeAll(async () => {
    app = await startTestApp();
    owner = await registerCompany(app);
  });
  afterAll(() => app.close());

  const quote = ({ _id }: { _id: string }, query = '', by = owner) =>
    request(app.url).get(`/api/v1/services/${_id}/quote?${query}`).set(by.auth);
  const aPet = async (fields: object, by = owner): Promise<string> => {
    const contact_id = (await aContact(app, by))._id;
    const pet = { name: 'Rex', contact_id, ...fields };
    return (await request(app.url).post('/api/v1/pets').set(by.auth).send(pet).expect(201)).body._id;
  };
  const groom = (fields: object = {}) =>
    aService(app, owner, {
      duration_min: 60,
      price: 4_000,
      pets: { max: 3, plan: 'parallel' },
      pet_matrix: [
        { species: 'dog', minutes_delta: 15, price_delta: 999 },
        { species: 'dog', size: 'large', minutes: 90, price: 7_000 },
        { species: 'cat', refuse: true },
      ],
      add_ons: [{ key: 'nails', name: 'Nails', minutes: 10, price: 550 }],
      ...fields,
    });

  it('returns minutes and price of each pet by the most specific row', async () => {
    const [small, large] = [
      await aPet({ species: 'dog', weight_kg: 5 }),
      await aPet({ species: 'Dog', weight_kg: 40 }),
    ];
    const service = await groom();
    expect((await quote(service, `pet_ids=${small},${large}`).expect(200)).body).toEqual({
      minutes: 90,
      price: 11_999,
      currency: 'USD',
      lines: [
        { pet_id: small, starts_after_min: 0, minutes: 75, price: 4_999 },
        { pet_id: large, starts_after_min: 0, minutes: 90, price: 7_000 },
      ],
      accepted: true,
    });
    const twice = (await quote(service, `pet_ids=${large}&pet_ids=${small}&add_ons=nails`).expect(200)).body;
    expect(twice).toMatchObject({ minutes: 100, price: 13_099, lines: [{ pet_id: large }, { pet_id: small }] });
    expect((await quote(service).expect(200)).body).toMatchObject({
      minutes: 60,
      price: 4_000,
      lines: [{ pet_id: null }],
    });
  });

  it('plans pets one after another if the service says so', async () => {
    const dogs = [await aPet({ species: 'dog' }), await aPet({ species: 'dog' })].join();
    const sequence = await groom({ pets: { max: 2, plan: 'sequence' }, buffer_after_min: 10 });
    expect((await quote(sequence, `pet_ids=${dogs}`).expect(200)).body.lines).toMatchObject([
      { starts_after_min: 0, minutes: 75 },
      { starts_after_min: 85, minutes: 75 },
    ]);
    const stagger = await groom({ pets: { max: 2, plan: 'stagger', stagger_min: 20 } });
    expect((await quote(stagger, `pet_ids=${dogs}`).expect(200)).body).toMatchObject({ minutes: 95, price: 9_998 });
  });

  it('uses a person’s own duration and reports refused pets', async () => {
    const staff_overrides = [{ staff_id: owner.user._id, duration_min: 40, price: 5_000 }];
    const service = await groom({ staff_overrides });
    const by = `staff_id=${owner.user._id}`;
    expect((await quote(service, by).expect(200)).body).toMatchObject({ minutes: 40, price: 5_000 });
    const [dog, cat] = [await aPet({ species: 'dog' }), await aPet({ species: 'cat' })];
    expect((await quote(service, `${by}&pet_ids=${dog}`)).body).toMatchObject({ minutes: 55, price: 5_999 });
    expect((await quote(service, `pet_ids=${cat}`)).body.accepted).toBe(false);
  });

  it('multiplies by nights', async () => {
    const stay = await aService(app, owner, { kind: 'boarding', price: 30 });
    expect((await quote(stay, 'nights=7').expect(200)).body).toMatchObject({ minutes: 0, price: 210 });
    const addOns = [
      { key: 'walk', name: 'Walk', minutes: 0, price: 10, on: 'every' },
      { key: 'bath', name: 'Bath', minutes: 0, price: 50, on: 'last' },
    ];
    const cared = await aService(app, owner, { kind: 'boarding', duration_min: 60, price: 30, add_ons: addOns });
    const { body } = await quote(cared, 'nights=7&add_ons=walk&add_ons=bath').expect(200);
    expect(body.price).toBe(7 * (30 + 10) + 50);
  });

  it('refuses what the service does not offer', async () => {
    const stranger = await registerCompany(app);
    const [theirs, ours] = [await aPet({}, stranger), await aPet({})];
    const service = await groom({ pets: { max: 1 } });
    const field = async (query: string): Promise<string> =>
      (await quote(service, query).expect(400)).body.details[0].field;
    expect(await field('add_ons=wings')).toBe('add_ons');
    expect(await field(`pet_ids=${ours},${theirs}`)).toBe('pet_ids');
    expect(await field('pet_ids=rex')).toBe('pet_ids');
    expect(await field('nights=0')).toBe('nights');
    await quote(service, `pet_ids=${theirs}`).expect(404);
    await quote(service, `staff_id=${stranger.user._id}`).expect(404);
    await quote(service, '', stranger).expect(404);
    const long = await groom({ duration_min: 1_400, pet_matrix: [], pets: { max: 2, plan: 'sequence' } });
    await quote(long, `pet_ids=${ours},${await aPet({})}`).expect(400);
  });
});
