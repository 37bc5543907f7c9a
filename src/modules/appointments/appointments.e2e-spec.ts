import { aResource, aResourceType, aService } from '../../../test/builders/catalog.js';
import { StaffSocket } from '../../../test/support/inbox.js';
import { Salon } from '../../../test/support/salon.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';

describe('appointments over HTTP', () => {
  let app: TestApp;
  let salon: Salon;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    salon = await Salon.open(app);
  });
  afterAll(() => app.close());

  it('are had by one of 64 who want them at once', async () => {
    const fight = await Promise.all(Array.from({ length: 64 }, () => salon.book('10:00')));
    const won = fight.filter(({ status }) => status === 201);
    const lost = fight.filter(({ status, body }) => status === 409 && body.code === 'SLOT_TAKEN');
    expect([won.length, lost.length]).toEqual([1, 63]);
    expect(lost.every(({ body }) => body.details.alternatives.length === 3)).toBe(true);
  });

  it('go to the next free colleague when staff is left open', async () => {
    const colleague = await salon.hire();
    const fight = await Promise.all(Array.from({ length: 4 }, () => salon.book('10:00')));
    const won = fight.filter(({ status }) => status === 201).map(({ body }) => body.appointment.staff_id);
    expect(won.sort()).toEqual([salon.groomer.user._id, colleague.user._id].sort());
  });

  it('move, or stay where they are', async () => {
    const { body } = await salon.book('09:00').expect(201);
    await salon.book('11:00').expect(201);
    const path = `/appointments/${body.appointment._id}`;
    const taken = await salon
      .call('patch', path)
      .send({ starts_at: salon.at('11:00') })
      .expect(409);
    expect(taken.body.code).toBe('SLOT_TAKEN');
    expect((await salon.call('get', path).expect(200)).body).toMatchObject({
      starts_at: salon.at('09:00'),
      status: 'confirmed',
    });
    const moved = await salon
      .call('patch', path)
      .send({ starts_at: salon.at('09:30'), notes: 'later' })
      .expect(200);
    expect(moved.body.appointment).toMatchObject({
      starts_at: salon.at('09:30'),
      ends_at: salon.at('10:30'),
      notes: 'later',
    });
    expect(await salon.starts()).toEqual(expect.not.arrayContaining(['09:00', '09:30', '10:00']));
  });

  it('are cancelled, which frees their time', async () => {
    const { body } = await salon.book('09:00').expect(201);
    const path = `/appointments/${body.appointment._id}`;
    const cancelled = await salon.call('post', `${path}/cancel`).send({ reason: 'ill' }).expect(200);
    expect(cancelled.body.appointment).toMatchObject({ status: 'cancelled', cancel_reason: 'ill' });
    await salon.call('patch', path).send({ status: 'cancelled' }).expect(200);
    expect(await salon.starts()).toContain('09:00');
    const late = await salon.call('patch', path).send({ status: 'checked_in' }).expect(409);
    expect(late.body.code).toBe('INVALID_TRANSITION');
  });

  it('go through their day', async () => {
    const { body } = await salon.book('09:00').expect(201);
    const path = `/appointments/${body.appointment._id}`;
    const early = await salon.call('post', `${path}/complete`).expect(409);
    expect(early.body.code).toBe('INVALID_TRANSITION');
    for (const [step, status] of [
      ['check-in', 'checked_in'],
      ['start', 'in_progress'],
    ])
      expect((await salon.call('post', `${path}/${step}`).expect(200)).body.appointment.status).toBe(status);
    const done = await salon.call('patch', path).send({ status: 'completed' }).expect(200);
    expect(done.body.appointment.status).toBe('completed');
  });

  it('are found by day, person and customer', async () => {
    const { body } = await salon.book('09:00').expect(201);
    await salon.book('11:00').expect(201);
    const list = async (query: object): Promise<string[]> =>
      (await salon.call('get', '/appointments').query(query).expect(200)).body.items.map(
        ({ starts_at }: { starts_at: string }) => starts_at.slice(11, 16),
      );
    expect(await list({ from: salon.at('00:00'), to: salon.at('23:00') })).toEqual(['09:00', '11:00']);
    expect(await list({ from: salon.at('10:00'), to: salon.at('23:00') })).toEqual(['11:00']);
    expect(await list({ staff_id: salon.groomer.user._id, contact_id: salon.contact._id, limit: 1 })).toEqual([
      '09:00',
    ]);
    expect(await list({ staff_id: salon.owner.user._id })).toEqual([]);
    await salon.call('post', `/appointments/${body.appointment._id}/cancel`).send({}).expect(200);
    expect(await list({ status: 'confirmed' })).toEqual(['11:00']);
    expect(await list({ status: 'cancelled' })).toEqual(['09:00']);
  });

  it('are told to the company, in order', async () => {
    const socket = await StaffSocket.connect(app, salon.owner.tokens.accessToken);
    const { body } = await salon.book('09:00').expect(201);
    await salon
      .call('patch', `/appointments/${body.appointment._id}`)
      .send({ starts_at: salon.at('12:00') })
      .expect(200);
    await salon.call('post', `/appointments/${body.appointment._id}/cancel`).send({}).expect(200);
    const ofIt = ({ appointment }: Record<string, unknown>): boolean =>
      (appointment as { _id: string })._id === body.appointment._id;
    await socket.next('appointment:cancelled', ofIt);
    const names = socket.received.map(({ event }) => event).filter((event) => event.startsWith('appointment:'));
    expect(names).toEqual(['appointment:held', 'appointment:created', 'appointment:updated', 'appointment:cancelled']);
    socket.close();
  });

  it('takes tables too, and says which', async () => {
    const type = await aResourceType(app, salon.owner);
    const table = await aResource(app, salon.owner, type._id);
    const groom = await aService(app, salon.owner, {
      requirements: [{ resource_type_id: type._id }],
      require_staff: false,
    });
    const { body } = await salon.book('09:00', { service_id: groom._id }).expect(201);
    expect(body.appointment).toMatchObject({ staff_id: null, resources: [table._id] });
    expect((await salon.book('09:00', { service_id: groom._id }).expect(409)).body.code).toBe('SLOT_TAKEN');
    await salon.call('delete', `/resources/${table._id}`, salon.owner).expect(409);
    await salon.call('delete', `/services/${groom._id}`, salon.owner).expect(409);
  });
});
