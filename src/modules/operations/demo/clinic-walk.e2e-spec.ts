import request from 'supertest';
import { anEmail } from '../../../../test/builders/accounts.js';
import { codeFor, Visitor } from '../../../../test/builders/public-booking.js';
import { type Appointment, DemoClinicWalk, searchedDays, type Slot } from '../../../../test/support/demo-clinic.js';
import { rewriteStart } from '../../../../test/support/salon.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { SERVICE_NAMES } from './data/patas-services.js';

const SLUG = 'patas-cia';
const RABIES = { kind: 'vaccination', name: 'Rabies' };

describe('a walk through the demo clinic', () => {
  let app: TestApp;
  let clinic: DemoClinicWalk;

  beforeAll(async () => {
    app = await startTestApp({ SANDBOX: 'on' });
    clinic = await DemoClinicWalk.enter(app);
  });
  afterAll(async () => {
    clinic.close();
    await app.close();
  });

  const startOf = ([slot]: Slot[]): string | undefined => slot?.starts_at;

  it('finds four people, two rooms, three tables, a kennel, and a calendar that is not empty', async () => {
    expect(await clinic.list('/staff-schedules')).toHaveLength(4);
    const names = (await clinic.list('/resources')).map(({ name }) => name);
    expect(names.sort()).toEqual([
      'Canil',
      'Consultório 1',
      'Consultório 2',
      'Mesa 1',
      'Mesa 2',
      'Mesa grande',
      'Pátio',
    ]);
    const [first, ...others] = await clinic.list('/appointments', { from: new Date().toISOString() });
    expect([first, ...others].map((one) => one?.['status']).sort()).toEqual([
      ...Array.from({ length: 4 }, () => 'confirmed'),
      'held',
    ]);
    const stay = others.find(({ nights }) => nights === 3);
    expect(stay).toMatchObject({ price: 28_500, currency: 'BRL', warnings: [RABIES] });
  });

  it('books, moves and cancels', async () => {
    const visitRequest = await clinic.visitRequest(SERVICE_NAMES.consultation, 'Carla Dias', 'Bob');
    const [slot, ...others] = await clinic.free(visitRequest);
    const booked = await clinic.book({ ...visitRequest, staff_id: slot?.staff_ids[0] }, slot?.starts_at);
    expect(booked).toMatchObject({ status: 'confirmed', price: 18_000, ends_at: slot?.ends_at });
    await clinic.expectPublished('created', booked);
    const stillFree = await clinic.free(visitRequest, { staff_id: booked.staff_id });
    expect(stillFree.map(({ starts_at }) => starts_at)).not.toContain(booked.starts_at);

    const later = others.find(
      ({ starts_at, staff_ids }) => starts_at >= booked.ends_at && staff_ids.includes(booked.staff_id),
    );
    const moved = await clinic.change('patch', booked._id, { starts_at: later?.starts_at });
    expect(moved).toMatchObject({ starts_at: later?.starts_at, staff_id: booked.staff_id });
    await clinic.expectPublished('updated', moved);
    expect(startOf(await clinic.free(visitRequest, { staff_id: booked.staff_id }))).toBe(booked.starts_at);

    const cancelled = await clinic.change('post', `${booked._id}/cancel`, { reason: 'Bob is well again' });
    expect(cancelled).toMatchObject({ status: 'cancelled', cancel_reason: 'Bob is well again', fee: null });
    await clinic.expectPublished('cancelled', cancelled);
    expect(clinic.eventsOf(booked._id)).toEqual(['held', 'created', 'updated', 'cancelled']);
  });

  it('checks in, works and completes', async () => {
    const visitRequest = await clinic.visitRequest(SERVICE_NAMES.nails, 'Joana Ferraz', 'Simba');
    const { _id } = await clinic.book(visitRequest, startOf(await clinic.free(visitRequest, {}, 1)));
    await rewriteStart(app, _id, 0);
    for (const [step, status] of [
      ['check-in', 'checked_in'],
      ['start', 'in_progress'],
      ['complete', 'completed'],
    ]) {
      const now = await clinic.change('post', `${_id}/${step}`);
      expect(now['status']).toBe(status);
      await clinic.expectPublished('updated', now);
    }
    expect(clinic.eventsOf(_id)).toEqual(['held', 'created', 'updated', 'updated', 'updated']);
  });

  it('notes who did not come, once the time is there', async () => {
    const visitRequest = await clinic.visitRequest(SERVICE_NAMES.groom, 'Rafael Moura', 'Amora');
    const { _id } = await clinic.book(visitRequest, startOf(await clinic.free(visitRequest, {}, 1)));
    const early = await clinic.call('post', `/appointments/${_id}/no-show`).expect(409);
    expect(early.body.code).toBe('INVALID_TRANSITION');
    await rewriteStart(app, _id, 0);
    const noShow = await clinic.change('post', `${_id}/no-show`);
    expect(noShow).toMatchObject({ status: 'no_show', price: 8_500, fee: 4_250 });
    await clinic.expectPublished('updated', noShow);
    expect(clinic.eventsOf(_id)).toEqual(['held', 'created', 'updated']);
  });

  it('overbooks on purpose, and for nobody else', async () => {
    const visitRequest = await clinic.visitRequest(SERVICE_NAMES.consultation, 'Carla Dias', 'Bob');
    const [slot] = await clinic.free(visitRequest, {}, 2);
    const asked = { ...visitRequest, staff_id: slot?.staff_ids[0], starts_at: slot?.starts_at };
    const first = await clinic.book(asked, slot?.starts_at);
    const full = await clinic.call('post', '/appointments').send(asked).expect(409);
    expect(full.body).toMatchObject({ code: 'SLOT_TAKEN', details: { alternatives: [{}, {}, {}] } });
    const overbook = { reason: 'Nala swallowed a thread' };
    const urgent = { ...(await clinic.visitRequest(SERVICE_NAMES.consultation, 'Joana Ferraz', 'Nala')), overbook };
    const onTop = { ...asked, ...urgent };
    await clinic.call('post', '/appointments').send(onTop).expect(403);
    const { body } = await clinic.call('post', '/appointments', clinic.owner).send(onTop).expect(201);
    expect(body.appointment).toMatchObject({ overbooked: true, overbook: { by: clinic.owner.user._id, ...overbook } });
    await clinic.expectPublished('created', body.appointment);
    expect(await clinic.findInCalendar(first)).toMatchObject({ status: 'confirmed', overbooked: false });
    await clinic.call('post', '/appointments').send(asked).expect(409);
    expect(clinic.eventsOf(body.appointment._id)).toEqual(['held', 'created']);
  });

  it('boards a dog for a week', async () => {
    const visitRequest = await clinic.visitRequest(SERVICE_NAMES.boarding, 'Pedro Alves', 'Fred');
    const starts_at = startOf(await clinic.free(visitRequest, { nights: 7 }, 3));
    const stay = await clinic.book({ ...visitRequest, nights: 7, add_ons: ['bath'] }, starts_at);
    const canil = await clinic.idOf('/resources', 'Canil');
    expect(stay).toMatchObject({ nights: 7, price: 7 * 9_500 + 6_000, resources: [canil], warnings: [RABIES] });
    await clinic.expectPublished('created', stay);
    const amid = new Date((Date.parse(stay.starts_at) + Date.parse(stay.ends_at)) / 2).toISOString();
    const inKennel = await clinic.list('/appointments', { from: amid, to: amid, resource_id: canil });
    expect(inKennel.map(({ _id }) => _id)).toContain(stay._id);
    expect(clinic.eventsOf(stay._id)).toEqual(['held', 'created']);
  });

  it('puts a family of three on three tables at once', async () => {
    const visitRequest = await clinic.visitRequest(SERVICE_NAMES.groom, 'Ana Souza', 'Thor', 'Mel', 'Pipoca');
    const starts_at = startOf(await clinic.free(visitRequest, {}, 4));
    const visit = await clinic.book(visitRequest, starts_at);
    expect(visit).toMatchObject({ pet_ids: visitRequest.pet_ids, price: 13_000 + 11_000 + 8_500 });
    const lines = visit['lines'] as { starts_at: string; staff_id: string; resource_ids: string[] }[];
    expect(new Set(lines.map((line) => line.staff_id)).size).toBe(3);
    expect(new Set(lines.flatMap((line) => line.resource_ids)).size).toBe(3);
    expect(lines.every((line) => line.starts_at === starts_at)).toBe(true);
    expect(lines[0]?.resource_ids).toEqual([await clinic.idOf('/resources', 'Mesa grande')]);
    await clinic.expectPublished('created', visit);
    const late = await clinic.visitRequest(SERVICE_NAMES.groom, 'Rafael Moura', 'Amora');
    await clinic
      .call('post', '/appointments')
      .send({ ...late, starts_at })
      .expect(409);
    expect(clinic.eventsOf(visit._id)).toEqual(['held', 'created']);
  });

  it('is booked, moved and cancelled by somebody without a log-in', async () => {
    const { body: page } = await request(app.url).get(`/api/v1/public/${SLUG}/services`).expect(200);
    const services: { _id: string; name: string }[] = page.services;
    expect(services.map(({ name }) => name).sort()).toEqual(Object.values(SERVICE_NAMES).sort());
    const serviceId = String(services.find(({ name }) => name === SERVICE_NAMES.groom)?._id);
    const visitor = new Visitor(app, { slug: SLUG, serviceId });
    const pets = [{ species: 'dog', weight_kg: 8 }];
    const visitRequest = { service_id: serviceId, pets: JSON.stringify(pets), ...searchedDays() };
    const { body: found } = await visitor.get(`slots?${String(new URLSearchParams(visitRequest))}`).expect(200);
    const starts: string[] = found.days.flatMap(({ slots }: { slots: Slot[] }) =>
      slots.map(({ starts_at }) => starts_at),
    );
    const { hold } = (await visitor.hold(String(starts.at(-1)), { pets })).body as { hold: Appointment };
    expect(await clinic.findInCalendar(hold)).toMatchObject({ status: 'held', source: 'public' });

    const email = anEmail();
    const body = {
      contact: { full_name: 'Dora Pinto', email },
      pets: [{ name: 'Toby', species: 'dog', weight_kg: 8 }],
    };
    await visitor.post(`holds/${hold._id}/confirm`, body).expect(202);
    const code = await codeFor(app, email);
    const { body: booked } = await visitor.post(`holds/${hold._id}/confirm`, { ...body, code }).expect(201);
    expect(booked.appointment).toMatchObject({ status: 'confirmed', price: 7_000, starts_at: starts.at(-1) });
    await clinic.told('created', hold._id, { status: 'confirmed', source: 'public' });

    const manage = `/api/v1/public/manage/${booked.manage_token}`;
    const { body: others } = await request(app.url).get(`${manage}/slots`).query(searchedDays()).expect(200);
    const [other] = others.days.flatMap(({ slots }: { slots: Slot[] }) => slots) as Slot[];
    const moved = await request(app.url).post(`${manage}/reschedule`).send({ starts_at: other?.starts_at }).expect(200);
    expect(moved.body.appointment).toMatchObject({ status: 'confirmed', starts_at: other?.starts_at, fee: 0 });
    await clinic.told('updated', hold._id, { starts_at: other?.starts_at });
    const gone = await request(app.url).post(`${manage}/cancel`).send({ reason: 'ill' }).expect(200);
    expect(gone.body.appointment).toMatchObject({ status: 'cancelled', fee: 0 });
    const cancelled = await clinic.told('cancelled', hold._id, { status: 'cancelled' });
    expect(await clinic.findInCalendar(cancelled)).toMatchObject({ status: 'cancelled', cancel_reason: 'ill' });
    expect(clinic.eventsOf(hold._id)).toEqual(['held', 'created', 'updated', 'cancelled']);
  });

  /** As if its time had come. */
});
