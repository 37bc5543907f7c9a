import request, { type Test } from 'supertest';
import { aResource, aResourceType, aService } from '../../../../test/builders/catalog.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { aPet } from '../../../../test/builders/pets.js';
import { beforeNext } from '../../../../test/support/before-next.js';
import { type Booked, Salon } from '../../../../test/support/salon.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { ReservationsService } from '../reservations/reservations.service.js';

const TIMES = ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00'];
const FREE = '16:00';
const AT_ONCE = 12;
const DAY_MS = 86_400_000;
const PENDING = { pending_on: [{ kind: 'approval', name: 'approval', pet_id: null }], is_pending: true };

describe('changes of an appointment', () => {
  let app: TestApp;
  let salon: Salon;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    salon = await Salon.open(app);
  });
  afterAll(() => app.close());

  const booked = async (time = '09:00'): Promise<{ path: string; tag: string }> => {
    const path = `/appointments/${(await salon.booked(time))._id}`;
    return { path, tag: await tagOf(path) };
  };
  const tagOf = async (path: string): Promise<string> =>
    String((await salon.call('get', path).expect(200)).headers['etag']);
  const change = (path: string, tag: string, fields: object): Test =>
    salon.call('patch', path).set('if-match', tag).send(fields);

  it('returns the new version and refuses an older one', async () => {
    const { path, tag } = await booked();
    const { body, headers } = await change(path, tag, { notes: 'shy' }).expect(200);
    expect(headers['etag']).toBe(`"${body.appointment.version}"`);
    expect(headers['etag']).not.toBe(tag);
    expect(await tagOf(path)).toBe(headers['etag']);
    for (const fields of [{ notes: 'bold' }, { starts_at: salon.at('11:00') }, { status: 'cancelled' }, {}]) {
      const refused = await change(path, tag, fields).expect(412);
      expect(refused.body).toMatchObject({
        code: 'VERSION_MISMATCH',
        details: {
          version: body.appointment.version,
          appointment: { notes: 'shy', starts_at: salon.at('09:00'), changed_by: salon.groomer.user._id },
        },
      });
    }
    const { body: kept } = await salon.call('get', path).expect(200);
    expect(kept).toMatchObject({ notes: 'shy', starts_at: salon.at('09:00'), status: 'confirmed' });
  });

  it('accepts the current version, any version (*) and no If-Match', async () => {
    const { path, tag } = await booked();
    const fields = { starts_at: salon.at('10:00'), notes: 'later' };
    const { body, headers } = await change(path, `W/${tag}`, fields).expect(200);
    expect(body.appointment).toMatchObject(fields);
    await change(path, '*', { notes: 'any' }).expect(200);
    await salon.call('patch', path).send({ notes: 'whatever' }).expect(200);
    await change(path, String(headers['etag']), { status: 'cancelled' }).expect(412);
    const { body: wrong } = await change(path, 'latest', { notes: 'x' }).expect(400);
    expect(wrong.code).toBe('VALIDATION_ERROR');
  });

  it.each([
    ['notes', (index: number) => ({ notes: `note ${index}` })],
    ['times', (index: number) => ({ starts_at: salon.at(TIMES[index % TIMES.length] as string) })],
    ['endings', (index: number) => (index % 2 ? { status: 'cancelled' } : { notes: `note ${index}` })],
  ])('accepts one of many parallel %s for the same version', async (_, fields) => {
    const { path, tag } = await booked('15:00');
    const sent = await Promise.all(Array.from({ length: AT_ONCE }, (_one, index) => change(path, tag, fields(index))));
    expect(sent.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(AT_ONCE - 1).fill(412)]);
  });

  it('answers SLOT_TAKEN, not VERSION_MISMATCH, after a lost race for a time', async () => {
    const rivals = [];
    for (const time of TIMES) rivals.push(await booked(time));
    const race = await Promise.all(rivals.map(({ path, tag }) => change(path, tag, { starts_at: salon.at(FREE) })));
    const codes = race.map(({ status, body }) => (status === 200 ? 'moved' : body.code)).sort();
    expect(codes).toEqual([...TIMES.slice(1).map(() => 'SLOT_TAKEN'), 'moved']);
  });

  const shown = async (path: string): Promise<Booked> => (await salon.call('get', path).expect(200)).body;
  const patch = (path: string, fields: object, by = salon.groomer): Test => salon.call('patch', path, by).send(fields);
  const preview = async (path: string, fields: object): Promise<Booked> =>
    (await salon.call('post', `${path}/preview`).send(fields).expect(200)).body;
  const pet = async (fields: object = {}): Promise<string> =>
    (await aPet(app, salon.owner, salon.contact._id, { weight_kg: 5, ...fields }))._id;

  it('changes services, pets and add-ons, and prices only new work', async () => {
    const [small, large] = [await pet(), await pet({ weight_kg: 35 })];
    await salon.hire();
    const fields = { price: 5_000, pets: { max: 2 }, pet_matrix: [{ size: 'large', minutes: 60, price: 9_000 }] };
    const nails = { key: 'nails', name: 'Nails', minutes: 15, price: 1_500 };
    const bath = await aService(app, salon.owner, { ...fields, add_ons: [nails] });
    const { _id } = await salon.booked('09:00', { service_id: bath._id, pet_ids: [small] });
    const path = `/appointments/${_id}`;
    await salon.call('patch', `/services/${bath._id}`, salon.owner).send({ price: 5_500 }).expect(200);
    const both = await patch(path, { pet_ids: [small, large] }).expect(200);
    expect(both.body.appointment).toMatchObject({
      price: 14_000,
      ends_at: salon.at('10:00'),
      lines: [
        { pet_id: small, price: 5_000, staff_id: salon.groomer.user._id },
        { pet_id: large, price: 9_000 },
      ],
    });
    const one = await patch(path, { pet_ids: [large], add_ons: ['nails'] }).expect(200);
    expect(one.body.appointment).toMatchObject({ price: 10_500, ends_at: salon.at('10:15'), pet_ids: [large] });
    const other = await patch(path, { service_id: salon.service._id, notes: 'a cut instead' }).expect(200);
    expect(other.body.appointment).toMatchObject({
      service_id: salon.service._id,
      price: 8_000,
      notes: 'a cut instead',
      lines: [{ pet_id: large, add_ons: [] }],
    });
    expect(await salon.starts({ service_id: salon.service._id, staff_id: salon.groomer.user._id })).toContain('10:00');
  });

  it('requires a price if the catalog has another currency than the appointment', async () => {
    const { path } = await booked();
    const nails = await aService(app, salon.owner, { name: 'Nails', duration_min: 15, price: 1_000 });
    await salon.hire();
    await salon.call('patch', `/services/${salon.service._id}`, salon.owner).send({ price: 9_000 }).expect(200);
    await salon.call('patch', '/companies/me', salon.owner).send({ currency: 'CLP' }).expect(200);
    const items = [{ service_id: salon.service._id }, { service_id: nails._id }];
    const { body: refused } = await patch(path, { items }).expect(409);
    expect(refused).toMatchObject({ code: 'CURRENCY_CHANGED', details: { currency: 'USD', catalog_currency: 'CLP' } });
    expect(await preview(path, { items })).toMatchObject({ conflicts: [{ code: 'CURRENCY_CHANGED' }] });
    await patch(path, { starts_at: salon.at('10:00'), duration_min: 90 }).expect(200);
    const { body } = await patch(path, { items, price: 10_000 }).expect(200);
    const lines = [{ price: 9_000 }, { price: 1_000 }];
    expect(body.appointment).toMatchObject({ price: 10_000, currency: 'USD', lines });
  });

  it('stores all fields of a request or none', async () => {
    const stray = await aPet(app, salon.owner, (await aContact(app, salon.owner))._id);
    await salon.booked('11:00');
    const { path } = await booked();
    const before = await shown(path);
    for (const [fields, status, code] of [
      [{ notes: 'x', starts_at: salon.at('11:00') }, 409, 'SLOT_TAKEN'],
      [{ notes: 'x', starts_at: salon.at('09:10') }, 422, 'SLOT_NOT_OFFERED'],
      [{ price: 1, starts_at: salon.at('12:00'), status: 'checked_in' }, 409, 'INVALID_TRANSITION'],
      [{ notes: 'x', status: 'no_show' }, 409, 'INVALID_TRANSITION'],
      [{ starts_at: salon.at('12:00'), pet_ids: [stray._id] }, 422, 'PET_OF_ANOTHER_CONTACT'],
      [{ starts_at: salon.at('12:00'), status: 'cancelled' }, 400, 'VALIDATION_ERROR'],
      [{ starts_at: salon.at('12:00'), nights: 2 }, 400, 'VALIDATION_ERROR'],
      [{ starts_at: salon.at('12:00'), resource_ids: [salon.service._id] }, 400, 'VALIDATION_ERROR'],
      [{ starts_at: salon.at('12:00'), contact_id: salon.service._id }, 404, 'NOT_FOUND'],
    ] as const) {
      expect([fields, (await patch(path, fields).expect(status)).body.code]).toEqual([fields, code]);
      expect(await shown(path)).toEqual(before);
    }
    const moved = await patch(path, { starts_at: salon.at('13:00'), notes: 'x', price: 7_000 }).expect(200);
    expect(moved.body.appointment).toMatchObject({ starts_at: salon.at('13:00'), notes: 'x', price: 7_000 });
  });

  it('previews the result without changing anything', async () => {
    await salon.booked('11:00');
    const { path } = await booked();
    const before = await shown(path);
    const fields = { starts_at: salon.at('13:00'), duration_min: 90, price: 9_900, notes: 'longer' };
    const would = await preview(path, fields);
    expect(would).toMatchObject({ price_before: 8_000, conflicts: [], appointment: { ends_at: salon.at('14:30') } });
    expect(await shown(path)).toEqual(before);
    const { body } = await patch(path, fields).expect(200);
    const { version: _version, updated_at: _updated, ...made } = body.appointment;
    expect(would['appointment']).toMatchObject(made);
    const taken = await preview(path, { starts_at: salon.at('11:00'), price: 100 });
    expect(taken).toMatchObject({
      conflicts: [{ code: 'SLOT_TAKEN', details: { alternatives: expect.any(Array) } }],
      appointment: { starts_at: salon.at('11:00'), price: 100 },
    });
    const closed = await preview(path, { starts_at: salon.at('20:00') });
    expect(closed).toMatchObject({ conflicts: [{ code: 'SLOT_NOT_OFFERED', details: { rule: 'NOT_WORKING' } }] });
    await salon.call('post', `${path}/preview`).set('if-match', '"1"').send(fields).expect(412);
  });

  it('adds nights to a stay, changes the kennel and frees dropped nights', async () => {
    const type = await aResourceType(app, salon.owner, { name: 'Kennel', cell: 'night' });
    const [first, second] = [await aResource(app, salon.owner, type._id), await aResource(app, salon.owner, type._id)];
    const requirements = [{ resource_type_id: type._id }];
    const stay = await aService(app, salon.owner, { kind: 'boarding', price: 3_000, requirements });
    const input = { service_id: stay._id, nights: 2 };
    const booked = await salon.booked('10:00', input);
    const path = `/appointments/${booked._id}`;
    const other = [first._id, second._id].find((id) => !(booked['resources'] as string[]).includes(id));
    const longer = await patch(path, { nights: 3, resource_ids: [other] }).expect(200);
    expect(longer.body.appointment).toMatchObject({ nights: 3, price: 9_000, resources: [other] });
    await salon.booked('10:00', input);
    await salon.book('10:00', input).expect(409);
    await patch(path, { nights: 1 }).expect(200);
    const nextDay = new Date(Date.parse(salon.at('10:00')) + DAY_MS).toISOString();
    await salon.book('10:00', { ...input, starts_at: nextDay }).expect(201);
  });

  it('gives an appointment to another customer only with pets of theirs', async () => {
    const [mine, other] = [await pet(), await aContact(app, salon.owner, { full_name: 'Somebody Else' })];
    const theirs = await aPet(app, salon.owner, other._id);
    const { _id } = await salon.booked('09:00', { pet_ids: [mine] });
    const path = `/appointments/${_id}`;
    await patch(path, { contact_id: other._id }).expect(422);
    const { body } = await patch(path, { contact_id: other._id, pet_ids: [theirs._id] }).expect(200);
    expect(body.appointment).toMatchObject({
      contact_id: other._id,
      pet_ids: [theirs._id],
      starts_at: salon.at('09:00'),
    });
  });

  it('stores parallel changes completely and frees every dropped time', async () => {
    const { path } = await booked('09:00');
    const patches = [
      ...TIMES.map((time, index) => ({ starts_at: salon.at(time), notes: time, price: index })),
      { duration_min: 120, notes: 'long', price: 99 },
    ];
    const [edits, cancelled, bookings] = await Promise.all([
      Promise.all(patches.map((fields) => patch(path, fields))),
      salon.call('post', `${path}/cancel`).send({}),
      Promise.all(TIMES.map((time) => salon.book(time))),
    ]);
    expect(cancelled.status).toBe(200);
    expect(edits.filter(({ status }) => ![200, 409].includes(status)).map(({ body }) => body)).toEqual([]);
    const { body: last } = await salon.call('get', path).expect(200);
    expect(last.status).toBe('cancelled');
    const whole = [{ starts_at: salon.at('09:00'), notes: null, price: 8_000 }, ...patches];
    expect(
      whole.filter((fields) => Object.entries(fields).every(([name, value]) => last[name] === value)),
    ).toHaveLength(1);
    const got = bookings.filter(({ status }) => status === 201).map(({ body }) => body.appointment.starts_at);
    expect(new Set(got).size).toBe(got.length);
    for (const time of TIMES) await salon.book(time).expect(got.includes(salon.at(time)) ? 409 : 201);
  });

  it.each([
    ['move it to a day when cancelling is free', {}, (): object => ({ starts_at: salon.at('15:00') }), 0],
    ['approve it', PENDING, (): object => ({ status: 'confirmed' }), 2_000],
  ])('charges the fee of a customer who cancels while staff %s', async (_, before, fields, fee) => {
    const policy = { free_cancel_hours: 24, free_reschedule_hours: 24, late_fee_percent: 25, max_reschedules: 2 };
    const service = await aService(app, salon.owner, { price: 8_000, policy: { ...policy, no_show_fee_percent: 50 } });
    const { _id } = await salon.booked('09:00', { service_id: service._id });
    const link = await salon.call('post', `/appointments/${_id}/manage-link`).expect(201);
    await salon.rewriteStart(_id, DAY_MS / 2, before);
    beforeNext(app.app.get(ReservationsService, { strict: false }), 'cancel', () =>
      patch(`/appointments/${_id}`, fields()).expect(200),
    );
    await request(app.url).post(`/api/v1/public/manage/${link.body.manage_token}/cancel`).send({}).expect(200);
    const moved = 'starts_at' in fields() ? fields() : {};
    expect(await shown(`/appointments/${_id}`)).toMatchObject({ ...moved, status: 'cancelled', fee });
  });

  it('refuses a cancellation of an older version', async () => {
    const { path, tag } = await booked();
    await patch(path, { notes: 'shy' }).expect(200);
    const cancel = (seen: string): Test => salon.call('post', `${path}/cancel`).set('if-match', seen).send({});
    expect((await cancel(tag).expect(412)).body.code).toBe('VERSION_MISMATCH');
    await cancel(await tagOf(path)).expect(200);
  });
});
