import request from 'supertest';
import {
  aStaffMember,
  type LoggedIn,
  type RegisteredCompany,
  registerCompany,
} from '../../../../../test/builders/accounts.js';
import { aResource, aResourceType, aSchedule, aService } from '../../../../../test/builders/catalog.js';
import { aPet } from '../../../../../test/builders/pets.js';
import { Salon } from '../../../../../test/support/salon.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { AvailabilityGrid, compileRules, type SearchQuery, searchSlots } from '../../engine/index.js';
import { BookingCatalog } from '../snapshot/booking-catalog.js';
import { toBookingRules } from './booking-rules.js';

/** A Monday in the future; Lisbon is at UTC then. */
const MONDAY = '2030-01-07';
const NOW = new Date('2029-12-20T00:00:00Z');

describe('the rules of a catalog', () => {
  let app: TestApp;
  let owner: RegisteredCompany;
  let groomer: LoggedIn;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    owner = await registerCompany(app, { time_zone: 'Europe/Lisbon' });
    groomer = await aStaffMember(app, owner);
  });
  afterAll(() => app.close());

  const post = async (path: string, fields: object): Promise<void> => {
    await request(app.url).post(`/api/v1${path}`).set(owner.auth).send(fields).expect(201);
  };
  const startsOf = async (service: { _id: string }, query: Partial<SearchQuery> = {}): Promise<string[]> => {
    const catalog = await app.app.get(BookingCatalog).loadCatalog(CompanyScope.of(owner.company._id));
    const days = { from: query.from ?? MONDAY, to: query.from ?? MONDAY };
    const grid = new AvailabilityGrid(compileRules(toBookingRules(catalog, NOW)), days, new Map());
    const search = { service_id: service._id, channel: 'public' as const, now: NOW, ...days, ...query };
    const found = searchSlots(grid, search).byDay();
    return found.flatMap(({ slots }) => slots.map(({ starts_at }) => starts_at.toISOString().slice(11, 16)));
  };
  const works = (windows: object[], more: object = {}) =>
    aSchedule(app, owner, groomer.user._id, { weekly: [{ weekday: 1, windows }], ...more });
  const MORNING = [{ from: '09:00', to: '11:00' }];

  it('offers starts at the steps of the schedule', async () => {
    await works(MORNING);
    expect(await startsOf(await aService(app, owner, { step_min: 30 }))).toEqual(['09:00', '09:30', '10:00', '10:30']);
    expect(await startsOf(await aService(app, owner, { step_min: 30, duration_min: 90 }))).toEqual(['09:00', '09:30']);
    await works(MORNING, { bookable: false });
    expect(await startsOf(await aService(app, owner))).toEqual([]);
  });

  it('applies overrides, A/B weeks, repeating time off and closures', async () => {
    const service = await aService(app, owner, { step_min: 60, duration_min: 60, horizon_days: 365 });
    const overrides = [{ date: MONDAY, windows: [{ from: '09:00', to: '10:00' }], kind: 'remove' }];
    await works([{ from: '09:00', to: '13:00' }], { overrides });
    expect(await startsOf(service)).toEqual(['10:00', '11:00', '12:00']);
    const times = { starts_at: '2029-12-03T10:00:00Z', ends_at: '2029-12-03T11:00:00Z' };
    await post('/time-off', { staff_id: groomer.user._id, ...times, repeat: { weekly: true, until: '2030-01-10' } });
    expect(await startsOf(service)).toEqual(['11:00', '12:00']);
    await post('/closures', { name: 'Late', starts_on: MONDAY, ends_on: MONDAY, from: '12:00', to: '24:00' });
    expect(await startsOf(service)).toEqual(['11:00']);
    expect(await startsOf(service, { from: '2030-01-14' })).toEqual(['09:00', '10:00', '11:00', '12:00']);
    await post('/closures', { name: 'Closed', starts_on: '2030-01-01', ends_on: '2030-01-31' });
    expect(await startsOf(service, { from: '2030-01-14' })).toEqual([]);
  });

  it('requires staff and a suitable table as the service says', async () => {
    const type = await aResourceType(app, owner);
    await aResource(app, owner, type._id, { attributes: { max_kg: 20 } });
    await aResource(app, owner, type._id, { active: false });
    const requirements = [{ resource_type_id: type._id }];
    const service = await aService(app, owner, { requirements, require_staff: false, step_min: 720 });
    expect(await startsOf(service)).toEqual(['00:00', '12:00']);
    const petOf = (weight_kg: number): Partial<SearchQuery> => ({ pets: [{ species: 'dog', weight_kg }] });
    expect(await startsOf(service, petOf(20))).toHaveLength(2);
    expect(await startsOf(service, petOf(21))).toEqual([]);
    expect(await startsOf(await aService(app, owner, { requirements }))).toEqual([]);
  });

  it('adds pet matrix deltas to durations', async () => {
    await works(MORNING);
    const pet_matrix = [
      { size: 'giant', minutes_delta: 60 },
      { species: 'cat', refuse: true },
    ];
    const service = await aService(app, owner, { pet_matrix, step_min: 30, accepted_species: ['dog', 'cat'] });
    const petOf = (species: string, weight_kg: number): Partial<SearchQuery> => ({ pets: [{ species, weight_kg }] });
    expect(await startsOf(service, petOf('dog', 45))).toHaveLength(4);
    expect(await startsOf(service, petOf('dog', 46))).toEqual(['09:00', '09:30']);
    expect(await startsOf(service, petOf('cat', 4))).toEqual([]);
    expect(await startsOf(service, petOf('owl', 1))).toEqual([]);
  });

  it('uses separate lead times for public and staff', async () => {
    await works(MORNING);
    const service = await aService(app, owner, { lead_time_min: 60, public_lead_time_min: 90, step_min: 30 });
    const now = new Date(`${MONDAY}T08:30:00Z`);
    expect(await startsOf(service, { now })).toEqual(['10:00', '10:30']);
    expect(await startsOf(service, { now, channel: 'staff' })).toEqual(['09:30', '10:00', '10:30']);
  });

  it('lets staff book further ahead than the public', async () => {
    await works(MORNING);
    const service = await aService(app, owner, { step_min: 60, horizon_days: 7, staff_horizon_days: 28 });
    const to = (now: string, channel: 'public' | 'staff') => startsOf(service, { now: new Date(now), channel });
    expect(await to('2029-12-31T00:00:00Z', 'public')).toHaveLength(2);
    expect(await to('2029-12-30T00:00:00Z', 'public')).toEqual([]);
    expect(await to('2029-12-10T00:00:00Z', 'staff')).toHaveLength(2);
    expect(await to('2029-12-09T00:00:00Z', 'staff')).toEqual([]);
  });

  it('hides starts from customers that leave less than a person’s shortest service', async () => {
    await works([{ from: '09:00', to: '12:00' }]);
    const hour = await aService(app, owner, { duration_min: 60, step_min: 30 });
    const all = ['09:00', '09:30', '10:00', '10:30', '11:00'];
    const hide = (hide_dead_gaps: boolean) =>
      request(app.url).patch('/api/v1/booking-settings').set(owner.auth).send({ hide_dead_gaps }).expect(200);
    await aService(app, owner, { duration_min: 30, active: false });
    await aService(app, owner, { duration_min: 30, public: false });
    expect(await startsOf(hour)).toEqual(all);
    await hide(true);
    expect(await startsOf(hour)).toEqual(['09:00', '10:00', '11:00']);
    expect(await startsOf(hour, { channel: 'staff' })).toEqual(all);
    // The segment without staff fits between two of half an hour.
    const segments = [
      { minutes: 30, staff: true },
      { minutes: 60, staff: false },
    ];
    const soak = await aService(app, owner, { duration_min: 90, segments });
    expect(await startsOf(hour)).toEqual(all);
    await request(app.url).patch(`/api/v1/services/${soak._id}`).set(owner.auth).send({ active: false }).expect(200);
    expect(await startsOf(hour)).toEqual(['09:00', '10:00', '11:00']);
    const quick = { staff_id: groomer.user._id, duration_min: 30 };
    await aService(app, owner, { duration_min: 45, staff_overrides: [quick] });
    expect(await startsOf(hour)).toEqual(all);
    await hide(false);
    expect(await startsOf(hour)).toEqual(all);
  });

  it('continues boarding on a public holiday, and sells daycare by the half day', async () => {
    const kennels = await aResourceType(app, owner, { kind: 'pool', cell: 'night' });
    await aResource(app, owner, kennels._id, { capacity: 4 });
    const stay = await aService(app, owner, {
      kind: 'boarding',
      requirements: [{ resource_type_id: kennels._id }],
      arrival: { from: '09:00', to: '10:00' },
      step_min: 30,
      horizon_days: 365,
    });
    const christmas = { from: '2029-12-24', nights: 2 };
    expect(await startsOf(stay, christmas)).toEqual(['09:00', '09:30']);
    await request(app.url).post('/api/v1/closures/holiday-packs').set(owner.auth).send({ country: 'PT', year: 2029 });
    expect(await startsOf(stay, christmas)).toEqual(['09:00', '09:30']);
    expect(await startsOf(stay, { from: '2029-12-25', nights: 2 })).toEqual([]);
    await post('/closures', { name: 'Away', starts_on: '2029-12-25', ends_on: '2029-12-25' });
    expect(await startsOf(stay, christmas)).toEqual([]);
    const places = await aResourceType(app, owner, { kind: 'pool', cell: 'half_day' });
    await aResource(app, owner, places._id, { capacity: 10 });
    const day = { kind: 'daycare', requirements: [{ resource_type_id: places._id }], step_min: 60 };
    const half = await aService(app, owner, { ...day, half_day: true, arrival: { from: '08:00', to: '10:00' } });
    expect(await startsOf(half)).toEqual(['08:00', '09:00', '12:00', '13:00']);
  });

  describe('in the diary', () => {
    const LUNCH = { starts_at: '12:00', ends_at: '13:00' };
    const diaryOf = async (salon: Salon, days: object = { from: salon.monday, to: salon.monday }) =>
      (await salon.call('get', '/appointments/diary').query(days).expect(200)).body;

    it('show appointments and holds with people, working times, time off and closures', async () => {
      const salon = await Salon.open(app);
      const { monday, groomer: ana } = salon;
      const pet = await aPet(app, salon.owner, salon.contact._id, { name: 'Luna', breed: 'Poodle', notes: 'Old' });
      const overrides = [{ date: monday, windows: [{ from: '17:00', to: '18:00' }], kind: 'remove' }];
      await aSchedule(app, salon.owner, ana.user._id, { overrides });
      const [starts_at, ends_at] = [salon.at(LUNCH.starts_at), salon.at(LUNCH.ends_at)];
      await salon.call('post', '/time-off').send({ staff_id: ana.user._id, starts_at, ends_at, reason: 'Lunch' });
      const closed = { name: 'Training', starts_on: monday, ends_on: monday, from: '16:00', to: '17:00' };
      await salon.call('post', '/closures', salon.owner).send(closed).expect(201);
      const { _id } = await salon.booked('09:00', { pet_ids: [pet._id], notes: 'shy' });
      const cancelled = await salon.booked('14:00');
      await salon.call('post', `/appointments/${cancelled._id}/cancel`).send({}).expect(200);
      const { hold } = (await salon.hold('10:00').expect(201)).body;
      const diary = await diaryOf(salon);
      expect(diary).toMatchObject({
        time_zone: 'UTC',
        appointments: [
          {
            _id,
            notes: 'shy',
            service_name: 'Bath',
            contact: { _id: salon.contact._id, full_name: salon.contact.full_name },
            pets: [{ _id: pet._id, name: 'Luna', species: 'dog', breed: 'Poodle', notes: 'Old' }],
          },
        ],
        holds: [{ _id: hold._id, expires_at: hold.expires_at, contact: null }],
        staff: [{ _id: ana.user._id, windows: [{ starts_at: salon.at('09:00'), ends_at: salon.at('17:00') }] }],
        time_off: [{ staff_id: ana.user._id, starts_at, ends_at, reason: 'Lunch', status: 'requested' }],
        closures: [{ name: 'Training', starts_at: salon.at('16:00'), ends_at: salon.at('17:00') }],
      });
      const { body } = await salon
        .call('get', '/appointments/diary/counts')
        .query({ from: monday, to: monday })
        .expect(200);
      expect(body.days).toEqual([{ date: monday, booked: 1, pending: 0 }]);
    });

    it('name no customers and pets to an API key that may not read them', async () => {
      const salon = await Salon.open(app);
      const pet = await aPet(app, salon.owner, salon.contact._id, { name: 'Luna', temperament: ['bites'] });
      await salon.booked('09:00', { pet_ids: [pet._id] });
      const rowFor = async (...permissions: string[]) => {
        const { body } = await salon
          .call('post', '/api-keys', salon.owner)
          .send({ name: 'Bot', permissions })
          .expect(201);
        const bot = request(app.url).get('/api/v1/appointments/diary').set('authorization', `Bearer ${body.key}`);
        return (await bot.query({ from: salon.monday, to: salon.monday }).expect(200)).body.appointments[0];
      };
      expect(await rowFor('booking:read')).toMatchObject({ service_name: 'Bath', contact: null, pets: [] });
      const mayRead = await rowFor('booking:read', 'contacts:read', 'pets:read');
      expect(mayRead).toMatchObject({ contact: { _id: salon.contact._id }, pets: [{ name: 'Luna' }] });
    });

    it('show a company only its own days', async () => {
      const [mine, other] = [await Salon.open(app), await Salon.open(app)];
      await mine.booked('09:00');
      await mine.hold('10:00').expect(201);
      const { appointments, holds, staff } = await diaryOf(other);
      expect([appointments, holds]).toEqual([[], []]);
      expect(staff.map(({ _id }: { _id: string }) => _id)).toEqual([other.groomer.user._id]);
      const long = { from: '2030-01-01', to: '2030-02-01' };
      await other.call('get', '/appointments/diary').query(long).expect(400);
    });
  });
});
