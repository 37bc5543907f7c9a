import { Types } from 'mongoose';
import request from 'supertest';
import { anEmail } from '../../../../test/builders/accounts.js';
import { aContact } from '../../../../test/builders/contacts.js';
import {
  aPublicSalon,
  aWeekday,
  codeFor,
  type PublicSalon,
  Visitor,
} from '../../../../test/builders/public-booking.js';
import { openRawDatabase } from '../../../../test/support/raw-database.js';
import { RequestExpirySweeper } from '../appointments/booking/request-expiry-sweeper.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';

const at = (date: string, time: string): string => `${date}T${time}:00.000Z`;
const NOBODY = 'ffffffffffffffffffffffff';

describe('confirming a public booking', () => {
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
  const staffList = async (path: string, whose = salon): Promise<Record<string, unknown>[]> =>
    (await request(app.url).get(`/api/v1${path}`).set(whose.auth).expect(200)).body.items;

  const manage = (token: string, path = '') => `/api/v1/public/manage/${token}${path}`;
  const asked = (email: string, more: object = {}) => ({ contact: { full_name: 'Vera', email }, ...more });
  const aHold = async (time = '09:00'): Promise<string> => (await visitor.hold(at(day, time))).body.hold._id as string;

  it('mails a code and creates the contact and pets with it', async () => {
    const email = anEmail();
    const path = `holds/${await aHold()}/confirm`;
    const body = asked(email, { pets: [{ name: 'Rex', species: 'dog' }], notes: 'he is shy' });
    const first = await visitor.post(path, body).expect(202);
    expect(first.body.verification.channel).toBe('email');
    const code = await codeFor(app, email);
    const booked = await visitor.post(path, { ...body, code }).expect(201);
    expect(booked.body.appointment).toMatchObject({
      status: 'confirmed',
      starts_at: at(day, '09:00'),
      service_name: 'Bath',
      staff_name: 'Ana Lima',
      pet_count: 1,
      price: 8_000,
      currency: 'USD',
    });
    expect(booked.text).not.toContain('shy');
    const [contact] = await staffList(`/contacts?q=Vera`);
    expect(contact).toMatchObject({ full_name: 'Vera', email });
    const [appointment] = await staffList(`/appointments?contact_id=${String(contact?.['_id'])}`);
    expect(appointment).toMatchObject({ source: 'public', notes: 'he is shy', status: 'confirmed' });

    const again = await visitor.post(path, { ...body, code }).expect(201);
    expect(again.body.manage_token).toBe(booked.body.manage_token);
    await new Visitor(app, salon).post(path, { ...body, code }).expect(404);
    expect(await staffList('/contacts')).toHaveLength(1);
  });

  it('creates one appointment and one contact for parallel confirmations', async () => {
    const email = anEmail();
    const path = `holds/${await aHold()}/confirm`;
    await visitor.post(path, asked(email)).expect(202);
    const code = await codeFor(app, email);
    const answers = await Promise.all([1, 2, 3].map(() => visitor.post(path, asked(email, { code })).expect(201)));
    expect(new Set(answers.map(({ body }) => body.appointment._id)).size).toBe(1);
    expect(await staffList('/contacts')).toHaveLength(1);
  });

  it('finds a known contact by the proven address, with an equal answer', async () => {
    const email = anEmail();
    const known = await aContact(app, salon, { full_name: 'Known Person', email, notes: 'secret of the staff' });
    const first = await visitor.book(at(day, '09:00'), { email, pets: [{ name: 'Rex' }] });
    const second = await visitor.book(at(day, '10:00'), { email, pets: [{ name: 'rex' }] });
    for (const answer of [first, second]) {
      expect(JSON.stringify(answer)).not.toMatch(/Known Person|secret of the staff/);
      expect(JSON.stringify(answer)).not.toContain(known._id);
    }
    expect(await staffList(`/appointments?contact_id=${known._id}`)).toHaveLength(2);
    expect(await staffList('/pets')).toHaveLength(1);
  });

  it('keeps the phone of a known customer and notes another one for staff', async () => {
    const email = anEmail();
    const { _id } = await aContact(app, salon, { full_name: 'Known Person', email, notes: 'likes cats' });
    const confirm = async (time: string, phone: string): Promise<void> => {
      const path = `holds/${await aHold(time)}/confirm`;
      const body = { contact: { full_name: 'Vera', email, phone } };
      await visitor.post(path, body).expect(202);
      const code = await codeFor(app, email);
      for (let repeated = 0; repeated < 2; repeated++) await visitor.post(path, { ...body, code }).expect(201);
    };
    await confirm('09:00', '+55 11 97777-6666');
    await confirm('10:00', '+55 11 7777-6666');
    await confirm('11:00', '+55 21 95555-4444');
    const { body } = await request(app.url).get(`/api/v1/contacts/${_id}`).set(salon.auth).expect(200);
    expect(body).toMatchObject({
      full_name: 'Known Person',
      phone: '+55 11 97777-6666',
      notes: 'likes cats\nOther phone given in a booking: +55 21 95555-4444',
    });
  });

  it('accepts five tries, also in parallel, and then refuses the right code', async () => {
    const email = anEmail();
    const path = `holds/${await aHold()}/confirm`;
    await visitor.post(path, asked(email)).expect(202);
    const code = await codeFor(app, email);
    const wrongCode = code === '000000' ? '111111' : '000000';
    const guesses = Array.from({ length: 8 }, () => visitor.post(path, asked(email, { code: wrongCode })));
    for (const { status, body } of await Promise.all(guesses))
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'VERIFICATION_FAILED' });
    await visitor.post(path, asked(email, { code })).expect(422);
  });

  it('refuses codes of another address, another hold or yesterday', async () => {
    const email = anEmail();
    const [first, second] = [await aHold('09:00'), await aHold('10:00')];
    await visitor.post(`holds/${first}/confirm`, asked(email)).expect(202);
    const code = await codeFor(app, email);
    await visitor.post(`holds/${first}/confirm`, asked(anEmail(), { code })).expect(422);
    await visitor.post(`holds/${second}/confirm`, asked(email, { code })).expect(422);
    const raw = await openRawDatabase(app);
    await raw.db.collection('contact_checks').updateMany({}, { $set: { expires_at: new Date(0) } });
    await raw.close();
    await visitor.post(`holds/${first}/confirm`, asked(email, { code })).expect(422);
  });

  it('mails at most three codes for a hold and stores none of them', async () => {
    const email = anEmail();
    const path = `holds/${await aHold()}/confirm`;
    for (let sent = 0; sent < 3; sent++) await visitor.post(path, asked(email)).expect(202);
    expect((await visitor.post(path, asked(email)).expect(429)).body.code).toBe('TOO_MANY_CODES');
    const code = await codeFor(app, email);
    const raw = await openRawDatabase(app);
    const stored = await raw.db.collection('contact_checks').find().toArray();
    await raw.close();
    expect(JSON.stringify(stored)).not.toContain(email);
    expect(JSON.stringify(stored)).not.toContain(`"${code}"`);
    await visitor.post(path, asked(email, { code })).expect(201);
  });

  it('extends the hold once for the code', async () => {
    await settings({ hold_minutes: 1 });
    const { hold } = (await visitor.hold(at(day, '09:00'))).body;
    const path = `holds/${hold._id}/confirm`;
    const first = await visitor.post(path, asked(anEmail())).expect(202);
    const second = await visitor.post(path, asked(anEmail())).expect(202);
    const [until, still] = [first, second].map(({ body }) => Date.parse(body.verification.expires_at));
    expect(until! - Date.parse(hold.expires_at)).toBeGreaterThan(8 * 60_000);
    expect(still! - until!).toBeLessThan(1_000);
  });

  it('refuses an expired hold, a phone alone and an unknown hold', async () => {
    const hold = await aHold();
    const raw = await openRawDatabase(app);
    await visitor.post(`holds/${hold}/confirm`, { contact: { full_name: 'V', phone: '+5511988887777' } }).expect(422);
    await visitor.post(`holds/${hold}/confirm`, { contact: { full_name: 'V' } }).expect(400);
    await visitor.post(`holds/${NOBODY}/confirm`, asked(anEmail())).expect(404);
    await raw.db.collection('appointments').updateMany({ state: 'HELD' }, { $set: { exp: new Date(0) } });
    await raw.close();
    const { body } = await visitor.post(`holds/${hold}/confirm`, asked(anEmail())).expect(409);
    expect(body.code).toBe('HOLD_EXPIRED');
  });

  it('asks for no code if the company checks nothing, and then finds no contact', async () => {
    await settings({ contact_check: false, public_approval: true });
    const email = anEmail();
    const known = await aContact(app, salon, { full_name: 'Known Person', email });
    const booked = await visitor.post(`holds/${await aHold()}/confirm`, asked(email)).expect(201);
    expect(booked.body.appointment.status).toBe('pending');
    expect(await staffList(`/appointments?contact_id=${known._id}`)).toEqual([]);
  });

  it('cancels an unapproved request in time, and keeps an approved one', async () => {
    await settings({ contact_check: false, public_approval: true, request_hours: 1 });
    const ask = async (time: string): Promise<string> => {
      const booked = await visitor.post(`holds/${await aHold(time)}/confirm`, asked(anEmail())).expect(201);
      return booked.body.appointment._id as string;
    };
    const [forgotten, approved] = [await ask('14:00'), await ask('15:00')];
    const staff = (method: 'get' | 'patch', id: string) =>
      request(app.url)[method](`/api/v1/appointments/${id}`).set(salon.auth);
    const { body } = await staff('get', forgotten).expect(200);
    expect(Date.parse(body.expires_at) - Date.now()).toBeLessThanOrEqual(3_600_000);
    await staff('patch', approved).send({ status: 'confirmed' }).expect(200);
    const later = new Date(Date.now() + 3_601_000);
    await app.app.get(RequestExpirySweeper, { strict: false }).sweep(later);
    expect((await staff('get', forgotten).expect(200)).body).toMatchObject({
      status: 'cancelled',
      cancel_reason: 'REQUEST_EXPIRED',
      fee: null,
      expires_at: null,
    });
    expect((await staff('get', approved).expect(200)).body).toMatchObject({ status: 'confirmed', expires_at: null });
    await new Visitor(app, salon).hold(at(day, '14:00'));
  });

  it('returns a link that works after the service was changed, switched off or deleted', async () => {
    const { manage_token: token } = await visitor.book(at(day, '09:00'));
    const service = `/api/v1/services/${salon.serviceId}`;
    const move = async (time: string): Promise<void> => {
      const { body } = await request(app.url)
        .get(manage(token, `/slots?from=${day}&to=${day}`))
        .expect(200);
      expect(body.days[0].slots).toContainEqual(expect.objectContaining({ starts_at: at(day, time) }));
      const moved = await request(app.url)
        .post(manage(token, '/reschedule'))
        .send({ starts_at: at(day, time) })
        .expect(200);
      expect(new Date(moved.body.appointment.ends_at).getTime() - Date.parse(at(day, time))).toBe(30 * 60_000);
    };
    await request(app.url).patch(service).set(salon.auth).send({ duration_min: 90, public: false }).expect(200);
    await move('10:00');
    await request(app.url).patch(service).set(salon.auth).send({ active: false }).expect(200);
    await move('11:00');
    const raw = await openRawDatabase(app);
    await raw.db.collection('services').deleteMany({ _id: new Types.ObjectId(salon.serviceId) });
    await raw.db.collection('booking_catalog_versions').updateMany({}, { $inc: { version: 1 } });
    await raw.close();
    await move('12:00');
    const { body } = await request(app.url).get(manage(token)).expect(200);
    expect(body.appointment).toMatchObject({ service_name: 'Bath', starts_at: at(day, '12:00') });
  });

  it('returns the same to the same customer and refuses another one', async () => {
    await settings({ contact_check: false });
    const [email, path] = [anEmail(), `holds/${await aHold()}/confirm`];
    const { appointment } = (await visitor.post(path, asked(email)).expect(201)).body;
    expect((await visitor.post(path, asked(email)).expect(201)).body.appointment).toEqual(appointment);
    expect((await visitor.post(path, asked(anEmail())).expect(409)).body.code).toBe('ALREADY_CONFIRMED');
  });

  it('asks for approval again after a move by the customer, but not by staff', async () => {
    await settings({ contact_check: false, public_approval: true });
    const { body } = await visitor.post(`holds/${await aHold()}/confirm`, asked(anEmail())).expect(201);
    const path = `/api/v1/appointments/${body.appointment._id}`;
    const [first, second] = [2, 3].map((hours) =>
      new Date(Date.parse(body.appointment.starts_at) + hours * 3_600_000).toISOString(),
    );
    const change = async (fields: object): Promise<string> => {
      const changed = await request(app.url).patch(path).set(salon.auth).send(fields).expect(200);
      return changed.body.appointment.status;
    };
    expect(await change({ status: 'confirmed' })).toBe('confirmed');
    expect(await change({ starts_at: first })).toBe('confirmed');
    const moved = await request(app.url)
      .post(`/api/v1/public/manage/${body.manage_token}/reschedule`)
      .send({ starts_at: second })
      .expect(200);
    expect(moved.body.appointment).toMatchObject({ status: 'pending', starts_at: second });
    const pending = await request(app.url).get(path).set(salon.auth).expect(200);
    expect(pending.body).toMatchObject({ pending_on: [{ kind: 'approval' }], expires_at: expect.any(String) });
    expect(await change({ starts_at: first })).toBe('pending');
    expect(await change({ starts_at: second, status: 'confirmed' })).toBe('confirmed');
  });
});
