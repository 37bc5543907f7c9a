import { registerCompany } from '../../../../test/builders/accounts.js';
import { aResource, aResourceType, aService } from '../../../../test/builders/catalog.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { aPet } from '../../../../test/builders/pets.js';
import { Salon } from '../../../../test/support/salon.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

describe('holds over HTTP', () => {
  let app: TestApp;
  let salon: Salon;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    salon = await Salon.open(app);
  });
  afterAll(() => app.close());

  it('holds and confirms, and returns the same when repeated', async () => {
    const { body } = await salon.hold('09:00').expect(201);
    expect(body.hold).toMatchObject({
      service_id: salon.service._id,
      staff_id: salon.groomer.user._id,
      starts_at: salon.at('09:00'),
      ends_at: salon.at('10:00'),
    });
    const confirm = () =>
      salon
        .call('post', `/appointments/holds/${body.hold._id}/confirm`)
        .send({ contact_id: salon.contact._id, notes: 'shy' });
    const { body: first } = await confirm().expect(201);
    expect(first.appointment).toMatchObject({
      _id: body.hold._id,
      company_id: salon.owner.company._id,
      contact_id: salon.contact._id,
      service_id: salon.service._id,
      staff_id: salon.groomer.user._id,
      status: 'confirmed',
      price: 8_000,
      currency: 'USD',
      notes: 'shy',
      time_zone: 'UTC',
      expires_at: null,
      policy: { cancel_fee: 0, can_cancel: true, can_reschedule: true },
    });
    expect((await confirm().expect(201)).body.appointment._id).toBe(body.hold._id);
  });

  describe('confirmed by two customers', () => {
    const PAIRS = 40;
    /** A customer with a pet, as the body of a confirmation. */
    const customer = async (): Promise<{ contact_id: string; pet_ids: string[] }> => {
      const { _id } = await aContact(app, salon.owner);
      return { contact_id: _id, pet_ids: [(await aPet(app, salon.owner, _id))._id] };
    };
    const confirm = (id: string, body: object) => salon.call('post', `/appointments/holds/${id}/confirm`).send(body);

    it('returns the same to the same customer and refuses another contact and other pets', async () => {
      const [ana, bea] = [await customer(), await customer()];
      const { body } = await salon.hold('09:00').expect(201);
      const { _id } = body.hold;
      const first = await confirm(_id, ana).expect(201);
      expect((await confirm(_id, ana).expect(201)).body).toEqual(first.body);
      expect((await confirm(_id, { contact_id: ana.contact_id }).expect(201)).body).toEqual(first.body);
      const second = (await aPet(app, salon.owner, ana.contact_id))._id;
      for (const other of [bea, { contact_id: bea.contact_id }, { ...ana, pet_ids: [second] }])
        expect((await confirm(_id, other).expect(409)).body.code).toBe('ALREADY_CONFIRMED');
    });

    it('belongs to one of two parallel customers, with that customer’s pet', async () => {
      const [ana, bea] = [await customer(), await customer()];
      const owners = new Map([ana, bea].map(({ contact_id, pet_ids }) => [contact_id, pet_ids]));
      const service = await aService(app, salon.owner, { duration_min: 5, step_min: 5, require_staff: false });
      const open = Date.parse(salon.at('09:00'));
      const holds = await Promise.all(
        Array.from({ length: PAIRS }, async (_, index) => {
          const starts_at = new Date(open + index * 300_000).toISOString();
          const { body } = await salon.hold('09:00', { service_id: service._id, starts_at }).expect(201);
          return body.hold._id as string;
        }),
      );
      const pairs = await Promise.all(holds.map((id) => Promise.all([confirm(id, ana), confirm(id, bea)] as const)));
      for (const [index, answers] of pairs.entries()) {
        expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
        const won = answers.find(({ status }) => status === 201)!.body.appointment;
        const { body: stored } = await salon.call('get', `/appointments/${holds[index]}`).expect(200);
        expect(stored).toMatchObject({ contact_id: won.contact_id, pet_ids: owners.get(won.contact_id) });
      }
    });
  });

  it('confirms pets that change price and time only with the accepted quote', async () => {
    const rows = [{ species: 'dog', minutes: 90, price: 12_000 }];
    const service = await aService(app, salon.owner, { duration_min: 60, price: 7_000, pet_matrix: rows });
    const { body } = await salon.hold('09:00', { service_id: service._id }).expect(201);
    const dog = { contact_id: salon.contact._id, pet_ids: [(await aPet(app, salon.owner, salon.contact._id))._id] };
    const confirm = (more: object) =>
      salon.call('post', `/appointments/holds/${body.hold._id}/confirm`).send({ ...dog, ...more });
    const refused = await confirm({}).expect(409);
    expect(refused.body).toMatchObject({
      code: 'QUOTE_CHANGED',
      details: { quote: { price: 12_000, currency: body.hold.currency, ends_at: salon.at('10:30') } },
    });
    const { quote } = refused.body.details;
    expect((await confirm({ accept_quote: 'another' }).expect(409)).body.details).toEqual({ quote });
    const { body: confirmed } = await confirm({ accept_quote: quote.id }).expect(201);
    expect(confirmed.appointment).toMatchObject({ price: 12_000, ends_at: salon.at('10:30'), pet_ids: dog.pet_ids });
    await salon.hold('10:00').expect(409);
  });

  it('releases a hold, which can no longer be confirmed', async () => {
    const { body } = await salon.hold('09:00').expect(201);
    await salon.call('delete', `/appointments/holds/${body.hold._id}`).expect(204);
    await salon.call('delete', `/appointments/holds/${body.hold._id}`).expect(204);
    expect(await salon.starts()).toContain('09:00');
    expect((await salon.call('get', '/appointments').expect(200)).body.items).toEqual([]);
    const late = await salon
      .call('post', `/appointments/holds/${body.hold._id}/confirm`)
      .send({ contact_id: salon.contact._id });
    expect([late.status, late.body.code]).toEqual([409, 'HOLD_EXPIRED']);
  });

  it('extends and moves a hold', async () => {
    const { body } = await salon.hold('09:00', { ttl_sec: 30 }).expect(201);
    const extended = await salon.call('post', `/appointments/holds/${body.hold._id}/extend`).send({ ttl_sec: 900 });
    expect(Date.parse(extended.body.hold.expires_at)).toBeGreaterThan(Date.parse(body.hold.expires_at));
    const shorter = await salon.call('post', `/appointments/holds/${body.hold._id}/extend`).send({ ttl_sec: 60 });
    expect(shorter.body.hold.expires_at).toBe(extended.body.hold.expires_at);
    const moved = await salon.hold('09:30', { replaces: body.hold._id }).expect(201);
    expect(moved.body.hold).toMatchObject({ _id: body.hold._id, starts_at: salon.at('09:30') });
    expect(await salon.starts()).toEqual(expect.not.arrayContaining(['09:00', '09:30']));
    await salon.book('11:00').expect(201);
  });

  it('returns alternatives to the second request', async () => {
    await salon.hold('12:00').expect(201);
    const { body } = await salon.hold('12:00').expect(409);
    expect(body).toMatchObject({
      code: 'SLOT_TAKEN',
      details: {
        alternatives: [
          { starts_at: salon.at('11:00'), staff_id: salon.groomer.user._id },
          { starts_at: salon.at('13:00'), staff_id: salon.groomer.user._id },
          { starts_at: salon.at('10:30'), staff_id: salon.groomer.user._id },
        ],
      },
    });
  });

  it.each([
    ['beside the steps', '09:10', 'STEP'],
    ['outside of working hours', '19:00', 'NOT_WORKING'],
  ])('refuses holds %s, with the rule', async (_what, time, rule) => {
    const { body } = await salon.hold(time).expect(422);
    expect(body).toMatchObject({ code: 'SLOT_NOT_OFFERED', details: { rule } });
  });

  it('refuses the client_key of an ended hold or appointment', async () => {
    const key = { client_key: 'once' };
    const { body } = await salon.hold('15:00', key).expect(201);
    await salon.call('delete', `/appointments/holds/${body.hold._id}`).expect(204);
    expect((await salon.hold('15:00', key).expect(409)).body.code).toBe('CLIENT_KEY_SPENT');
    const { _id } = await salon.booked('16:00', { client_key: 'twice' });
    await salon.call('post', `/appointments/${_id}/cancel`).send({}).expect(200);
    expect((await salon.book('16:00', { client_key: 'twice' }).expect(409)).body.code).toBe('CLIENT_KEY_SPENT');
    expect(await salon.starts()).toEqual(expect.arrayContaining(['15:00', '16:00']));
  });

  it('returns one hold for one client_key', async () => {
    const many = await Promise.all(Array.from({ length: 8 }, () => salon.hold('14:00', { client_key: 'twin' })));
    expect(many.map(({ status }) => status)).toEqual(Array<number>(8).fill(201));
    expect(new Set(many.map(({ body }) => body.hold._id)).size).toBe(1);
  });

  it('hides holds of other visitors', async () => {
    const stranger = await registerCompany(app);
    const { body } = await salon.hold('09:00').expect(201);
    const theirs = await aContact(app, stranger);
    await salon
      .call('post', `/appointments/holds/${body.hold._id}/confirm`, stranger)
      .send({ contact_id: theirs._id })
      .expect(404);
    await salon.call('delete', `/appointments/holds/${body.hold._id}`, stranger).expect(404);
  });

  describe('with an override of the scheduling rules', () => {
    const override = { reason: 'walked in' };
    const ago = (ms: number): string => new Date(Math.floor((Date.now() - ms) / MINUTE_MS) * MINUTE_MS).toISOString();

    it('starts at any minute and claims every touched cell', async () => {
      await salon.hold('10:07').expect(422);
      const { body } = await salon.hold('10:07', { override, contact_id: salon.contact._id }).expect(201);
      expect(body.hold).toMatchObject({ starts_at: salon.at('10:07'), ends_at: salon.at('11:07') });
      const confirmed = await salon
        .call('post', `/appointments/holds/${body.hold._id}/confirm`)
        .send({ contact_id: salon.contact._id })
        .expect(201);
      expect(confirmed.body.appointment).toMatchObject({ override: { by: salon.groomer.user._id, ...override } });
      expect(await salon.starts()).toEqual(expect.not.arrayContaining(['09:30', '10:00', '10:30', '11:00']));
      for (const time of ['09:06', '11:06', '11:09'])
        expect((await salon.book(time, { override }).expect(409)).body.code).toBe('SLOT_TAKEN');
      await salon.book('11:10', { override }).expect(201);
      await salon.book('09:05', { override }).expect(201);
    });

    it('accepts times outside working hours, beyond the horizon, or in the past', async () => {
      expect(await salon.booked('23:00', { override })).toMatchObject({ override, status: 'confirmed' });
      expect((await salon.book('23:30', { override }).expect(409)).body.code).toBe('SLOT_TAKEN');
      await salon.book('22:00').expect(422);
      await salon.booked('10:00', { override, starts_at: ago(-3 * 366 * DAY_MS) });
      const { _id } = await salon.booked('10:00', { override, starts_at: ago(3 * DAY_MS) });
      const path = `/appointments/${_id}`;
      await salon.call('post', `${path}/check-in`).expect(409);
      for (const status of ['checked_in', 'in_progress', 'completed'])
        await salon.call('patch', path).send({ status, override }).expect(200);
      const { body } = await salon.book('10:00', { override, starts_at: ago(31 * DAY_MS) }).expect(400);
      expect(body.details).toMatchObject([{ field: 'starts_at' }]);
      await salon.book('10:00', { override: { reason: ' ' } }).expect(400);
    });

    it('moves there and stays there, but never to a taken time', async () => {
      await salon.booked('11:00');
      const { _id } = await salon.booked('09:00');
      const move = (fields: object) => salon.call('patch', `/appointments/${_id}`).send(fields);
      await move({ starts_at: salon.at('19:12') }).expect(422);
      const { body } = await move({ starts_at: salon.at('19:12'), override }).expect(200);
      expect(body.appointment).toMatchObject({ starts_at: salon.at('19:12'), override });
      const longer = await move({ duration_min: 90 }).expect(200);
      expect(longer.body.appointment).toMatchObject({ starts_at: salon.at('19:12'), ends_at: salon.at('20:42') });
      expect((await move({ starts_at: salon.at('10:12'), override }).expect(409)).body.code).toBe('SLOT_TAKEN');
    });

    it('frees the nights that a guest no longer stays', async () => {
      const type = await aResourceType(app, salon.owner, { name: 'Kennel', cell: 'night' });
      await aResource(app, salon.owner, type._id);
      const requirements = [{ resource_type_id: type._id }];
      const stay = await aService(app, salon.owner, { kind: 'boarding', requirements });
      const week = { service_id: stay._id, nights: 7, starts_at: ago(2 * DAY_MS), override };
      const { _id } = await salon.booked('10:00', week);
      const tonight = () => salon.book('10:00', { ...week, nights: 1, starts_at: ago(0) });
      for (const step of ['check-in', 'start']) await salon.call('post', `/appointments/${_id}/${step}`).expect(200);
      expect((await tonight().expect(409)).body.code).toBe('SLOT_TAKEN');
      await salon.call('post', `/appointments/${_id}/complete`).expect(200);
      await tonight().expect(201);
      const { body } = await salon.call('patch', `/appointments/${_id}`, salon.owner).send({ status: 'in_progress' });
      expect(body.code).toBe('SLOT_TAKEN');
    });
  });
});
