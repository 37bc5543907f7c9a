import request from 'supertest';
import { type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { StaffSocket } from '../../../../test/support/inbox.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import type { ContactDto } from '../contacts/index.js';

describe('pets over HTTP', () => {
  let app: TestApp;
  let owner: RegisteredCompany;
  let stranger: RegisteredCompany;
  let contact: ContactDto;

  beforeAll(async () => {
    app = await startTestApp();
    stranger = await registerCompany(app);
  });
  beforeEach(async () => {
    owner = await registerCompany(app);
    contact = await aContact(app, owner);
  });
  afterAll(() => app.close());

  const call = (
    method: 'get' | 'post' | 'patch' | 'delete',
    path: string,
    by: Pick<RegisteredCompany, 'auth'> = owner,
  ) => request(app.url)[method](`/api/v1${path}`).set(by.auth);
  const aPet = async (fields: Record<string, unknown> = {}, of = contact) =>
    (
      await call('post', `/contacts/${of._id}/pets`)
        .send({ name: 'Rex', ...fields })
        .expect(201)
    ).body;

  it('stores a pet with everything about it', async () => {
    const fields = {
      contact_id: contact._id,
      name: 'Mimi',
      species: 'cat',
      breed: 'Siamês',
      birth_date: '2020-02-29',
      weight_kg: 4.25,
      sex: 'female',
      coat: 'short',
      allergies: ['chicken'],
      temperament: ['shy', 'bites'],
      vaccinations: [{ name: 'Rabies', given_on: '2026-01-10', expires_on: '2027-01-10' }],
      photo_url: 'https://example.com/mimi.jpg',
      notes: 'likes boxes',
    };
    const { body } = await call('post', '/pets').send(fields).expect(201);
    expect(body).toMatchObject({ ...fields, company_id: owner.company._id });
    expect(Object.keys(body)).not.toContain('search');
    expect((await call('get', `/pets/${body._id}`).expect(200)).body).toEqual(body);
  });

  it.each([
    ['no name', { name: undefined }, 'name'],
    ['a day that does not exist', { birth_date: '2023-02-29' }, 'birth_date'],
    ['a time where a day belongs', { birth_date: '2023-02-20T10:00:00Z' }, 'birth_date'],
    ['a vaccination without a name', { vaccinations: [{ given_on: '2023-01-01' }] }, 'vaccinations.0.name'],
    ['a bad vaccination day', { vaccinations: [{ name: 'x', expires_on: 'soon' }] }, 'vaccinations.0.expires_on'],
    ['a weight below zero', { weight_kg: -1 }, 'weight_kg'],
    ['an unknown sex', { sex: 'dog' }, 'sex'],
    ['a script for a photo', { photo_url: 'javascript:alert(1)' }, 'photo_url'],
    ['an unknown field', { owner: 'x' }, 'owner'],
  ])('refuses %s', async (_, fields, field) => {
    const body = { contact_id: contact._id, name: 'Rex', ...fields };
    const answer = await call('post', '/pets').send(body).expect(400);
    expect(answer.body).toMatchObject({ code: 'VALIDATION_ERROR', details: [{ field }] });
  });

  it('lists by contact and finds by beginnings of words', async () => {
    const other = await aContact(app, owner);
    await aPet({ name: 'Rex', breed: 'Pastor Alemão' });
    await aPet({ name: 'Rubi', species: 'dog' }, other);
    const names = async (path: string): Promise<string[]> =>
      (await call('get', path).expect(200)).body.items.map(({ name }: { name: string }) => name);
    expect(await names('/pets')).toEqual(['Rubi', 'Rex']);
    expect(await names(`/contacts/${contact._id}/pets`)).toEqual(['Rex']);
    expect(await names(`/pets?contact_id=${other._id}`)).toEqual(['Rubi']);
    expect(await names('/pets?q=alemao')).toEqual(['Rex']);
    expect(await names('/pets?q=R')).toEqual(['Rubi', 'Rex']);
    const first = await call('get', '/pets?limit=1').expect(200);
    expect(first.body.items[0].contact_name).toBe(other.full_name);
    expect(await names(`/pets?limit=1&cursor=${first.body.nextCursor}`)).toEqual(['Rex']);
  });

  it('changes what is given and keeps the search up to date', async () => {
    const pet = await aPet({ breed: 'Poodle' });
    const { body } = await call('patch', `/pets/${pet._id}`).send({ name: 'Thor', weight_kg: null }).expect(200);
    expect(body).toMatchObject({ name: 'Thor', breed: 'Poodle', weight_kg: null });
    expect((await call('get', '/pets?q=thor%20pood')).body.items).toHaveLength(1);
    expect((await call('get', '/pets?q=rex')).body.items).toHaveLength(0);
    await call('delete', `/pets/${pet._id}`).expect(204);
    await call('get', `/pets/${pet._id}`).expect(404);
  });

  it('lists the vaccinations that end in a range of days, one row for each pet and day', async () => {
    const ends = async (query: string, by = owner) => (await call('get', `/pets/vaccination-ends?${query}`, by)).body;
    const given = (name: string, expires_on: string | null) => ({ name, expires_on });
    const luna = await aPet({
      name: 'Luna',
      species: 'cat',
      vaccinations: [given('Rabies', '2026-01-31'), given('FeLV', '2026-01-31'), given('Flu', null)],
    });
    await aPet({ name: 'Rex', vaccinations: [given('Rabies', '2025-05-01'), given('rabies', '2026-03-01')] });
    const rows = ({ items }: { items: { expires_on: string; names: string[]; pet: { name: string } }[] }) =>
      items.map(({ expires_on, names, pet }) => [expires_on, pet.name, ...names]);
    expect(rows(await ends(''))).toEqual([
      ['2026-01-31', 'Luna', 'Rabies', 'FeLV'],
      ['2026-03-01', 'Rex', 'rabies'],
    ]);
    expect(rows(await ends('from=2026-02-01&until=2026-03-01'))).toEqual([['2026-03-01', 'Rex', 'rabies']]);
    expect(rows(await ends('until=2026-02-28'))).toEqual([['2026-01-31', 'Luna', 'Rabies', 'FeLV']]);
    const first = await ends('order=latest&limit=1');
    expect(rows(first)).toEqual([['2026-03-01', 'Rex', 'rabies']]);
    expect(rows(await ends(`order=latest&limit=1&cursor=${first.nextCursor}`))).toHaveLength(1);
    expect((await ends('')).items[0]).toMatchObject({
      pet: { _id: luna._id, species: 'cat' },
      contact_id: contact._id,
      contact: { full_name: contact.full_name },
    });
    await call('post', '/pet-clearances')
      .send({ pet_id: luna._id, name: 'FELV', valid_until: '2026-06-30' })
      .expect(201);
    expect((await ends('')).items).toMatchObject([
      { clearances: [{ name: 'FELV', valid_until: '2026-06-30' }] },
      { clearances: [] },
    ]);
    expect((await ends('', stranger)).items).toEqual([]);
    await call('patch', `/pets/${luna._id}`)
      .send({ vaccinations: [given('Rabies', '2029-01-31')] })
      .expect(200);
    expect(rows(await ends('from=2026-12-01'))).toEqual([['2029-01-31', 'Luna', 'Rabies']]);
    await call('get', '/pets/vaccination-ends?from=soon').expect(400);
  });

  it('moves when its contact is merged, moves back after undo, is deleted with its contact', async () => {
    const pet = await aPet();
    const survivor = await aContact(app, owner);
    const merged = await call('post', `/contacts/${survivor._id}/merge`).send({ contact_id: contact._id }).expect(200);
    expect((await call('get', `/pets/${pet._id}`)).body.contact_id).toBe(survivor._id);
    await call('post', `/contacts/${contact._id}/pets`).send({ name: 'Late' }).expect(409);
    await call('post', `/contacts/merges/${merged.body.merge._id}/undo`).expect(200);
    expect((await call('get', `/pets/${pet._id}`)).body.contact_id).toBe(contact._id);
    await call('delete', `/contacts/${contact._id}`).expect(204);
    await call('get', `/pets/${pet._id}`).expect(404);
  });

  it('tells the web app which company, user, contact, pet and clearance changed, by ids only', async () => {
    const desk = await StaffSocket.connect(app, owner.tokens.accessToken);
    const pet = await aPet();
    await desk.next('pet:updated');
    desk.received.length = 0;
    await call('patch', '/companies/me').send({ name: 'Canary' }).expect(200);
    await call('patch', `/users/${owner.user._id}`).send({ full_name: 'Canary' }).expect(200);
    await call('patch', '/users/me').send({ locale: 'pt-BR' }).expect(200);
    await call('patch', `/contacts/${contact._id}`).send({ full_name: 'Canary' }).expect(200);
    await call('patch', `/pets/${pet._id}`).send({ name: 'Canary' }).expect(200);
    const seen = { pet_id: pet._id, name: 'Rabies' };
    const { body: clearance } = await call('post', '/pet-clearances').send(seen).expect(201);
    await call('delete', `/pet-clearances/${clearance._id}`).expect(204);
    await call('delete', `/pets/${pet._id}`).expect(204);
    await call('delete', `/contacts/${contact._id}`).expect(204);
    await desk.next('contact:updated', ({ deleted }) => deleted === true);
    const told = desk.received.filter(({ event }) => event.endsWith(':updated'));
    const [userId, contactId, petId] = [owner.user._id, contact._id, pet._id];
    expect(told.map(({ event, data: { seq: _seq, ...ids } }) => [event, ids])).toEqual([
      ['company:updated', {}],
      ['user:updated', { userId, deleted: false }],
      ['user:updated', { userId, deleted: false }],
      ['contact:updated', { contactId, deleted: false }],
      ['pet:updated', { petId, contactId, deleted: false }],
      ['clearance:updated', { clearanceId: clearance._id, petId, deleted: false }],
      ['clearance:updated', { clearanceId: clearance._id, petId, deleted: true }],
      ['pet:updated', { petId, contactId, deleted: true }],
      ['contact:updated', { contactId, deleted: true }],
    ]);
    desk.close();
  });

  it('answers 404 for pets and contacts of another company', async () => {
    const pet = await aPet({ name: 'Canary' });
    const theirs = await aContact(app, stranger);
    const tries = [
      call('get', `/pets/${pet._id}`, stranger),
      call('patch', `/pets/${pet._id}`, stranger).send({ name: 'x' }),
      call('delete', `/pets/${pet._id}`, stranger),
      call('get', `/contacts/${contact._id}/pets`, stranger),
      call('post', `/contacts/${contact._id}/pets`, stranger).send({ name: 'x' }),
      call('post', '/pets', stranger).send({ name: 'x', contact_id: contact._id }),
      call('patch', `/pets/${pet._id}`).send({ contact_id: theirs._id }),
    ];
    for (const { status, body } of await Promise.all(tries)) {
      expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
      expect(JSON.stringify(body)).not.toContain('Canary');
    }
    expect((await call('get', `/pets?contact_id=${contact._id}`, stranger)).body.items).toEqual([]);
  });
});
