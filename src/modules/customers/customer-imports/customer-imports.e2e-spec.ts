import request from 'supertest';
import { aStaffMember, type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { openRawDatabase } from '../../../../test/support/raw-database.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { type InlineJobs, Jobs } from '../../../core/jobs/index.js';
import { sized } from '../../../../test/support/sizes.js';
import { ImportSweeperService } from './import-sweeper.service.js';
import { NO_COUNTS } from './schemas/customer-import.schema.js';

const HOUR_MS = 3_600_000;
const HEADER = 'Customer;E-mail;Phone;Pet;Species;Vaccine;Valid until;Colour';

describe('imports and exports of customers', () => {
  let app: TestApp;
  let owner: RegisteredCompany;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    owner = await registerCompany(app);
  });
  afterAll(() => app.close());

  const call = (method: 'get' | 'post' | 'patch', path: string, by: Pick<RegisteredCompany, 'auth'> = owner) =>
    request(app.url)[method](`/api/v1${path}`).set(by.auth);
  const drain = (): Promise<unknown> => app.app.get<unknown, InlineJobs>(Jobs).drain();
  const upload = async (lines: readonly string[], status = 201) =>
    (
      await call('post', '/contacts/imports')
        .attach('file', Buffer.from([HEADER, ...lines].join('\r\n')), 'clients.csv')
        .expect(status)
    ).body;
  const step = async (id: string, name: 'check' | 'start' | 'undo', body: object = {}) => {
    await call('post', `/contacts/imports/${id}/${name}`).send(body).expect(202);
    await drain();
    return (await call('get', `/contacts/imports/${id}`).expect(200)).body;
  };
  const imported = async (lines: readonly string[]) => {
    const { _id, mapping } = await upload(lines);
    await step(_id, 'check', { mapping });
    return step(_id, 'start');
  };
  const namesOf = async (path: string): Promise<string[]> =>
    (await call('get', path).expect(200)).body.items.map(
      (one: Record<string, string>) => one['full_name'] ?? one['name'],
    );

  it('suggests the columns, checks without a change, imports, and makes no doubles of a repeated file', async () => {
    const known = await aContact(app, owner, { full_name: 'Known', phone: '+55 11 98888-7777' });
    const lines = [
      'Ana Lima;ana@example.com;;Luna;Gato;Rabies;31/01/2030;grey',
      'Ana Lima;ANA@example.com;;Luna;Gato;FeLV;01/02/2030;grey',
      'Known by Phone;;(11) 98888-7777;Rex;Cão;;;',
      'No Address;;;;;;;',
    ];
    const uploaded = await upload(lines);
    expect(uploaded).toMatchObject({ state: 'uploaded', row_count: 4, file_name: 'clients.csv', dates: 'day_first' });
    expect(uploaded.mapping).toEqual([
      'contact.full_name',
      'contact.email',
      'contact.phone',
      'pet.name',
      'pet.species',
      'vaccination.name',
      'vaccination.expires_on',
      null,
    ]);
    await call('patch', '/companies/me').send({ country: 'BR' });
    const checked = await step(uploaded._id, 'check', { mapping: uploaded.mapping });
    expect(checked).toMatchObject({
      state: 'checked',
      counts: { contacts_created: 2, contacts_matched: 2, pets_created: 2, pets_matched: 1, vaccinations_added: 2 },
    });
    expect(await namesOf('/contacts')).toEqual(['Known']);
    expect(await step(uploaded._id, 'start')).toMatchObject({ state: 'done', counts: checked.counts });
    expect((await namesOf('/contacts')).sort()).toEqual(['Ana Lima', 'Known', 'No Address']);
    const luna = (await call('get', '/pets?q=luna')).body.items[0];
    expect(luna).toMatchObject({
      species: 'cat',
      vaccinations: [{ name: 'Rabies', expires_on: '2030-01-31' }, { name: 'FeLV' }],
    });
    expect((await call('get', `/contacts/${known._id}/pets`)).body.items).toMatchObject([
      { name: 'Rex', species: 'dog' },
    ]);
    expect((await imported(lines)).counts).toMatchObject({
      contacts_created: 0,
      pets_created: 0,
      vaccinations_added: 0,
    });
    expect(await namesOf('/contacts')).toHaveLength(3);
  });

  it('undoes what nobody has changed or used since', async () => {
    const known = await aContact(app, owner, { full_name: 'Known', email: 'known@example.com' });
    const old = (await call('post', `/contacts/${known._id}/pets`).send({ name: 'Old' }).expect(201)).body;
    const { _id } = await imported([
      'Untouched;u@example.com;;Una;dog;Rabies;2030-01-31;',
      'Untouched;u@example.com;;Two;dog;;;',
      'Changed;c@example.com;;Cora;dog;;;',
      'Known;known@example.com;;Old;dog;Rabies;2030-01-31;',
    ]);
    const changed = (await call('get', '/contacts?q=changed')).body.items[0];
    await call('patch', `/contacts/${changed._id}`).send({ notes: 'Likes mornings' }).expect(200);
    const undone = await step(_id, 'undo');
    expect(undone).toMatchObject({ state: 'undone', counts: { kept: 1 } });
    expect((await namesOf('/contacts')).sort()).toEqual(['Changed', 'Known']);
    expect(await namesOf('/pets')).toEqual(['Old']);
    expect((await call('get', `/pets/${old._id}`)).body.vaccinations).toEqual([]);
    await call('post', `/contacts/imports/${_id}/undo`).expect(409);
  });

  it('goes on where a process died, and makes nothing twice', async () => {
    const lines = Array.from(
      { length: 250 },
      (_, n) => `Person ${n};p${n}@example.com;;Pet ${n};dog;Rabies;2030-01-31;`,
    );
    const { _id, counts } = await imported(lines);
    const raw = await openRawDatabase(app);
    // The process died after the second batch was done and before that was stored.
    expect(counts).toMatchObject({ rows: 250, contacts_created: 250 });
    const first = { rows: 200, contacts_created: 200, pets_created: 200, vaccinations_added: 200 };
    await raw.db
      .collection('customer_imports')
      .updateOne({ state: 'done', row_count: 250 }, { $set: { state: 'importing', counts: { ...counts, ...first } } });
    await raw.close();
    expect(await step(_id, 'start')).toMatchObject({ state: 'done', counts });
    expect((await call('get', '/pets?q=pet&limit=1')).body.items[0].vaccinations).toHaveLength(1);
    expect(await step(_id, 'undo')).toMatchObject({ state: 'undone', counts: { kept: 0 } });
    expect(await namesOf('/contacts')).toEqual([]);
  });

  it('goes on with an import whose job was lost', async () => {
    const { _id, mapping } = await upload([`Ana Lima;ana@example.com;;${'Luna '.repeat(1_000)};;;;`, 'Bea;;;Rex;;;;']);
    expect((await call('get', `/contacts/imports/${_id}`)).body.samples[0][3]).toHaveLength(200);
    await step(_id, 'check', { mapping });
    const raw = await openRawDatabase(app);
    const setState = (fields: object) =>
      raw.db.collection('customer_imports').updateOne({ row_count: 2, is_writing: null }, { $set: fields });
    const sweep = async () => {
      await app.app.get(ImportSweeperService, { strict: false }).sweep();
      await drain();
      return (await call('get', `/contacts/imports/${_id}`)).body.state;
    };
    await setState({ state: 'importing', counts: NO_COUNTS, updated_at: new Date() });
    expect(await sweep()).toBe('importing');
    await setState({ is_writing: true, updated_at: new Date(Date.now() - HOUR_MS) });
    await raw.close();
    expect(await sweep()).toBe('done');
    expect(await namesOf('/contacts')).toEqual(['Bea']);
  });

  it('reports the broken rows of a large file, and returns them as a file', async () => {
    const size = sized(400, 5_000);
    const lines = Array.from({ length: size }, (_, n) => {
      const mail = n % (size / 40) === 7 ? '=nobody' : `p${n}@example.com`;
      return `Person ${n};${mail};;Pet ${n};dog;;;`;
    });
    const { _id, mapping } = await upload(lines);
    const checked = await step(_id, 'check', { mapping });
    expect(checked.counts).toMatchObject({ rows: size, broken: 40, contacts_created: size - 40 });
    const { body } = await call('get', `/contacts/imports/${_id}/broken-rows?limit=2`).expect(200);
    expect(body.items).toMatchObject([{ row: 9, problems: [{ column: 'E-mail' }] }, {}]);
    expect(await step(_id, 'start')).toMatchObject({ state: 'done', counts: { contacts_created: size - 40 } });
    const { text, headers } = await call('get', `/contacts/imports/${_id}/broken-rows.csv`).expect(200);
    expect(headers['content-disposition']).toContain('broken-rows.csv');
    expect(text.trim().split('\r\n')).toHaveLength(41);
    // Spreadsheets would calculate a cell that begins with an equals sign.
    expect(text).toContain(`Person 7,'=nobody,,Pet 7,dog,,,,"E-mail: `);
  });

  it('refuses files that cannot be read, and steps in a wrong order', async () => {
    expect((await upload(['"Ana;broken quotes'], 422)).code).toBe('CSV_UNREADABLE');
    expect((await upload([], 422)).code).toBe('CSV_EMPTY');
    const { _id } = await upload(['Ana;;;;;;;']);
    expect((await call('post', `/contacts/imports/${_id}/start`).expect(409)).body.code).toBe('WRONG_STATE');
    const short = await call('post', `/contacts/imports/${_id}/check`)
      .send({ mapping: ['contact.phone'] })
      .expect(400);
    expect(short.body).toMatchObject({
      code: 'VALIDATION_ERROR',
      details: [{ field: 'mapping' }, { field: 'mapping' }],
    });
    const mapping = ['contact.full_name', ...Array<null>(7).fill(null)];
    await step(_id, 'check', { mapping });
    const raw = await openRawDatabase(app);
    const other = await upload(['Bea;;;;;;;']);
    await raw.db.collection('customer_imports').updateOne({ state: 'uploaded' }, { $set: { is_writing: true } });
    expect((await call('post', `/contacts/imports/${_id}/start`).expect(409)).body.code).toBe('IMPORT_RUNNING');
    await raw.db.collection('customer_imports').deleteMany({ file_name: other.file_name });
    await raw.close();
  });

  it('is only for owners and managers of the company', async () => {
    const { _id, mapping } = await upload(['Ana;;;;;;;']);
    const [stranger, staff] = [await registerCompany(app), await aStaffMember(app, owner)];
    for (const [by, status] of [
      [stranger, 404],
      [staff, 403],
    ] as const) {
      const tries = [
        call('get', `/contacts/imports/${_id}`, by),
        call('post', `/contacts/imports/${_id}/check`, by).send({ mapping }),
        call('post', `/contacts/imports/${_id}/start`, by),
        call('post', `/contacts/imports/${_id}/undo`, by),
        call('get', `/contacts/imports/${_id}/broken-rows`, by),
        call('get', `/contacts/imports/${_id}/broken-rows.csv`, by),
      ];
      for (const answer of await Promise.all(tries)) expect(answer.status).toBe(status);
    }
    expect((await call('get', '/contacts/imports', stranger).expect(200)).body.items).toEqual([]);
    await call('get', '/contacts/export.csv', staff).expect(403);
    await call('get', '/pets/export.csv', staff).expect(403);
  });

  it('exports contacts and pets as files that an import understands', async () => {
    const phone = '+55 11 98888-7777';
    const { _id } = await aContact(app, owner, { full_name: '=1+1', phone, tags: ['vip', 'new'], is_vip: true });
    const vaccinations = [
      { name: 'Rabies', expires_on: '2030-01-31' },
      { name: 'DHPP', given_on: '2029-01-31' },
    ];
    await call('post', `/contacts/${_id}/pets`)
      .send({ name: 'Rex', species: 'dog', weight_kg: 8.5, vaccinations })
      .expect(201);
    await aContact(app, await registerCompany(app), { full_name: 'Elsewhere' });
    const contacts = await call('get', '/contacts/export.csv').expect(200);
    expect(contacts.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(contacts.text).toContain(`'=1+1,,'${phone},"vip, new",,yes,`);
    expect(contacts.text).not.toContain('Elsewhere');
    const pets = await call('get', '/pets/export.csv').expect(200);
    expect(pets.text.trim().split('\r\n')).toHaveLength(3);
    const again = (
      await call('post', '/contacts/imports').attach('file', Buffer.from(pets.text), 'pets.csv').expect(201)
    ).body;
    expect(again.mapping).not.toContain(null);
    expect((await step(again._id, 'check', { mapping: again.mapping })).counts).toMatchObject({
      contacts_matched: 2,
      pets_matched: 2,
      vaccinations_added: 0,
      broken: 0,
    });
  });
});
