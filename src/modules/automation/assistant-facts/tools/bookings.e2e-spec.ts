import request from 'supertest';
import { aPublicSalon, aWeekday, type PublicSalon } from '../../../../../test/builders/public-booking.js';
import { AssistantCustomer, codeOf, valueOf } from '../../../../../test/support/assistant-customer.js';
import { openRawDatabase, type RawDatabase } from '../../../../../test/support/raw-database.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import type { ToolOutcome } from '../../assistant-core/index.js';

const CONTACTS = 50;

describe('bookings of the assistant', () => {
  let app: TestApp;
  let raw: RawDatabase;
  let salon: PublicSalon;
  let customer: AssistantCustomer;
  const day = aWeekday();

  beforeAll(async () => {
    app = await startTestApp();
    raw = await openRawDatabase(app);
  });
  beforeEach(() => open());
  afterAll(async () => {
    await raw.close();
    await app.close();
  });

  const open = async (settings: Record<string, unknown> = {}, service: Record<string, unknown> = {}): Promise<void> => {
    salon = await aPublicSalon(app, settings, service);
    customer = await AssistantCustomer.of(app, salon);
  };
  const withPet = async (fields: Record<string, unknown> = {}): Promise<void> => {
    await customer.pet(fields);
    await customer.load();
  };
  const bath = { service: 's1', pet: null, appointment: null, from: day, to: day, part_of_day: null, time: null };
  const find = (more: object = {}, of = customer): Promise<ToolOutcome> =>
    of.run({ name: 'find_slots', args: { ...bath, ...more } });
  const hold = (offer: string, of = customer): Promise<ToolOutcome> => of.run({ name: 'hold_slot', args: { offer } });
  const confirm = (offer: string, of = customer, more: object = {}): Promise<ToolOutcome> =>
    of.run({ name: 'confirm_booking', args: { offer } }, more);
  const timesOf = (outcome: ToolOutcome): string[] =>
    (valueOf(outcome)['offers'] as { starts_at: string }[]).map(({ starts_at }) => starts_at.slice(11, 16));
  const first = (of = customer): string => of.offers[0]!.alias;
  const booked = (): Promise<number> =>
    raw.db.collection('appointments').countDocuments({ company_id: customer.scope.companyId, state: 'CONFIRMED' });

  describe('a search', () => {
    it('offers five times of the day, in order', async () => {
      await customer.load();
      expect(timesOf(await find())).toHaveLength(5);
      expect(timesOf(await find())).toEqual(timesOf(await find()).toSorted());
      valueOf(await find({ to: aWeekday(9) }));
      expect(new Set(customer.offers.map(({ starts_at }) => starts_at.getUTCDate())).size).toBe(5);
    });

    it('offers the times that are nearest to the wished one, of each day', async () => {
      await customer.load();
      expect(timesOf(await find({ time: '14:10' }))).toEqual(['13:45', '14:00', '14:15', '14:30', '14:45']);
      expect(timesOf(await find({ time: '14:00', to: aWeekday(9) }))).toEqual(Array(5).fill('14:00'));
    });

    it('keeps to the part of the day, and finds nothing in days that are over', async () => {
      await customer.load();
      const [morning, afternoon] = [await find({ part_of_day: 'morning' }), await find({ part_of_day: 'afternoon' })];
      expect(timesOf(morning).map((time) => time < '12:00')).toEqual(Array(5).fill(true));
      expect(timesOf(afternoon).map((time) => time >= '12:00')).toEqual(Array(5).fill(true));
      expect(timesOf(await find({ part_of_day: 'evening' }))).toEqual([]);
      expect(timesOf(await find({ from: '2020-01-01', to: '2020-01-05' }))).toEqual([]);
    });

    it('gives aliases that no earlier search has given', async () => {
      await customer.load();
      await find();
      const aliases = customer.offers.map(({ alias }) => alias);
      expect(aliases).toEqual(['o1', 'o2', 'o3', 'o4', 'o5']);
      await find();
      expect(customer.offers.map(({ alias }) => alias)).toEqual(['o6', 'o7', 'o8', 'o9', 'o10']);
      expect(codeOf(await hold('o1'))).toBe('OFFER_EXPIRED');
    });

    it('does not guess the pet, and refuses one that the service does not take', async () => {
      await open({}, { accepted_species: ['dog', 'cat'] });
      await customer.pet({ name: 'Rex', species: 'dog' });
      await customer.pet({ name: 'Kiki', species: 'parrot' });
      await customer.load();
      expect((await find()).ok).toBe(true);
      expect(customer.offers[0]?.pet_id).toBe(customer.aliases.pets[0]);
      expect(codeOf(await find({ pet: 'p2' }))).toBe('NOT_ALLOWED');
      await withPet({ name: 'Mimi', species: 'cat' });
      expect(codeOf(await find())).toBe('NOT_ALLOWED');
      expect((await find({ pet: 'p3' })).ok).toBe(true);
    });

    it('finds no service that customers may not book', async () => {
      await customer.load();
      await request(app.url)
        .patch(`/api/v1/services/${salon.serviceId}`)
        .set(salon.auth)
        .send({ public: false })
        .expect(200);
      expect(codeOf(await find())).toBe('NOT_FOUND');
    });
  });

  it('books a held time for the pet, in the name of the assistant', async () => {
    await withPet({ name: 'Luna' });
    await find({ pet: 'p1' });
    expect(valueOf(await hold(first()))).toEqual({ price: '$80.00', notes: [] });
    expect(await booked()).toBe(0);
    const starts_at = customer.offers[0]!.starts_at.toISOString();
    const link = expect.stringMatching(/\/booking\/manage\/[\w.-]+$/);
    const value = { service: 'Bath', pet: 'Luna', starts_at, status: 'booked', link };
    expect(valueOf(await confirm(first()))).toEqual(value);
    expect((await customer.load()).appointments).toMatchObject([{ alias: 'a1', service: 'Bath', starts_at }]);
    const stored = await raw.db.collection('appointments').findOne({ company_id: customer.scope.companyId });
    expect(stored).toMatchObject({
      state: 'CONFIRMED',
      source: 'assistant',
      contact_id: customer.context().contact_id,
    });
  });

  it('finds its hold and its booking again after a crash, also in parallel', async () => {
    await withPet();
    await find();
    const { key } = customer.context();
    const held = await Promise.all(
      [1, 2, 3].map(() => customer.run({ name: 'hold_slot', args: { offer: 'o1' } }, { key })),
    );
    expect(new Set(held.map((one) => JSON.stringify(one))).size).toBe(1);
    const bookings = await Promise.all([1, 2, 3].map(() => confirm('o1', customer, { key: `${key}:2` })));
    expect(new Set(bookings.map((one) => JSON.stringify(valueOf(one)))).size).toBe(1);
    expect(await confirm('o1', customer, { key: `${key}:2` })).toEqual(bookings[0]);
    expect(await raw.db.collection('appointments').countDocuments({ company_id: customer.scope.companyId })).toBe(1);
  });

  it('replaces the hold when the customer chooses another time', async () => {
    await withPet();
    await find({ time: '10:00' });
    expect((await hold('o1')).ok).toBe(true);
    expect((await hold('o2')).ok).toBe(true);
    expect(codeOf(await confirm('o1'))).toBe('OFFER_EXPIRED');
    expect((await confirm('o2')).ok).toBe(true);
    expect(await booked()).toBe(1);
  });

  it(`gives one of ${CONTACTS} customers the time, and the others SLOT_TAKEN`, async () => {
    const customers = await Promise.all(Array.from({ length: CONTACTS }, () => AssistantCustomer.of(app, salon)));
    for (const one of customers) {
      await one.load();
      await find({ time: '10:00' }, one);
    }
    const outcomes = await Promise.all(
      customers.map(async (one) => {
        const { alias } = one.offers.find(({ starts_at }) => starts_at.toISOString().includes('T10:00'))!;
        const held = await hold(alias, one);
        return held.ok ? confirm(alias, one) : held;
      }),
    );
    const codes = Map.groupBy(outcomes.map(codeOf), (code) => code);
    expect([codes.get('OK')?.length, codes.get('SLOT_TAKEN')?.length]).toEqual([1, CONTACTS - 1]);
    expect(await booked()).toBe(1);
  });

  it('says OFFER_EXPIRED for an offer that is too old, and for a hold that has ended', async () => {
    await withPet();
    await find();
    const old = customer.offers.map((offer) => ({ ...offer, expires_at: new Date() }));
    expect(codeOf(await customer.run({ name: 'hold_slot', args: { offer: 'o1' } }, { offers: old }))).toBe(
      'OFFER_EXPIRED',
    );
    expect(codeOf(await confirm('o1'))).toBe('OFFER_EXPIRED');
    expect((await hold('o1')).ok).toBe(true);
    const filter = { company_id: customer.scope.companyId, state: 'HELD' };
    await raw.db.collection('appointments').updateOne(filter, { $set: { exp: new Date(0) } });
    expect(codeOf(await confirm('o1'))).toBe('OFFER_EXPIRED');
  });

  it('says pending, not booked, while staff have to approve', async () => {
    await open({ public_approval: true });
    await withPet();
    await find();
    await hold(first());
    expect(valueOf(await confirm(first()))).toMatchObject({ status: 'pending' });
    expect((await customer.load()).appointments).toMatchObject([{ status: 'pending' }]);
  });

  it('tells what the customer has to prove, and holds nothing that a gate blocks', async () => {
    await open({}, { gates: [{ kind: 'vaccination', name: 'Rabies', mode: 'allow_with_upload' }] });
    await withPet();
    await find();
    expect(valueOf(await hold(first()))['notes']).toEqual(['Please send us proof of this vaccination: Rabies.']);
    expect(valueOf(await confirm(first()))).toMatchObject({ status: 'pending' });
    await open({}, { gates: [{ kind: 'vaccination', name: 'Rabies', mode: 'block' }] });
    await withPet();
    await find();
    expect(await hold(first())).toMatchObject({ code: 'NOT_ALLOWED', message: expect.stringContaining('Rabies') });
    expect(await raw.db.collection('appointments').countDocuments({ company_id: customer.scope.companyId })).toBe(0);
  });

  it('keeps to the lead time of online booking', async () => {
    await open({}, { public_lead_time_min: 60 * 24 * 30 });
    await withPet();
    expect(timesOf(await find())).toEqual([]);
  });
});
