import { aResource, aResourceType, aService } from '../../../../test/builders/catalog.js';
import { StaffSocket } from '../../../../test/support/inbox.js';
import { Salon } from '../../../../test/support/salon.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const STATE_OF: Readonly<Record<string, string>> = {
  confirmed: 'CONFIRMED',
  checked_in: 'CHECKED_IN',
  in_progress: 'IN_PROGRESS',
  completed: 'DONE',
  no_show: 'NO_SHOW',
  cancelled: 'CANCELLED',
};
/** Steps of staff, and undo steps of managers, after the start of the appointment. */
const STATUS_CHANGES: Readonly<Record<string, { step: string[]; undo: string[] }>> = {
  confirmed: { step: ['checked_in', 'no_show', 'cancelled'], undo: [] },
  checked_in: { step: ['in_progress', 'cancelled'], undo: ['confirmed'] },
  in_progress: { step: ['completed'], undo: ['checked_in'] },
  completed: { step: [], undo: ['in_progress'] },
  no_show: { step: [], undo: ['confirmed'] },
  cancelled: { step: [], undo: [] },
};

const POLICY = { free_cancel_hours: 24, free_reschedule_hours: 24, late_fee_percent: 0, max_reschedules: 3 };

const dayBefore = (date: string): string => new Date(Date.parse(date) - DAY_MS).toISOString().slice(0, 10);

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

  it('gives one of 64 parallel requests the time', async () => {
    const fight = await Promise.all(Array.from({ length: 64 }, () => salon.book('10:00')));
    const won = fight.filter(({ status }) => status === 201);
    const lost = fight.filter(({ status, body }) => status === 409 && body.code === 'SLOT_TAKEN');
    expect([won.length, lost.length]).toEqual([1, 63]);
    expect(lost.every(({ body }) => body.details.alternatives.length === 3)).toBe(true);
  });

  it('returns one appointment for 20 equal requests with one client_key', async () => {
    await salon.hire();
    const key = { client_key: 'the-tap' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => salon.book('10:00', key)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map(({ body }) => body.appointment._id)).size).toBe(1);
    expect((await salon.call('get', '/appointments').expect(200)).body.items).toHaveLength(1);
  });

  it('refuses another request with a used client_key', async () => {
    await salon.hire();
    const key = { client_key: 'the-tap' };
    const race = await Promise.all(['10:00', '12:00'].map((time) => salon.book(time, key)));
    expect(race.map(({ status, body }) => body.code ?? status).sort()).toEqual([201, 'CLIENT_KEY_REUSED']);
    const [won] = race.filter(({ status }) => status === 201);
    const time = (won?.body.appointment.starts_at as string).slice(11, 16);
    await salon.booked(time, key);
    for (const other of [{ notes: 'Bring the towel' }, { staff_id: salon.groomer.user._id }])
      expect((await salon.book(time, { ...key, ...other }).expect(409)).body.code).toBe('CLIENT_KEY_REUSED');
    expect((await salon.hold(time, key).expect(409)).body.code).toBe('CLIENT_KEY_REUSED');
    expect((await salon.call('get', '/appointments').expect(200)).body.items).toHaveLength(1);
  });

  it('books the next free colleague if the request names nobody', async () => {
    const colleague = await salon.hire();
    const fight = await Promise.all(Array.from({ length: 4 }, () => salon.book('10:00')));
    const won = fight.filter(({ status }) => status === 201).map(({ body }) => body.appointment.staff_id);
    expect(won.sort()).toEqual([salon.groomer.user._id, colleague.user._id].sort());
  });

  it('moves an appointment, or keeps it unchanged', async () => {
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

  it('frees the time of a cancelled appointment', async () => {
    const { body } = await salon.book('09:00').expect(201);
    const path = `/appointments/${body.appointment._id}`;
    const cancelled = await salon.call('post', `${path}/cancel`).send({ reason: 'ill' }).expect(200);
    expect(cancelled.body.appointment).toMatchObject({ status: 'cancelled', cancel_reason: 'ill' });
    await salon.call('patch', path).send({ status: 'cancelled' }).expect(200);
    expect(await salon.starts()).toContain('09:00');
    const late = await salon.call('patch', path).send({ status: 'checked_in' }).expect(409);
    expect(late.body.code).toBe('INVALID_TRANSITION');
  });

  it('takes the steps of the day, but none before it', async () => {
    const { _id } = await salon.booked('09:00');
    const path = `/appointments/${_id}`;
    const early = await salon.call('post', `${path}/check-in`).expect(409);
    expect(early.body).toMatchObject({
      code: 'INVALID_TRANSITION',
      message: 'A confirmed appointment becomes checked_in only on its own day',
      details: { allowed_from: salon.at('22:00', dayBefore(salon.monday)) },
    });
    await salon.rewriteStart(_id, -MINUTE_MS);
    await salon.call('post', `${path}/complete`).expect(409);
    for (const [step, status] of [
      ['check-in', 'checked_in'],
      ['start', 'in_progress'],
    ])
      for (const { body } of await Promise.all([1, 2].map(() => salon.call('post', `${path}/${step}`).expect(200))))
        expect(body.appointment.status).toBe(status);
    const done = await salon.call('patch', path).send({ status: 'completed' }).expect(200);
    expect(done.body.appointment).toMatchObject({ status: 'completed', completed_at: expect.any(String) });
  });

  it.each(Object.entries(STATUS_CHANGES))(
    'allows from %s only what the table of steps allows',
    async (from, allowed) => {
      const { _id } = await salon.booked('09:00');
      const state = STATE_OF[from];
      const attempt = async (to: string, by: typeof salon.groomer): Promise<[number, string]> => {
        const { status, body } = await salon.call('patch', `/appointments/${_id}`, by).send({ status: to });
        return [status, body.code ?? body.appointment.status];
      };
      for (const to of Object.keys(STATE_OF)) {
        await salon.rewriteStart(_id, -MINUTE_MS, { state, freed: null });
        const isUndo = allowed.undo.includes(to);
        if (isUndo) expect([to, await attempt(to, salon.groomer)]).toEqual([to, [403, 'FORBIDDEN']]);
        const isAllowed = to === from || isUndo || allowed.step.includes(to);
        const answer = isAllowed ? [200, to] : [409, 'INVALID_TRANSITION'];
        expect([to, await attempt(to, isUndo ? salon.owner : salon.groomer)]).toEqual([to, answer]);
      }
    },
  );

  it('frees the time after a no-show and claims it again only while it is free', async () => {
    const service = await aService(app, salon.owner, { price: 80, policy: { ...POLICY, no_show_fee_percent: 50 } });
    const { _id } = await salon.booked('09:00', { service_id: service._id });
    const path = `/appointments/${_id}`;
    const fee = (await salon.call('get', path).expect(200)).body.price / 2;
    await salon.rewriteStart(_id, -MINUTE_MS);
    const { body } = await salon.call('post', `${path}/no-show`).expect(200);
    expect(body.appointment).toMatchObject({ status: 'no_show', fee });
    const other = await salon.booked('09:00', { service_id: service._id });
    const undo = () => salon.call('patch', path, salon.owner).send({ status: 'confirmed' });
    const taken = await undo().expect(409);
    expect(taken.body).toMatchObject({ code: 'SLOT_TAKEN', details: { alternatives: expect.any(Array) } });
    expect((await salon.call('get', path).expect(200)).body).toMatchObject({ status: 'no_show', fee });
    await salon.call('post', `/appointments/${other._id}/cancel`).send({}).expect(200);
    expect((await undo().expect(200)).body.appointment).toMatchObject({ status: 'confirmed', fee: null });
    expect((await salon.book('09:00', { service_id: service._id }).expect(409)).body.code).toBe('SLOT_TAKEN');
  });

  it('claims an overbooked place again, but never a second place that was not overbooked', async () => {
    const type = await aResourceType(app, salon.owner);
    await aResource(app, salon.owner, type._id);
    const requirements = [{ resource_type_id: type._id }];
    const groom = await aService(app, salon.owner, { duration_min: 60, requirements });
    const tableOnly = await aService(app, salon.owner, { duration_min: 60, requirements, require_staff: false });
    await salon.booked('09:00');
    const overbook = { reason: 'an emergency' };
    const { body } = await salon.book('09:00', { service_id: groom._id, overbook }, salon.owner).expect(201);
    const path = `/appointments/${body.appointment._id}`;
    await salon.rewriteStart(body.appointment._id, -MINUTE_MS);
    await salon.call('post', `${path}/no-show`).expect(200);
    const other = await salon.booked('09:00', { service_id: tableOnly._id });
    const undo = () => salon.call('patch', path, salon.owner).send({ status: 'confirmed' });
    expect((await undo().expect(409)).body.code).toBe('SLOT_TAKEN');
    await salon.call('post', `/appointments/${other._id}/cancel`).send({}).expect(200);
    expect((await undo().expect(200)).body.appointment).toMatchObject({ status: 'confirmed', overbooked: true });
  });

  it('refuses steps of pending appointments', async () => {
    const { _id } = await salon.booked('09:00');
    const path = `/appointments/${_id}`;
    const approval = { kind: 'approval', name: 'approval', pet_id: null };
    await salon.rewriteStart(_id, -MINUTE_MS, { pending_on: [approval], is_pending: true });
    for (const step of ['check-in', 'no-show'])
      expect((await salon.call('post', `${path}/${step}`).expect(409)).body.code).toBe('INVALID_TRANSITION');
    for (const status of ['checked_in', 'no_show'])
      expect((await salon.call('patch', path).send({ status }).expect(409)).body.code).toBe('INVALID_TRANSITION');
    await salon.call('patch', path).send({ status: 'confirmed' }).expect(200);
    await salon.call('post', `${path}/check-in`).expect(200);
  });

  it('finds appointments by day, person and customer', async () => {
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

  it('publishes events to the company in order', async () => {
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

  it('books tables and returns them', async () => {
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

  it('lists by local dates of the company, both days included', async () => {
    const day = (days: number): string =>
      new Date(Date.parse(salon.monday) + days * 86_400_000).toISOString().slice(0, 10);
    const zone = { time_zone: 'America/Sao_Paulo' };
    await salon.call('patch', '/companies/me', salon.owner).send(zone).expect(200);
    // 21:30 on Monday in São Paulo.
    const { _id } = await salon.booked('12:00');
    await salon.rewriteStart(_id, Date.parse(`${day(1)}T00:30:00Z`) - Date.now());
    const found = async (from: string, to: string): Promise<number> =>
      (await salon.call('get', `/appointments?from=${from}&to=${to}`).expect(200)).body.items.length;
    expect(await found(day(0), day(0))).toBe(1);
    expect(await found(day(1), day(1))).toBe(0);
    expect(await found(day(-1), day(-1))).toBe(0);
    expect(await found(`${day(1)}T00:00:00Z`, `${day(1)}T01:00:00Z`)).toBe(1);
    await salon.call('get', '/appointments?from=2026-02-30').expect(400);
    await salon.call('get', `/time-off?from=${day(0)}&to=${day(0)}`).expect(200);
  });
});
