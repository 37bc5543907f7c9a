import { Types } from 'mongoose';
import request from 'supertest';
import { aService } from '../../../../../test/builders/catalog.js';
import { aPet } from '../../../../../test/builders/pets.js';
import { openRawDatabase } from '../../../../../test/support/raw-database.js';
import { type Booked, Salon } from '../../../../../test/support/salon.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { EventBus } from '../../../../core/events/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { BookingService } from './booking.service.js';
import { RequestExpirySweeper } from './request-expiry-sweeper.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const APPROVAL = { kind: 'approval', name: 'approval', pet_id: null };
const POLICY = {
  free_cancel_hours: 24,
  free_reschedule_hours: 24,
  late_fee_percent: 25,
  max_reschedules: 2,
  no_show_fee_percent: 50,
};

describe('policies', () => {
  let app: TestApp;
  let salon: Salon;
  let booked: Booked;
  let token: string;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    salon = await Salon.open(app);
    const service = await aService(app, salon.owner, { price: 80, duration_min: 60, policy: POLICY });
    booked = await salon.booked('09:00', { service_id: service._id });
    token = (await salon.call('post', `/appointments/${booked._id}/manage-link`).expect(201)).body.manage_token;
  });
  afterAll(() => app.close());

  const beginsIn = (ms: number, more: object = {}): Promise<void> => salon.rewriteStart(booked._id, ms, more);
  const manage = (what: string, body: object = {}) =>
    request(app.url).post(`/api/v1/public/manage/${token}/${what}`).send(body);
  const shown = async (): Promise<Booked> => (await salon.call('get', `/appointments/${booked._id}`).expect(200)).body;
  const stats = async (): Promise<Record<string, unknown>> =>
    (await salon.call('get', `/contacts/${salon.contact._id}/booking-stats`).expect(200)).body;
  /** Resolves when the event was published and counted. Call it before the change. */
  const heard = (type: 'cancelled' | 'no_show'): Promise<void> =>
    new Promise((resolve) => {
      const name = type === 'cancelled' ? 'appointment.cancelled' : 'appointment.updated';
      const end = app.app.get(EventBus).on(name, (change) => {
        if (change.type !== type || change.appointmentId !== booked._id) return;
        end();
        resolve();
      });
    });

  it.each([
    ['customer', 24 * HOUR_MS + MINUTE_MS, 0, 0],
    ['customer', 24 * HOUR_MS - MINUTE_MS, 20, 1],
    ['staff', 24 * HOUR_MS + MINUTE_MS, null, 0],
    ['staff', 24 * HOUR_MS - MINUTE_MS, null, 0],
  ])(
    'charges and counts a cancellation by %s, %d ms ahead: fee %p, late %d',
    async (by, aheadMs, fee, late_cancels) => {
      await beginsIn(aheadMs);
      const cancel = () =>
        by === 'staff' ? salon.call('post', `/appointments/${booked._id}/cancel`).send({}) : manage('cancel');
      const counted = heard('cancelled');
      const answers = await Promise.all([cancel().expect(200), cancel().expect(200)]);
      expect(answers.map(({ body }) => body.appointment)).toMatchObject([
        { status: 'cancelled', fee },
        { status: 'cancelled', fee },
      ]);
      await counted;
      expect(await stats()).toMatchObject({ completed: 0, no_shows: 0, late_cancels });
    },
  );

  it('refuses changes by a customer after the start and accepts those by staff', async () => {
    await beginsIn(-MINUTE_MS);
    for (const [what, body] of [
      ['cancel', {}],
      ['reschedule', { starts_at: salon.at('11:00') }],
    ] as const)
      expect((await manage(what, body).expect(409)).body.code).toBe('INVALID_TRANSITION');
    const { body } = await salon.call('post', `/appointments/${booked._id}/cancel`).send({}).expect(200);
    expect(body.appointment).toMatchObject({ status: 'cancelled', fee: null });
  });

  it('charges nothing for a request that staff refuse or the customer cancels', async () => {
    for (const by of ['staff', 'customer'] as const) {
      const one = by === 'staff' ? booked : await salon.booked('14:00', { service_id: booked.service_id });
      const link = await salon.call('post', `/appointments/${one._id}/manage-link`).expect(201);
      [booked, token] = [one, link.body.manage_token];
      await beginsIn(HOUR_MS, { pending_on: [APPROVAL], is_pending: true });
      const counted = heard('cancelled');
      if (by === 'customer') await manage('cancel').expect(200);
      else await salon.call('patch', `/appointments/${one._id}`).send({ status: 'cancelled' }).expect(200);
      await counted;
      expect((await shown()).fee ?? 0).toBe(0);
    }
    expect(await stats()).toMatchObject({ late_cancels: 0 });
  });

  it.each(['refuse', 'cancel', 'forget'] as const)(
    'gives back the fee of a late move when staff %s the new request',
    async (what) => {
      const path = `/appointments/${booked._id}`;
      const ways: Record<typeof what, () => PromiseLike<unknown>> = {
        refuse: () => salon.call('patch', path).send({ status: 'cancelled' }).expect(200),
        cancel: () => salon.call('post', `${path}/cancel`).send({}).expect(200),
        forget: () => app.app.get(RequestExpirySweeper, { strict: false }).sweep(),
      };
      await beginsIn(23 * HOUR_MS, { approved: [APPROVAL], fee: 7 });
      await manage('reschedule', { starts_at: salon.at('11:00') }).expect(200);
      await manage('reschedule', { starts_at: salon.at('13:00') }).expect(200);
      expect(await shown()).toMatchObject({ status: 'pending', fee: 27 });
      await beginsIn(23 * HOUR_MS, { pending_until: new Date() });
      const preview = await salon.call('post', `${path}/preview`).send({ status: 'cancelled' }).expect(200);
      expect(preview.body.appointment).toMatchObject({ status: 'cancelled', fee: 7 });
      await ways[what]();
      expect(await shown()).toMatchObject({ status: 'cancelled', fee: 7 });
    },
  );

  it('keeps the fee of a late move that staff approved or the customer cancels', async () => {
    await beginsIn(23 * HOUR_MS, { approved: [APPROVAL] });
    await manage('reschedule', { starts_at: salon.at('11:00') }).expect(200);
    await salon.call('patch', `/appointments/${booked._id}`).send({ status: 'confirmed' }).expect(200);
    expect(await shown()).toMatchObject({ status: 'confirmed', fee: 20 });
    await manage('reschedule', { starts_at: salon.at('13:00') }).expect(200);
    await manage('cancel').expect(200);
    expect(await shown()).toMatchObject({ status: 'cancelled', fee: 20 });
  });

  it('closes the link of an appointment after a month', async () => {
    const link = request(app.url).get(`/api/v1/public/manage/${token}`);
    await beginsIn(-29 * 24 * HOUR_MS);
    await link.expect(200);
    await beginsIn(-31 * 24 * HOUR_MS);
    await request(app.url).get(`/api/v1/public/manage/${token}`).expect(404);
  });

  it('charges a no-show once, on top of the fee for moving, and counts it', async () => {
    await beginsIn(23 * HOUR_MS);
    await manage('reschedule', { starts_at: salon.at('13:00') }).expect(200);
    await beginsIn(MINUTE_MS);
    await salon.call('post', `/appointments/${booked._id}/no-show`).expect(409);
    await beginsIn(-1);
    const counted = heard('no_show');
    const answers = await Promise.all(
      [1, 2].map(() => salon.call('post', `/appointments/${booked._id}/no-show`).expect(200)),
    );
    for (const { body } of answers) expect(body.appointment).toMatchObject({ status: 'no_show', fee: 60 });
    await counted;
    expect(await stats()).toMatchObject({ completed: 0, no_shows: 1, late_cancels: 0 });
    expect((await manage('cancel').expect(409)).body.code).toBe('INVALID_TRANSITION');
  });

  it('charges and limits late moves of customers only', async () => {
    await manage('reschedule', { starts_at: salon.at('11:00') }).expect(200);
    expect(await shown()).toMatchObject({ fee: 0, policy: { can_reschedule: true, reschedule_fee: 0 } });
    await beginsIn(23 * HOUR_MS);
    expect(await shown()).toMatchObject({ policy: { can_reschedule: true, reschedule_fee: 20 } });
    await manage('reschedule', { starts_at: salon.at('13:00') }).expect(200);
    expect(await shown()).toMatchObject({ fee: 20, price: 80, policy: { can_reschedule: false } });
    const { body } = await manage('reschedule', { starts_at: salon.at('14:00') }).expect(409);
    expect(body.code).toBe('RESCHEDULE_LIMIT');
    await beginsIn(HOUR_MS);
    const starts_at = salon.at('15:00');
    await salon.call('patch', `/appointments/${booked._id}`).send({ starts_at }).expect(200);
    expect(await shown()).toMatchObject({ starts_at, fee: 20 });
    await manage('cancel').expect(200);
    expect(await shown()).toMatchObject({ status: 'cancelled', fee: 20 });
  });

  it('counts parallel moves of a customer', async () => {
    const move = async (time: string): Promise<number> =>
      (await manage('reschedule', { starts_at: salon.at(time) })).status;
    const times = ['11:00', '12:00', '13:00', '14:00', '15:00', '16:00'];
    const race = await Promise.all(times.map(move));
    // Customers who lost the race may try again.
    const after: number[] = [];
    for (const time of ['09:30', '10:30', '11:30']) after.push(await move(time));
    const all = [...race, ...after];
    expect(all.filter((status) => status === 200)).toHaveLength(POLICY.max_reschedules);
    expect(all.filter((status) => status === 409)).toHaveLength(all.length - POLICY.max_reschedules);
  });

  it('charges a customer once for equal parallel moves', async () => {
    await beginsIn(23 * HOUR_MS);
    const move = () => manage('reschedule', { starts_at: salon.at('13:00') });
    const answers = await Promise.all([move(), move(), move()]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(await shown()).toMatchObject({ fee: 20, policy: { can_reschedule: true } });
  });

  it('refuses the cancellation of a customer whose visit has begun meanwhile', async () => {
    const scope = CompanyScope.of(salon.owner.company._id);
    await beginsIn(HOUR_MS, { state: 'CHECKED_IN' });
    const cancelled = app.app
      .get(BookingService, { strict: false })
      .cancel(scope, { channel: 'public' }, new Types.ObjectId(booked._id));
    await expect(cancelled).rejects.toMatchObject({ code: 'INVALID_TRANSITION' });
    expect(await shown()).toMatchObject({ status: 'checked_in', fee: null });
  });

  it('accepts either the check-in or the cancellation of a customer', async () => {
    await beginsIn(MINUTE_MS);
    const answers = await Promise.all([
      salon.call('post', `/appointments/${booked._id}/check-in`),
      manage('cancel'),
      manage('cancel'),
    ]);
    const [checkedIn, ...cancellations] = answers.map(({ status }) => status);
    const expected = checkedIn === 200 ? [409, 409] : [200, 200];
    expect(cancellations).toEqual(expected);
    expect(await shown()).toMatchObject({ status: checkedIn === 200 ? 'checked_in' : 'cancelled' });
  });

  it('counts no move of staff as a move of the customer', async () => {
    for (const time of ['11:00', '12:00', '13:00'])
      await salon
        .call('patch', `/appointments/${booked._id}`)
        .send({ starts_at: salon.at(time) })
        .expect(200);
    expect(await shown()).toMatchObject({ fee: null, policy: { can_reschedule: true } });
  });

  it('keeps the services and the strictest policy of a hold at its confirmation', async () => {
    const two: string[] = [];
    for (const name of ['Rex', 'Toby'])
      two.push((await aPet(app, salon.owner, salon.contact._id, { name, weight_kg: 8 }))._id);
    await salon.hire();
    const policy = {
      free_cancel_hours: 72,
      free_reschedule_hours: 1,
      late_fee_percent: 5,
      max_reschedules: 1,
      no_show_fee_percent: 0,
    };
    const nails = await aService(app, salon.owner, { name: 'Nails', duration_min: 15, price: 1_000, policy });
    const items = [{ service_id: salon.service._id }, { service_id: nails._id }];
    const held = await salon.hold('14:00', { service_id: undefined, items }).expect(201);
    const { body } = await salon
      .call('post', `/appointments/holds/${held.body.hold._id}/confirm`)
      .send({ contact_id: salon.contact._id, pet_ids: two })
      .expect(201);
    expect(body.appointment).toMatchObject({
      price: 9_000,
      lines: [
        { service_id: salon.service._id, pet_id: two[0] },
        { service_id: nails._id, pet_id: two[1] },
      ],
    });
    const raw = await openRawDatabase(app);
    const stored = await raw.db
      .collection('appointments')
      .findOne({ _id: new Types.ObjectId(String(body.appointment._id)) });
    await raw.close();
    expect(stored?.['policy']).toMatchObject({
      free_cancel_hours: 72,
      free_reschedule_hours: 24,
      late_fee_percent: 5,
      max_reschedules: 1,
    });
  });
});
