import type { LoggedIn } from '../../../../../test/builders/accounts.js';
import { aResource, aResourceType, aService } from '../../../../../test/builders/catalog.js';
import { aPet } from '../../../../../test/builders/pets.js';
import { Salon } from '../../../../../test/support/salon.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

describe('overbooking', () => {
  let app: TestApp;
  let salon: Salon;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    salon = await Salon.open(app);
  });
  afterAll(() => app.close());

  it('overbooks with a name and a reason', async () => {
    await salon.book('09:00').expect(201);
    const overbook = { reason: 'an emergency' };
    expect((await salon.book('09:00', { overbook }).expect(403)).body.code).toBe('FORBIDDEN');
    const { body } = await salon.book('09:00', { overbook }, salon.owner).expect(201);
    expect(body.appointment).toMatchObject({
      overbooked: true,
      overbook: { by: salon.owner.user._id, reason: 'an emergency' },
      staff_id: salon.groomer.user._id,
    });
    expect(await salon.booked('12:00')).toMatchObject({ overbooked: false, overbook: null });
    const closed = await salon.book('20:00', { overbook }, salon.owner).expect(422);
    expect(closed.body.details.rule).toBe('NOT_WORKING');
  });

  it('overbooks a person, but never a table, also in parallel and by a move', async () => {
    const type = await aResourceType(app, salon.owner);
    const tables = [await aResource(app, salon.owner, type._id), await aResource(app, salon.owner, type._id)];
    const requirements = [{ resource_type_id: type._id }];
    const groom = await aService(app, salon.owner, { duration_min: 60, requirements });
    const staff_id = salon.groomer.user._id;
    const first = await salon.booked('09:00', { service_id: groom._id, staff_id });
    const overbook = { reason: 'an emergency' };
    const input = { service_id: groom._id, staff_id, overbook };
    const race = await Promise.all(Array.from({ length: 5 }, () => salon.book('09:00', input, salon.owner)));
    expect(race.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    const { appointment } = race.find(({ status }) => status === 201)!.body;
    const used = [first, appointment].flatMap(({ resources }) => resources as string[]);
    expect(used.sort()).toEqual(tables.map(({ _id }) => _id).sort());

    const later = await salon.booked('14:00', { service_id: groom._id, staff_id });
    const move = (starts_at: string, more: object, by: LoggedIn = salon.owner) =>
      salon.call('patch', `/appointments/${later._id}`, by).send({ starts_at: salon.at(starts_at), ...more });
    const full = await move('09:30', { overbook }).expect(409);
    expect(full.body.code).toBe('SLOT_TAKEN');
    await salon.call('post', `/appointments/${appointment._id}/cancel`).send({}).expect(200);
    await move('09:30', {}).expect(409);
    await move('09:30', { overbook }, salon.groomer).expect(403);
    const preview = { starts_at: salon.at('09:30'), overbook };
    const shown = await salon.call('post', `/appointments/${later._id}/preview`, salon.owner).send(preview).expect(200);
    expect(shown.body.conflicts).toEqual([]);
    const moved = await move('09:30', { overbook }).expect(200);
    expect(moved.body.appointment).toMatchObject({ overbook: { by: salon.owner.user._id, ...overbook } });
    await salon.book('09:30', { ...input, overbook: undefined }).expect(409);
    expect((await move('14:00', {}).expect(200)).body.appointment).toMatchObject({ overbooked: false });
  });

  it('asks for a new reason before a changed appointment takes the time of a busy pet', async () => {
    await salon.hire();
    const [rex, luna] = [
      await aPet(app, salon.owner, salon.contact._id),
      await aPet(app, salon.owner, salon.contact._id),
    ];
    await salon.booked('10:00', { pet_ids: [rex._id] });
    const override = { reason: 'came without an appointment' };
    const odd = await salon.booked('10:10', { pet_ids: [luna._id], override });
    const change = (body: object) => salon.call('patch', `/appointments/${odd._id}`).send(body);
    expect((await change({ pet_ids: [rex._id] }).expect(409)).body.code).toBe('PET_BUSY');
    await change({ pet_ids: [rex._id], override }).expect(200);
    await change({ notes: 'Shy', duration_min: 30 }).expect(200);
  });
});
