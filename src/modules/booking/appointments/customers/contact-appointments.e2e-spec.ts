import request from 'supertest';
import { registerCompany } from '../../../../../test/builders/accounts.js';
import { aService } from '../../../../../test/builders/catalog.js';
import { aContact } from '../../../../../test/builders/contacts.js';
import { aPet } from '../../../../../test/builders/pets.js';
import { openRawDatabase } from '../../../../../test/support/raw-database.js';
import { type Booked, Salon } from '../../../../../test/support/salon.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { EventBus } from '../../../../core/events/index.js';
import { type InlineJobs, Jobs } from '../../../../core/jobs/index.js';
import { RealtimeService } from '../../../../core/realtime/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import type { AppointmentEvent } from '../appointments.events.js';

const MONTH_HOURS = 24 * 30;

describe('appointments and their customers', () => {
  let app: TestApp;
  let salon: Salon;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    salon = await Salon.open(app);
  });
  afterAll(() => app.close());

  const get = async (path: string): Promise<Record<string, unknown>> =>
    (await salon.call('get', path).expect(200)).body;
  const statsOf = (contactId: string): Promise<Record<string, unknown>> => get(`/contacts/${contactId}/booking-stats`);
  /** Changes an appointment and waits for the event of that type. */
  const told = async (type: AppointmentEvent['type'], work: () => Promise<Booked>): Promise<Booked> => {
    const changes: AppointmentEvent[] = [];
    const waiting = Promise.withResolvers<void>();
    const wanted = new Set<string>();
    const look = (): void => {
      if (changes.some((one) => one.type === type && wanted.has(one.appointmentId))) waiting.resolve();
    };
    const bus = app.app.get(EventBus);
    const ends = (['created', 'updated', 'cancelled'] as const).map((name) =>
      bus.on(`appointment.${name}`, (change) => {
        changes.push(change);
        look();
      }),
    );
    const done = await work();
    wanted.add(done._id);
    look();
    await waiting.promise;
    for (const end of ends) end();
    return done;
  };
  const cancel = async ({ _id }: Booked): Promise<Booked> =>
    (await salon.call('post', `/appointments/${_id}/cancel`).send({}).expect(200)).body.appointment as Booked;
  const aWebMessage = async (contact_id: string, content = 'hello'): Promise<string> => {
    const message = { contact_id, role: 'user', direction: 'inbound', platform: 'web', content };
    const { body } = await salon.call('post', '/messages', salon.owner).send(message).expect(201);
    return body.messageData.conversation_id as string;
  };

  it('are listed with the names of service and staff, the latest first if asked, also after they have left', async () => {
    const { owner, groomer, service } = salon;
    await salon.call('patch', `/users/${groomer.user._id}`, owner).send({ full_name: 'Gil' }).expect(200);
    await salon.call('patch', `/services/${service._id}`, owner).send({ name: 'Bath' }).expect(200);
    for (const time of ['09:00', '11:00']) await salon.book(time).expect(201);
    await salon.call('delete', `/users/${groomer.user._id}`, owner).expect(204);
    const list = `/appointments?contact_id=${salon.contact._id}&order=latest&limit=1`;
    const { body: first } = await salon.call('get', list, owner).expect(200);
    const { body: second } = await salon.call('get', `${list}&cursor=${first.nextCursor}`, owner).expect(200);
    const names = { service_name: 'Bath', staff_name: 'Gil' };
    expect(first.items).toMatchObject([{ ...names, starts_at: expect.stringContaining('T11:00') }]);
    expect(second).toMatchObject({
      items: [{ ...names, starts_at: expect.stringContaining('T09:00') }],
      nextCursor: null,
    });
  });

  it('charges the agreed fee for a late cancellation and counts it', async () => {
    const policy = {
      free_cancel_hours: MONTH_HOURS,
      free_reschedule_hours: 24,
      late_fee_percent: 25,
      max_reschedules: 3,
      no_show_fee_percent: 50,
    };
    const service = await aService(app, salon.owner, { price: 80, policy });
    const booked = await salon.booked('09:00', { service_id: service._id });
    expect(booked['policy']).toMatchObject({ cancel_fee: 20, reschedule_fee: 0, can_cancel: true });
    const lenient = { policy: { ...policy, late_fee_percent: 0 } };
    await salon.call('patch', `/services/${service._id}`, salon.owner).send(lenient).expect(200);
    const { body: link } = await salon.call('post', `/appointments/${booked._id}/manage-link`).expect(201);
    const path = `/public/manage/${link.manage_token}/cancel`;
    const byCustomer = async (): Promise<Booked> =>
      (await salon.call('post', path).send({}).expect(200)).body.appointment as Booked;
    const cancelled = await told('cancelled', byCustomer);
    expect(cancelled).toMatchObject({ status: 'cancelled', fee: 20, policy: { can_cancel: false } });
    expect(await statsOf(salon.contact._id)).toMatchObject({ completed: 0, no_shows: 0, late_cancels: 1 });
  });

  it('counts completed appointments', async () => {
    const { _id } = await salon.booked('09:00');
    const step = async (name: string): Promise<Booked> =>
      (await salon.call('post', `/appointments/${_id}/${name}`).expect(200)).body.appointment as Booked;
    await salon.rewriteStart(_id, 0);
    await step('check-in');
    await step('start');
    await told('completed', () => step('complete'));
    expect(await statsOf(salon.contact._id)).toMatchObject({ completed: 1, no_shows: 0, late_cancels: 0 });
  });

  it('refuses a no-show before the start time', async () => {
    const { _id } = await salon.booked('09:00');
    const { body } = await salon.call('post', `/appointments/${_id}/no-show`).expect(409);
    expect(body.code).toBe('INVALID_TRANSITION');
  });

  it('shows the next appointment in conversations', async () => {
    const conversation = await aWebMessage(salon.contact._id);
    const next = async (): Promise<unknown> => (await get(`/conversations/${conversation}`))['next_appointment'];
    await told('confirmed', () => salon.booked('12:00'));
    const sooner = await told('confirmed', () => salon.booked('09:00'));
    expect(await next()).toEqual({ _id: sooner._id, starts_at: salon.at('09:00'), service_name: 'Bath', pet_ids: [] });
    await told('cancelled', () => cancel(sooner));
    expect(await next()).toMatchObject({ starts_at: salon.at('12:00') });
  });

  it('moves appointments with a merged contact and back', async () => {
    const booked = await told('confirmed', () => salon.booked('09:00'));
    const survivor = await aContact(app, salon.owner, { full_name: 'The Survivor' });
    const merging = { contact_id: salon.contact._id };
    const { body } = await salon.call('post', `/contacts/${survivor._id}/merge`).send(merging).expect(200);
    expect(await get(`/appointments/${booked._id}`)).toMatchObject({ contact_id: survivor._id });
    await salon.call('post', `/contacts/merges/${body.merge._id}/undo`).expect(200);
    expect(await get(`/appointments/${booked._id}`)).toMatchObject({ contact_id: salon.contact._id });
  });

  it('frees the time and removes the notes, also from the event log, when the contact is deleted', async () => {
    const booked = await salon.booked('09:00', { notes: 'about Carla' });
    const raw = await openRawDatabase(app);
    const log = raw.db.collection('realtime_events');
    // The event of the booking is logged after the answer.
    while (!(await log.findOne({ 'data.appointment._id': booked._id }))) await new Promise(setImmediate);
    await told('cancelled', async () => {
      await salon.call('delete', `/contacts/${salon.contact._id}`, salon.owner).expect(204);
      return booked;
    });
    expect(await get(`/appointments/${booked._id}`)).toMatchObject({
      status: 'cancelled',
      contact_id: null,
      notes: null,
    });
    expect(await salon.starts()).toContain('09:00');
    const logged = { 'data.appointment._id': booked._id, 'data.appointment.notes': { $ne: null } };
    const events = await log.find(logged).toArray();
    await raw.close();
    expect(events).toEqual([]);
  });

  it('removes the notes of an event that is logged just after the contact was deleted', async () => {
    const { body } = await salon.book('09:00', { notes: 'about Carla' }).expect(201);
    const { appointment } = body;
    await salon.call('delete', `/contacts/${salon.contact._id}`, salon.owner).expect(204);
    const scope = CompanyScope.of(salon.owner.company._id);
    await app.app.get(RealtimeService, { strict: false }).publish(scope, 'appointment:updated', { appointment });
    await app.app.get<unknown, InlineJobs>(Jobs).drain({ includeDelayed: true });
    const raw = await openRawDatabase(app);
    const logged = { 'data.appointment._id': appointment._id, 'data.appointment.notes': { $ne: null } };
    expect(await raw.db.collection('realtime_events').find(logged).toArray()).toEqual([]);
    await raw.close();
  });

  it('refuses to delete a pet with future appointments', async () => {
    const pet = await aPet(app, salon.owner, salon.contact._id);
    const booked = await salon.booked('09:00', { pet_ids: [pet._id] });
    const { body } = await salon.call('delete', `/pets/${pet._id}`).expect(409);
    expect(body.code).toBe('IN_USE');
    await cancel(booked);
    await salon.call('delete', `/pets/${pet._id}`).expect(204);
  });

  it('keeps appointments of a former staff member, which can be reassigned', async () => {
    const { _id } = await salon.booked('09:00', { staff_id: salon.groomer.user._id });
    const colleague = await salon.hire();
    await salon.call('delete', `/users/${salon.groomer.user._id}`, salon.owner).expect(204);
    const list = `/appointments?staff_id=${salon.groomer.user._id}&from=${new Date().toISOString()}`;
    const { body } = await salon.call('get', list, colleague).expect(200);
    expect(body.items).toMatchObject([{ _id, status: 'confirmed' }]);
    const given = await salon
      .call('patch', `/appointments/${_id}`, colleague)
      .send({ staff_id: colleague.user._id })
      .expect(200);
    expect(given.body.appointment).toMatchObject({ staff_id: colleague.user._id, starts_at: salon.at('09:00') });
  });

  it('finds contacts, pets, messages and next appointments, and says which conversation each one opens', async () => {
    const marked = await aContact(app, salon.owner, { full_name: 'Zuzana Quill' });
    const pet = await aPet(app, salon.owner, marked._id, { name: 'Quillbert' });
    const conversation_id = await aWebMessage(marked._id, 'my quillbert is ill');
    const booked = await salon.booked('10:00', { contact_id: marked._id });
    const search = (q: string): Promise<Record<string, unknown>> => get(`/search?q=${q}`);
    expect(await search('quill')).toMatchObject({
      contacts: [{ _id: marked._id, full_name: 'Zuzana Quill', conversation_id }],
      pets: [{ _id: pet._id, contact_id: marked._id, contact_name: 'Zuzana Quill', conversation_id }],
      messages: [],
      appointments: [
        { _id: booked._id, service_name: 'Bath', status: 'confirmed', contact_name: 'Zuzana Quill', conversation_id },
      ],
    });
    expect(await search('Quillbert')).toMatchObject({
      contacts: [],
      pets: [{ _id: pet._id }],
      messages: [
        {
          conversation_id,
          contact_name: 'Zuzana Quill',
          seq: 1,
          visibility: 'public',
          excerpt: [
            { text: 'my ', match: false },
            { text: 'quillbert', match: true },
            { text: ' is ill', match: false },
          ],
        },
      ],
      appointments: [{ _id: booked._id }],
    });
    const other = await registerCompany(app);
    const { body } = await request(app.url).get('/api/v1/search?q=quill').set(other.auth).expect(200);
    expect(body).toEqual({ contacts: [], pets: [], messages: [], appointments: [] });
    await salon.call('get', '/search').expect(400);
  });
});
