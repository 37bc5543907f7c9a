import request from 'supertest';
import { aService } from '../../../../test/builders/catalog.js';
import { aPublicSalon, aWeekday, type PublicSalon, Visitor } from '../../../../test/builders/public-booking.js';
import { QueryRecorder } from '../../../../test/support/query-recorder.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';

/** Collections that a search by the link reads; background work reads others. */
const READ =
  /^(manage_links|companies|services|resource|staff_schedules|time_off|closures|quotas|booking_|appointments)/;

const at = (date: string, time: string): string => `${date}T${time}:00.000Z`;

describe('public booking', () => {
  let app: TestApp;
  let salon: PublicSalon;
  let visitor: Visitor;
  const day = aWeekday();

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    salon = await aPublicSalon(app);
    visitor = new Visitor(app, salon);
  });
  afterAll(() => app.close());

  const settings = (fields: object, whose = salon) =>
    request(app.url).patch('/api/v1/booking-settings').set(whose.auth).send(fields).expect(200);

  describe('the page', () => {
    it('shows public services and no staff data', async () => {
      await aService(app, salon, { name: 'Secret', public: false });
      await aService(app, salon, { name: 'Old', active: false });
      const { body, headers } = await visitor.get('services').expect(200);
      expect(body.services.map(({ name }: { name: string }) => name)).toEqual(['Bath']);
      expect(body.services[0]).not.toHaveProperty('company_id');
      expect(body.services[0].staff).toEqual([{ _id: salon.user._id, full_name: 'Ana Lima' }]);
      expect(headers).toMatchObject({ 'x-robots-tag': 'noindex', 'cache-control': 'no-store' });
    });

    it('is not found for an unknown company or while it is off', async () => {
      await request(app.url).get('/api/v1/public/no-such-company/services').expect(404);
      await settings({ public_page: false });
      for (const path of ['services', `slots?service_id=${salon.serviceId}&from=${day}&to=${day}`])
        await visitor.get(path).expect(404);
      await visitor.hold(at(day, '09:00'), {}, 404);
    });

    it('returns times by the public lead time and horizon', async () => {
      const search = (from: string, to = from) =>
        visitor.get(`slots?service_id=${salon.serviceId}&from=${from}&to=${to}`).expect(200);
      const { body } = await search(day);
      expect(body.days[0].slots[0]).toMatchObject({ starts_at: at(day, '09:00'), staff_ids: [salon.user._id] });
      await request(app.url)
        .patch(`/api/v1/services/${salon.serviceId}`)
        .set(salon.auth)
        .send({ public_lead_time_min: 20 * 1_440 })
        .expect(200);
      expect((await search(day)).body.days[0].slots).toEqual([]);
    });

    it('hides staff names if the company wants it', async () => {
      await settings({ show_staff_names: false });
      expect((await visitor.get('services').expect(200)).text).not.toContain(salon.user._id);
      const query = `service_id=${salon.serviceId}&from=${day}&to=${day}`;
      expect((await visitor.get(`slots?${query}`).expect(200)).text).not.toContain(salon.user._id);
      await visitor.get(`slots?${query}&staff_id=${salon.user._id}`).expect(400);
      expect((await visitor.hold(at(day, '09:00'))).text).not.toContain(salon.user._id);
    });
  });

  describe('holds', () => {
    it('gives a new visitor a token that identifies its holds', async () => {
      const { body, headers } = await visitor.hold(at(day, '09:00'));
      expect(headers['x-visitor-token']).toMatch(/^[\w-]{22}\.[\w-]{43}$/);
      expect(body.hold).toMatchObject({
        starts_at: at(day, '09:00'),
        ends_at: at(day, '09:30'),
        price: 8_000,
        currency: 'USD',
      });
      const path = `holds/${body.hold._id}`;
      await new Visitor(app, salon).delete(path).expect(404);
      const forged = new Visitor(app, salon);
      forged.token = `${visitor.token?.split('.')[0]}.${'A'.repeat(43)}`;
      await forged.delete(path).expect(404);
      await visitor.delete(path).expect(204);
      await visitor.delete(path).expect(204);
      await new Visitor(app, salon).hold(at(day, '09:00'));
    });

    it('gives one of two visitors the slot and the other alternatives', async () => {
      const race = await Promise.all(
        [visitor, new Visitor(app, salon)].map((one) =>
          one.post('holds', { service_id: salon.serviceId, starts_at: at(day, '10:00') }),
        ),
      );
      expect(race.map(({ status }) => status).sort()).toEqual([201, 409]);
      const { body } = race.find(({ status }) => status === 409)!;
      expect(body.code).toBe('SLOT_TAKEN');
      expect(body.details.alternatives).toHaveLength(3);
    });

    it('limits a visitor to two holds and an address to four, also in parallel', async () => {
      await visitor.hold(at(day, '09:00'));
      const times = ['10:00', '11:00', '12:00', '13:00'].map((time) => at(day, time));
      const race = await Promise.all(
        times.map((starts_at) => visitor.post('holds', { service_id: salon.serviceId, starts_at })),
      );
      expect(race.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
      expect(race.find(({ status }) => status === 409)!.body).toMatchObject({
        code: 'TOO_MANY_HOLDS',
        details: { limit: 2 },
      });
      const others = await Promise.all(
        ['14:00', '15:00', '16:00'].map((time) =>
          new Visitor(app, salon).post('holds', { service_id: salon.serviceId, starts_at: at(day, time) }),
        ),
      );
      expect(others.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
    });

    it('moves a replaced hold and finds a hold by its key', async () => {
      const first = await visitor.hold(at(day, '09:00'), { client_key: 'one' });
      expect((await visitor.hold(at(day, '09:00'), { client_key: 'one' })).body).toEqual(first.body);
      const other = await visitor.hold(at(day, '10:00'), { client_key: 'one' }, 409);
      expect(other.body.code).toBe('CLIENT_KEY_REUSED');
      await visitor.hold(at(day, '11:00'));
      const replaces = first.body.hold._id as string;
      const moved = await visitor.hold(at(day, '14:00'), { replaces });
      expect(moved.body.hold).toMatchObject({ _id: replaces, starts_at: at(day, '14:00') });
      const stranger = new Visitor(app, salon);
      const own = await stranger.hold(at(day, '15:00'), { replaces });
      expect(own.body.hold._id).not.toBe(replaces);
      await stranger.hold(at(day, '09:00'));
      await stranger.hold(at(day, '09:30'), { replaces }, 409);
    });

    it('counts a hold as new if it replaces an ended one', async () => {
      const { body } = await visitor.hold(at(day, '09:00'));
      const replaces = body.hold._id as string;
      await visitor.delete(`holds/${replaces}`).expect(204);
      const open = Date.parse(at(day, '09:00'));
      const starts = Array.from({ length: 25 }, (_, index) => new Date(open + index * 15 * 60_000).toISOString());
      const answers = await Promise.all(
        starts.map((starts_at) => visitor.post('holds', { service_id: salon.serviceId, starts_at, replaces })),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
      const { items } = (await request(app.url).get('/api/v1/appointments?status=held').set(salon.auth).expect(200))
        .body as { items: unknown[] };
      expect(items).toHaveLength(2);
    });

    it('holds for a family in one call', async () => {
      const { body } = await request(app.url)
        .post('/api/v1/services')
        .set(salon.auth)
        .send({ name: 'Family', duration_min: 30, pets: { min: 0, max: 3, plan: 'sequence', stagger_min: null } })
        .expect(201);
      const held = await visitor.hold(at(day, '09:00'), { service_id: body._id, pet_count: 3 });
      expect(held.body.hold.ends_at).toBe(at(day, '10:30'));
    });
  });

  describe('the manage link', () => {
    const manage = (token: string, path = '') => `/api/v1/public/manage/${token}${path}`;

    it('shows the appointment, its allowed actions and fees', async () => {
      await settings({
        policy: {
          free_cancel_hours: 8_760,
          free_reschedule_hours: 0,
          late_fee_percent: 50,
          max_reschedules: 1,
          no_show_fee_percent: 0,
        },
      });
      const { manage_token, manage_url, appointment } = await visitor.book(at(day, '09:00'));
      expect(manage_url).toContain(manage_token);
      const { body } = await request(app.url).get(manage(manage_token)).expect(200);
      expect(body.appointment).toEqual(appointment);
      expect(body.appointment.policy).toMatchObject({ can_cancel: true, cancel_fee: 4_000, reschedule_fee: 0 });
      const refused = await request(app.url)
        .post(manage(manage_token, '/cancel'))
        .send({ expected_fee: 0 })
        .expect(409);
      expect(refused.body).toMatchObject({ code: 'FEE_CHANGED', details: { fee: 4_000 } });
      const move = { starts_at: at(day, '10:00'), expected_fee: 4_000 };
      const unmoved = await request(app.url).post(manage(manage_token, '/reschedule')).send(move).expect(409);
      expect(unmoved.body).toMatchObject({ code: 'FEE_CHANGED', details: { fee: 0 } });
      const cancelled = await request(app.url)
        .post(manage(manage_token, '/cancel'))
        .send({ reason: 'ill', expected_fee: 4_000 })
        .expect(200);
      expect(cancelled.body.appointment).toMatchObject({ status: 'cancelled', fee: 4_000 });
      const again = await request(app.url).post(manage(manage_token, '/cancel')).send({}).expect(200);
      expect(again.body.appointment).toMatchObject({ status: 'cancelled', fee: 4_000 });
      await request(app.url)
        .post(manage(manage_token, '/reschedule'))
        .send({ starts_at: at(day, '10:00') })
        .expect(409);
      await new Visitor(app, salon).hold(at(day, '09:00'));
    });

    it('moves the appointment to a free time, as often as allowed', async () => {
      const { manage_token } = await visitor.book(at(day, '09:00'));
      await new Visitor(app, salon).hold(at(day, '12:00'));
      const slots = await request(app.url)
        .get(manage(manage_token, `/slots?from=${day}&to=${day}`))
        .expect(200);
      const starts = slots.body.days[0].slots.map(({ starts_at }: { starts_at: string }) => starts_at);
      expect(starts).toContain(at(day, '15:00'));
      expect(starts).not.toContain(at(day, '12:00'));
      const move = (starts_at: string, status: number) =>
        request(app.url).post(manage(manage_token, '/reschedule')).send({ starts_at }).expect(status);
      expect((await move(at(day, '12:00'), 409)).body.code).toBe('SLOT_TAKEN');
      for (const time of ['15:00', '16:00', '17:00'])
        expect((await move(at(day, time), 200)).body.appointment.starts_at).toBe(at(day, time));
      await move(at(day, '09:00'), 409);
    });

    it('counts its own time as free, with a constant number of queries', async () => {
      const long = { duration_min: 60, step_min: 30 };
      await request(app.url).patch(`/api/v1/services/${salon.serviceId}`).set(salon.auth).send(long).expect(200);
      const { manage_token } = await visitor.book(at(day, '10:00'));
      await new Visitor(app, salon).hold(at(day, '12:00'));
      const recorder = new QueryRecorder(app.app);
      const search = async (to: string): Promise<string[]> => {
        const { body } = await request(app.url)
          .get(manage(manage_token, `/slots?from=${day}&to=${to}`))
          .expect(200);
        return body.days[0].slots.map(({ starts_at }: { starts_at: string }) => starts_at.slice(11, 16));
      };
      const queries = async (to: string): Promise<number> => {
        const before = recorder.commands.length;
        await search(to);
        return recorder.commands.slice(before).filter(({ collection }) => READ.test(collection)).length;
      };
      expect((await search(day)).slice(0, 6)).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00', '13:00']);
      const ofAll = await request(app.url)
        .get(`/api/v1/public/${salon.slug}/slots?service_id=${salon.serviceId}&from=${day}&to=${day}`)
        .expect(200);
      expect(ofAll.body.days[0].slots[0].starts_at).toBe(at(day, '09:00'));
      expect(ofAll.body.days[0].slots[1].starts_at).toBe(at(day, '11:00'));
      const forOneDay = await queries(day);
      expect([forOneDay, await queries(aWeekday(30))]).toEqual([forOneDay, forOneDay]);
      expect(forOneDay).toBeGreaterThan(0);
      const half = { starts_at: at(day, '10:30') };
      await request(app.url).post(manage(manage_token, '/reschedule')).send(half).expect(200);
      expect((await search(day)).slice(0, 4)).toEqual(['09:00', '09:30', '10:00', '10:30']);
    });

    it('refuses forged, revoked and other tokens', async () => {
      const { manage_token, appointment } = await visitor.book(at(day, '09:00'));
      const stranger = await aPublicSalon(app);
      const path = `/api/v1/appointments/${appointment._id}/manage-link`;
      await request(app.url).delete(path).set(stranger.auth).expect(404);
      const forged = manage_token.replace(/^./, (first) => (first === '0' ? '1' : '0'));
      for (const token of [forged, visitor.token ?? '', 'nonsense'])
        await request(app.url).get(manage(token)).expect(404);
      await request(app.url).delete(path).set(salon.auth).expect(204);
      await request(app.url).get(manage(manage_token)).expect(404);
      const { body } = await request(app.url).post(path).set(salon.auth).expect(201);
      expect(body.manage_token).not.toBe(manage_token);
      await request(app.url).get(manage(body.manage_token)).expect(200);
    });
  });
});
