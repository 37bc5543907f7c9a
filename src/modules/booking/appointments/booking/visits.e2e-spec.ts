import { aResource, aResourceType, aService } from '../../../../../test/builders/catalog.js';
import { aPet } from '../../../../../test/builders/pets.js';
import { Salon } from '../../../../../test/support/salon.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

const DAY_MS = 86_400_000;

describe('visits of several pets, and stays', () => {
  let app: TestApp;
  let salon: Salon;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    salon = await Salon.open(app);
  });
  afterAll(() => app.close());

  const pets = async (count: number): Promise<string[]> => {
    const made = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        aPet(app, salon.owner, salon.contact._id, { name: `Pet ${index}`, weight_kg: 5 + index * 30 }),
      ),
    );
    return made.map(({ _id }) => _id);
  };
  const date = (days: number): string => new Date(Date.parse(salon.monday) + days * DAY_MS).toISOString().slice(0, 10);

  it('books a family in parallel, all or none', async () => {
    const colleague = await salon.hire();
    const three = await pets(3);
    const service = await aService(app, salon.owner, { price: 50, pets: { max: 3 } });
    const input = { service_id: service._id, pet_ids: three };
    const { body: refused } = await salon.book('09:00', input).expect(422);
    expect(refused.details.rule).toBe('NOT_WORKING');
    await salon.hire();
    await salon.book('10:00', { pet_ids: [] }).expect(201);
    expect((await salon.book('10:00', input).expect(409)).body.code).toBe('SLOT_TAKEN');
    const booked = await salon.booked('09:00', input);
    expect(booked).toMatchObject({ pet_ids: three, pet_id: three[0], price: 150, ends_at: salon.at('09:30') });
    const lines = booked['lines'] as { pet_id: string; staff_id: string; starts_at: string }[];
    expect(lines.map(({ pet_id }) => pet_id)).toEqual(three);
    expect(new Set(lines.map(({ staff_id }) => staff_id)).size).toBe(3);
    expect(lines.map(({ staff_id }) => staff_id)).toContain(colleague.user._id);
  });

  it('books pets one after another with one person', async () => {
    const two = await pets(2);
    const service = await aService(app, salon.owner, { pets: { max: 2, plan: 'sequence' } });
    const { lines, ends_at } = await salon.booked('09:00', { service_id: service._id, pet_ids: two });
    expect(ends_at).toBe(salon.at('10:00'));
    expect(lines).toMatchObject([
      { starts_at: salon.at('09:00'), staff_id: salon.groomer.user._id },
      { starts_at: salon.at('09:30'), staff_id: salon.groomer.user._id },
    ]);
  });

  it('books a service and a person for each pet', async () => {
    const colleague = await salon.hire();
    const [first, second] = await pets(2);
    const nails = await aService(app, salon.owner, { name: 'Nails', duration_min: 15, price: 1_000 });
    const items = [
      { service_id: salon.service._id, pet_id: first, staff_id: colleague.user._id },
      { service_id: nails._id, pet_id: second, staff_id: salon.groomer.user._id },
    ];
    const booked = await salon.booked('09:00', { service_id: undefined, items });
    expect(booked).toMatchObject({
      price: 9_000,
      lines: [
        { service_id: salon.service._id, staff_id: colleague.user._id, ends_at: salon.at('10:00') },
        { service_id: nails._id, staff_id: salon.groomer.user._id, ends_at: salon.at('09:15') },
      ],
    });
    const { body } = await salon.call('patch', `/appointments/${booked._id}`).send({ starts_at: salon.at('11:00') });
    expect(body.appointment).toMatchObject({ price: 9_000, lines: [{ staff_id: colleague.user._id }, {}] });
  });

  it('refuses too many pets and pets of other contacts', async () => {
    const two = await pets(2);
    const { body } = await salon.hold('09:00', { pet_ids: two }).expect(422);
    expect(body).toMatchObject({
      code: 'SLOT_NOT_OFFERED',
      message: expect.stringContaining('number of pets'),
      details: { rule: 'PET_COUNT' },
    });
    const other = await salon.call('post', '/contacts').send({ full_name: 'Somebody Else' }).expect(201);
    const stray = await aPet(app, salon.owner, String(other.body._id));
    expect((await salon.book('09:00', { pet_ids: [stray._id] }).expect(422)).body.code).toBe('PET_OF_ANOTHER_CONTACT');
  });

  it('plans a hold again for a pet of the confirmation if the new quote is accepted', async () => {
    const [small, large] = await pets(2);
    const pet_matrix = [{ size: 'large', minutes: 90, price: 120 }];
    const service = await aService(app, salon.owner, { price: 60, pet_matrix });
    const { body } = await salon.hold('09:00', { service_id: service._id }).expect(201);
    expect(body.hold).toMatchObject({ ends_at: salon.at('09:30'), price: 60 });
    const confirmed = await salon.confirmWithNewQuote(body.hold._id, [large as string]);
    expect(confirmed).toMatchObject({ ends_at: salon.at('10:30'), price: 120, pet_ids: [large] });
    expect(await salon.starts({ service_id: service._id, pet_ids: small })).not.toContain('10:00');
  });

  it('uses the duration and price of a person', async () => {
    const slow = await salon.hire();
    const staff_overrides = [{ staff_id: slow.user._id, duration_min: 120, price: 40 }];
    const service = await aService(app, salon.owner, { duration_min: 60, price: 80, step_min: 60, staff_overrides });
    const { slots } = await salon.day({ service_id: service._id });
    expect(slots.filter(({ starts_at }) => starts_at === salon.at('09:00'))).toEqual([
      { starts_at: salon.at('09:00'), ends_at: salon.at('10:00'), staff_ids: [salon.groomer.user._id] },
      { starts_at: salon.at('09:00'), ends_at: salon.at('11:00'), staff_ids: [slow.user._id] },
    ]);
    const input = { service_id: service._id };
    expect(await salon.booked('09:00', { ...input, staff_id: slow.user._id })).toMatchObject({
      ends_at: salon.at('11:00'),
      price: 40,
      service_id: service._id,
    });
    expect(await salon.booked('09:00', input)).toMatchObject({ staff_id: salon.groomer.user._id, price: 80 });
  });

  it('uses the duration and price of each pet’s person', async () => {
    const slow = await salon.hire();
    const two = await pets(2);
    const staff_overrides = [{ staff_id: slow.user._id, duration_min: 120, price: 4_000 }];
    const service = await aService(app, salon.owner, {
      duration_min: 60,
      price: 8_000,
      pets: { max: 2 },
      staff_overrides,
    });
    const booked = await salon.booked('09:00', { service_id: service._id, pet_ids: two });
    expect(booked).toMatchObject({ price: 12_000, ends_at: salon.at('11:00') });
    const lines = booked['lines'] as { staff_id: string; ends_at: string; price: number }[];
    expect(lines.find(({ staff_id }) => staff_id === slow.user._id)).toMatchObject({
      ends_at: salon.at('11:00'),
      price: 4_000,
    });
    expect(lines.find(({ staff_id }) => staff_id !== slow.user._id)).toMatchObject({
      ends_at: salon.at('10:00'),
      price: 8_000,
    });
  });

  it('uses only the resources that a service names', async () => {
    const type = await aResourceType(app, salon.owner);
    await aResource(app, salon.owner, type._id);
    const named = await aResource(app, salon.owner, type._id, { name: 'Table 2' });
    const requirements = [{ resource_type_id: type._id, resource_ids: [named._id] }];
    const service = await aService(app, salon.owner, { requirements });
    expect(await salon.booked('09:00', { service_id: service._id })).toMatchObject({ resources: [named._id] });
  });

  it('books a week of boarding while a kennel is free', async () => {
    const type = await aResourceType(app, salon.owner, { name: 'Kennel', kind: 'unit', cell: 'night' });
    const kennel = await aResource(app, salon.owner, type._id, { name: 'Kennel 1' });
    const stay = await aService(app, salon.owner, {
      name: 'Boarding',
      kind: 'boarding',
      price: 30,
      max_nights: 14,
      requirements: [{ resource_type_id: type._id }],
    });
    const week = { service_id: stay._id, ends_at: `${date(7)}T12:00:00Z` };
    const booked = await salon.booked('10:00', week);
    expect(booked).toMatchObject({
      nights: 7,
      price: 210,
      resources: [kennel._id],
      ends_at: `${date(7)}T18:00:00.000Z`,
    });
    const later = { service_id: stay._id, nights: 1, starts_at: `${date(6)}T10:00:00Z` };
    expect((await salon.book('10:00', later).expect(409)).body.code).toBe('SLOT_TAKEN');
    await salon.book('10:00', { ...later, starts_at: `${date(7)}T10:00:00Z` }).expect(201);
    expect((await salon.hold('10:00', { ...later, nights: 15 }).expect(422)).body.details.rule).toBe('NIGHTS');
    const inside = { from: `${date(3)}T00:00:00Z`, to: `${date(4)}T00:00:00Z`, resource_id: kennel._id };
    const { body } = await salon.call('get', '/appointments').query(inside).expect(200);
    expect(body.items).toMatchObject([{ _id: booked._id }]);
  });

  it('lets siblings share a kennel, and charges and checks each of them', async () => {
    const type = await aResourceType(app, salon.owner, { name: 'Kennel', kind: 'unit', cell: 'night' });
    const kennel = await aResource(app, salon.owner, type._id, { name: 'Kennel 1' });
    const stay = await aService(app, salon.owner, {
      kind: 'boarding',
      price: 30,
      pets: { max: 3, share: 2 },
      requirements: [{ resource_type_id: type._id }],
      gates: [{ kind: 'vaccination', name: 'Rabies', mode: 'warn' }],
    });
    const [first, second, third] = await pets(3);
    const input = { service_id: stay._id, nights: 2 };
    expect((await salon.book('10:00', { ...input, pet_ids: [first, second, third] }).expect(409)).body.code).toBe(
      'SLOT_TAKEN',
    );
    const { body } = await salon.hold('10:00', { ...input, pet_ids: [first] }).expect(201);
    const appointment = await salon.confirmWithNewQuote(body.hold._id, [first as string, second as string]);
    expect(appointment).toMatchObject({ price: 120, resources: [kennel._id] });
    expect(appointment.lines).toMatchObject([
      { pet_id: first, price: 60, resource_ids: [kennel._id] },
      { pet_id: second, price: 60, resource_ids: [kennel._id] },
    ]);
    expect(appointment.warnings).toMatchObject([{ pet_id: first }, { pet_id: second }]);
    await salon.book('10:00', { ...input, pet_ids: [third] }).expect(409);
  });

  it('books daycare', async () => {
    const type = await aResourceType(app, salon.owner, { name: 'Garden', kind: 'pool', cell: 'half_day' });
    await aResource(app, salon.owner, type._id, { name: 'Garden', capacity: 2 });
    const requirements = [{ resource_type_id: type._id }];
    const day = await aService(app, salon.owner, { name: 'Day', kind: 'daycare', requirements });
    const input = { service_id: day._id };
    expect(await salon.booked('09:00', input)).toMatchObject({ ends_at: salon.at('18:00') });
    await salon.book('09:15', input).expect(201);
    expect((await salon.book('09:00', input).expect(409)).body.code).toBe('SLOT_TAKEN');
  });

  it('says before the booking which gates a visit would not meet', async () => {
    const [pet_id = ''] = await pets(1);
    const rabies = { kind: 'vaccination', name: 'Rabies' };
    const terms = { kind: 'agreement', name: 'Terms 2026' };
    const flu = { kind: 'vaccination', name: 'Flu' };
    const gates = [
      { ...rabies, mode: 'block' },
      { ...terms, mode: 'allow_with_upload' },
      { ...flu, mode: 'warn' },
    ];
    const { _id: service_id } = await aService(app, salon.owner, { gates });
    const times = { starts_at: salon.at('09:00'), ends_at: salon.at('10:00') };
    const visit = { contact_id: salon.contact._id, service_id, pet_ids: pet_id, ...times };
    const unmet = async (): Promise<object> =>
      (await salon.call('get', '/appointments/unmet-gates').query(visit).expect(200)).body;
    const warnings = [{ ...flu, pet_id }];
    expect(await unmet()).toEqual({
      blocked_by: [{ ...rabies, pet_id }],
      pending_on: [{ ...terms, pet_id }],
      warnings,
    });
    const vaccinations = [{ name: 'rabies', given_on: '2020-01-01', expires_on: salon.monday }];
    await salon.call('patch', `/pets/${pet_id}`).send({ vaccinations }).expect(200);
    await salon.call('post', '/agreements').send({ contact_id: salon.contact._id, name: 'terms 2026' }).expect(201);
    expect(await unmet()).toEqual({ blocked_by: [], pending_on: [], warnings });
  });
});
