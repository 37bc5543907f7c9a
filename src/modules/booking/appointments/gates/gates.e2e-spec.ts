import { registerCompany } from '../../../../../test/builders/accounts.js';
import request from 'supertest';
import { Types } from 'mongoose';
import { aContact } from '../../../../../test/builders/contacts.js';
import { beforeNext } from '../../../../../test/support/before-next.js';
import { openRawDatabase } from '../../../../../test/support/raw-database.js';
import { aPet } from '../../../../../test/builders/pets.js';
import { aResource, aResourceType, aService } from '../../../../../test/builders/catalog.js';
import { type Booked, Salon } from '../../../../../test/support/salon.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { ReservationsService } from '../../reservations/reservations.service.js';

/** The first bytes of a PNG file. */
const PICTURE = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
const DAY_MS = 86_400_000;

describe('gates', () => {
  let app: TestApp;
  let salon: Salon;
  let pet: { _id: string };

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    salon = await Salon.open(app);
    pet = await aPet(app, salon.owner, salon.contact._id);
  });
  afterAll(() => app.close());

  const gated = (...gates: object[]): Promise<{ _id: string }> => aService(app, salon.owner, { gates });
  const vaccinated = (expires_on: string): Promise<unknown> =>
    salon
      .call('patch', `/pets/${pet._id}`)
      .send({ vaccinations: [{ name: 'rabies', given_on: '2020-01-01', expires_on }] })
      .expect(200);
  const day = (index: number): string => new Date(Date.parse(salon.monday) + index * DAY_MS).toISOString().slice(0, 10);
  const RABIES = { kind: 'vaccination', name: 'Rabies' };
  /** Books an appointment that waits for proof of vaccination. */
  const pending = async (pet_ids = [pet._id]): Promise<string> => {
    const service = await gated({ ...RABIES, mode: 'allow_with_upload' });
    return (await salon.booked('09:00', { service_id: service._id, pet_ids }))._id;
  };
  const shown = async (id: string): Promise<Booked> =>
    (await salon.call('get', `/appointments/${id}`).expect(200)).body;
  const change = async (id: string, fields: object): Promise<Booked> =>
    (await salon.call('patch', `/appointments/${id}`).send(fields).expect(200)).body.appointment;
  /** Sends a vaccination file and returns the path of the proof. */
  const sentProof = async (id: string): Promise<string> => {
    const proofs = `/appointments/${id}/proofs`;
    const sent = salon.call('post', proofs).query({ name: 'Rabies' }).attach('file', PICTURE, 'card.png');
    return `${proofs}/${(await sent.expect(201)).body._id}`;
  };

  it('judges gates on the day of the appointment', async () => {
    const service = await gated({ ...RABIES, mode: 'block' });
    const input = { service_id: service._id, pet_ids: [pet._id] };
    const { body } = await salon.book('09:00', input).expect(422);
    expect(body).toMatchObject({
      code: 'GATE_FAILED',
      details: { gates: [{ kind: 'vaccination', name: 'Rabies', pet_id: pet._id }] },
    });
    await vaccinated(new Date().toISOString().slice(0, 10));
    await salon.book('09:00', input).expect(422);
    await vaccinated(salon.monday);
    await salon.book('09:00', input).expect(201);
    expect(await salon.starts({ service_id: service._id })).not.toContain('09:00');
  });

  it('frees the time of a refused request', async () => {
    const service = await gated({ ...RABIES, mode: 'block' });
    await salon.book('09:00', { service_id: service._id, pet_ids: [pet._id] }).expect(422);
    expect(await salon.starts({ service_id: service._id })).toContain('09:00');
  });

  it('accepts a refused request later under the same client_key', async () => {
    const service = await gated({ ...RABIES, mode: 'block' });
    const input = { service_id: service._id, pet_ids: [pet._id], client_key: 'the-tap' };
    expect((await salon.book('09:00', input).expect(422)).body.code).toBe('GATE_FAILED');
    await vaccinated(salon.monday);
    const { _id } = await salon.booked('09:00', input);
    expect(await salon.booked('09:00', input)).toMatchObject({ _id, status: 'confirmed' });
  });

  it('warns without blocking', async () => {
    const service = await gated({ ...RABIES, mode: 'warn' });
    const booked = await salon.booked('09:00', { service_id: service._id, pet_ids: [pet._id] });
    expect(booked).toMatchObject({
      status: 'confirmed',
      warnings: [{ kind: 'vaccination', name: 'Rabies', pet_id: pet._id }],
    });
  });

  it('keeps an appointment pending until all gates are met', async () => {
    const agreement = { kind: 'agreement', name: 'Terms 2026', mode: 'allow_with_upload' };
    const service = await gated({ ...RABIES, mode: 'allow_with_upload' }, agreement);
    const booked = await salon.booked('09:00', { service_id: service._id, pet_ids: [pet._id] });
    expect(booked).toMatchObject({ status: 'pending', pending_on: [{ name: 'Rabies' }, { name: 'Terms 2026' }] });
    await salon.call('post', '/agreements').send({ contact_id: salon.contact._id, name: 'terms 2026' }).expect(201);
    expect((await shown(booked._id))['status']).toBe('pending');
    const { body } = await salon.call('get', '/appointments').query({ status: 'pending' }).expect(200);
    expect(body.items).toHaveLength(1);
    await salon.call('post', '/pet-clearances').send({ pet_id: pet._id, name: 'Rabies' }).expect(201);
    expect((await shown(booked._id))['status']).toBe('confirmed');
  });

  it('accepts a completed evaluation', async () => {
    const evaluation = await aService(app, salon.owner, { name: 'First visit' });
    const service = await gated({ kind: 'evaluation', name: 'first visit', mode: 'block' });
    const input = { service_id: service._id, pet_ids: [pet._id] };
    await salon.book('12:00', input).expect(422);
    const { _id } = await salon.booked('09:00', { service_id: evaluation._id, pet_ids: [pet._id] });
    await salon.rewriteStart(_id, 0);
    for (const step of ['check-in', 'start', 'complete'])
      await salon.call('post', `/appointments/${_id}/${step}`).expect(200);
    await salon.book('12:00', input).expect(201);
  });

  it('accepts a file from the customer’s link after approval by staff', async () => {
    const _id = await pending();
    const { body: link } = await salon.call('post', `/appointments/${_id}/manage-link`).expect(201);
    const send = (name: string, bytes: Buffer) =>
      request(app.url)
        .post(`/api/v1/public/manage/${link.manage_token}/proofs`)
        .query({ name, pet_id: pet._id })
        .attach('file', bytes, 'card.png');
    await send('Distemper', PICTURE).expect(400);
    await send('Rabies', Buffer.from('no picture')).expect(415);
    expect((await send('rabies', PICTURE).expect(201)).body.state).toBe('waiting');
    const proofs = `/appointments/${_id}/proofs`;
    const { body } = await salon.call('get', proofs).expect(200);
    expect(body.items).toMatchObject([{ name: 'Rabies', pet_id: pet._id, mime_type: 'image/png', state: 'waiting' }]);
    await request(app.url).get(body.items[0].url).expect(200);
    const stranger = await registerCompany(app);
    const path = `${proofs}/${body.items[0]._id}`;
    await salon.call('patch', path, stranger).send({ state: 'accepted' }).expect(404);
    await salon.call('patch', path).send({ state: 'accepted', valid_until: salon.monday }).expect(200);
    await salon.call('patch', path).send({ state: 'refused' }).expect(409);
    expect((await shown(_id))['status']).toBe('confirmed');
    await salon.call('delete', `/contacts/${salon.contact._id}`, salon.owner).expect(204);
    await request(app.url).get(body.items[0].url).expect(404);
  });

  it('accepts a proof about a pet only if the pet is named', async () => {
    const _id = await pending([]);
    const path = await sentProof(_id);
    const accept = (fields: object = {}) => salon.call('patch', path).send({ state: 'accepted', ...fields });
    expect((await accept().expect(422)).body.code).toBe('PROOF_WITHOUT_PET');
    expect((await accept({ pet_id: pet._id }).expect(400)).body.details).toMatchObject([{ field: 'pet_id' }]);
    await change(_id, { pet_ids: [pet._id] });
    expect((await accept({ pet_id: pet._id }).expect(200)).body).toMatchObject({ state: 'accepted', pet_id: pet._id });
    const { body } = await salon.call('get', '/pet-clearances').query({ pet_id: pet._id }).expect(200);
    expect(body.items).toMatchObject([{ name: 'Rabies' }]);
    expect((await shown(_id))['status']).toBe('confirmed');
  });

  it('can be approved by hand', async () => {
    const _id = await pending();
    expect(await change(_id, { status: 'confirmed' })).toMatchObject({ status: 'confirmed', pending_on: [] });
  });

  it('judges every day of a stay', async () => {
    const type = await aResourceType(app, salon.owner, { name: 'Kennel', cell: 'night' });
    await aResource(app, salon.owner, type._id);
    const gates = [{ ...RABIES, mode: 'block' }];
    const requirements = [{ resource_type_id: type._id }];
    const stay = await aService(app, salon.owner, { kind: 'boarding', gates, requirements });
    const input = { service_id: stay._id, pet_ids: [pet._id] };
    await vaccinated(day(2));
    expect((await salon.book('10:00', { ...input, nights: 3 }).expect(422)).body.code).toBe('GATE_FAILED');
    const { _id } = await salon.booked('10:00', { ...input, nights: 2 });
    const { body } = await salon.call('patch', `/appointments/${_id}`).send({ nights: 3 }).expect(422);
    expect(body.code).toBe('GATE_FAILED');
    await vaccinated(day(3));
    await change(_id, { nights: 3 });
  });

  it('judges again when the time or the pets change', async () => {
    const service = await gated({ ...RABIES, mode: 'block' });
    await vaccinated(salon.monday);
    const { _id } = await salon.booked('09:00', { service_id: service._id, pet_ids: [pet._id] });
    const other = await aPet(app, salon.owner, salon.contact._id);
    for (const input of [{ starts_at: `${day(1)}T09:00:00Z` }, { pet_ids: [other._id] }]) {
      const { body } = await salon.call('patch', `/appointments/${_id}`).send(input).expect(422);
      expect(body.code).toBe('GATE_FAILED');
      const preview = await salon.call('post', `/appointments/${_id}/preview`).send(input).expect(200);
      expect(preview.body.conflicts).toMatchObject([{ code: 'GATE_FAILED' }]);
    }
    expect(await shown(_id)).toMatchObject({ starts_at: salon.at('09:00'), pet_ids: [pet._id] });
    const warning = await gated({ ...RABIES, mode: 'warn' });
    const changed = await change(_id, { service_id: warning._id, pet_ids: [other._id] });
    expect(changed['warnings']).toMatchObject([{ name: 'Rabies', pet_id: other._id }]);
  });

  it('keeps an approval by hand when other proof arrives', async () => {
    const terms = { kind: 'agreement', name: 'Terms', mode: 'allow_with_upload' };
    const service = await gated({ ...RABIES, mode: 'allow_with_upload' }, terms);
    const { _id } = await salon.booked('09:00', { service_id: service._id, pet_ids: [pet._id] });
    const missing = { kind: 'agreement', name: 'Terms', pet_id: null };
    const approved = [{ kind: 'vaccination', name: 'Rabies', pet_id: new Types.ObjectId(pet._id) }];
    await salon.rewriteStart(_id, DAY_MS, { pending_on: [missing], approved });
    await salon.call('post', '/agreements').send({ contact_id: salon.contact._id, name: 'Terms' }).expect(201);
    expect(await shown(_id)).toMatchObject({ status: 'confirmed', pending_on: [] });
  });

  it('approves by hand in the request that changes the contact', async () => {
    const terms = { kind: 'agreement', name: 'Terms', mode: 'allow_with_upload' };
    const service = await gated(terms);
    const { _id } = await salon.booked('09:00', { service_id: service._id });
    const other = await aContact(app, salon.owner);
    const input = { status: 'confirmed', contact_id: other._id };
    const preview = await salon.call('post', `/appointments/${_id}/preview`).send(input).expect(200);
    expect(preview.body.appointment).toMatchObject({ status: 'confirmed', pending_on: [] });
    const appointment = await change(_id, input);
    expect(appointment).toMatchObject({ contact_id: other._id, status: 'confirmed', pending_on: [] });
  });

  it('records an accepted proof when staff repeat an interrupted decision', async () => {
    const _id = await pending();
    const path = await sentProof(_id);
    const raw = await openRawDatabase(app);
    // The state that a process leaves if it stops after the decision.
    const sent = { appointment_id: new Types.ObjectId(_id) };
    await raw.db.collection('gate_proofs').updateOne(sent, { $set: { state: 'accepted' } });
    await raw.close();
    const accept = () => salon.call('patch', path).send({ state: 'accepted' }).expect(200);
    await Promise.all([accept(), accept()]);
    expect((await shown(_id))['status']).toBe('confirmed');
    const clearances = await salon.call('get', '/pet-clearances').query({ pet_id: pet._id }).expect(200);
    expect(clearances.body.items).toHaveLength(1);
  });

  it('requires proof of a pet that staff add during the review of another pet', async () => {
    const service = await aService(app, salon.owner, {
      gates: [{ ...RABIES, mode: 'allow_with_upload' }],
      pets: { max: 2 },
    });
    await salon.hire();
    const other = await aPet(app, salon.owner, salon.contact._id);
    const { _id } = await salon.booked('09:00', { service_id: service._id, pet_ids: [pet._id] });
    const path = `/appointments/${_id}`;
    const { body: proof } = await salon
      .call('post', `${path}/proofs`)
      .query({ name: 'Rabies', pet_id: pet._id })
      .attach('file', PICTURE, 'card.png')
      .expect(201);
    beforeNext(app.app.get(ReservationsService, { strict: false }), 'edit', () =>
      salon
        .call('patch', path)
        .send({ pet_ids: [pet._id, other._id] })
        .expect(200),
    );
    await salon.call('patch', `${path}/proofs/${proof._id}`).send({ state: 'accepted' }).expect(200);
    const { body } = await salon.call('get', path).expect(200);
    expect(body).toMatchObject({ status: 'pending', pending_on: [{ name: 'Rabies', pet_id: other._id }] });
  });

  it('keeps an approval by hand when staff move the appointment', async () => {
    const _id = await pending();
    await change(_id, { status: 'confirmed' });
    const moved = await change(_id, { starts_at: salon.at('11:00') });
    expect(moved).toMatchObject({ status: 'confirmed', pending_on: [] });
  });

  it('lists and deletes records', async () => {
    const terms = { contact_id: salon.contact._id, name: 'Terms' };
    const { body } = await salon.call('post', '/agreements').send(terms).expect(201);
    const list = async (): Promise<unknown[]> =>
      (await salon.call('get', '/agreements').query({ contact_id: salon.contact._id }).expect(200)).body.items;
    expect(await list()).toEqual([body]);
    await salon.call('delete', `/agreements/${body._id}`).expect(403);
    await salon.call('delete', `/agreements/${body._id}`, salon.owner).expect(204);
    expect(await list()).toEqual([]);
  });
});
