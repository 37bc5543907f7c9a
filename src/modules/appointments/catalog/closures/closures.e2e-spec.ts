import request from 'supertest';
import {
  aStaffMember,
  type LoggedIn,
  type RegisteredCompany,
  registerCompany,
} from '../../../../../test/builders/accounts.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

describe('closures over HTTP', () => {
  let app: TestApp;
  let owner: RegisteredCompany;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    owner = await registerCompany(app);
  });
  afterAll(() => app.close());

  const call = (method: 'get' | 'post' | 'delete', path = '', by: Pick<LoggedIn, 'auth'> = owner) =>
    request(app.url)[method](`/api/v1/closures${path}`).set(by.auth);
  const post = (fields: object) =>
    call('post').send({ name: 'Summer', starts_on: '2030-08-01', ends_on: '2030-08-15', ...fields });
  const pack = (country: string, year: number, by: Pick<LoggedIn, 'auth'> = owner) =>
    call('post', '/holiday-packs', by).send({ country, year });

  it('closes whole days, or hours of them, or only the door', async () => {
    const { body } = await post({}).expect(201);
    expect(body).toMatchObject({ company_id: owner.company._id, from: null, to: null, scope: 'all', holiday: null });
    const hours = { from: '12:00', to: '24:00', scope: 'arrivals' };
    expect((await post(hours).expect(201)).body).toMatchObject(hours);
  });

  it.each([
    ['an end before the beginning', { ends_on: '2030-07-31' }, 'ends_on'],
    ['a day that does not exist', { starts_on: '2030-02-30' }, 'starts_on'],
    ['half of the hours', { from: '09:00' }, 'to'],
    ['hours over midnight', { from: '22:00', to: '06:00' }, 'to'],
    ['an unknown scope', { scope: 'cats' }, 'scope'],
  ])('refuses %s', async (_, fields, field) => {
    expect((await post(fields).expect(400)).body).toMatchObject({ code: 'VALIDATION_ERROR', details: [{ field }] });
  });

  it('lists what touches a range, by its end', async () => {
    const [august, july] = [
      (await post({})).body,
      (await post({ starts_on: '2030-07-01', ends_on: '2030-08-01' })).body,
    ];
    const list = async (query: string): Promise<string[]> =>
      (await call('get', query).expect(200)).body.items.map(({ _id }: { _id: string }) => _id);
    expect(await list('')).toEqual([july._id, august._id]);
    expect(await list('?from=2030-08-02')).toEqual([august._id]);
    expect(await list('?from=2030-08-01&to=2030-08-01')).toEqual([july._id, august._id]);
    expect(await list('?to=2030-07-31')).toEqual([july._id]);
    const { nextCursor } = (await call('get', '?limit=1')).body;
    expect(await list(`?limit=1&cursor=${nextCursor}`)).toEqual([august._id]);
    await call('delete', `/${july._id}`).expect(204);
    expect(await list('')).toEqual([august._id]);
  });

  it('writes the public holidays of a year once, however often it is asked', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => pack('BR', 2030).expect(200)));
    const { items } = (await call('get', '?limit=100')).body;
    expect(items).toHaveLength(10);
    for (const { body } of answers) expect(body.items).toEqual(items);
    expect(items[0]).toMatchObject({
      name: 'Confraternização Universal',
      starts_on: '2030-01-01',
      ends_on: '2030-01-01',
      scope: 'all',
      holiday: 'BR 2030-01-01',
    });
    await call('delete', `/${items[0]._id}`).expect(204);
    const again = (await pack('BR', 2030)).body.items;
    expect(again).toHaveLength(10);
    expect(again.slice(1)).toEqual(items.slice(1));
    await pack('PT', 2030).expect(200);
    expect((await call('get', '?limit=100')).body.items).toHaveLength(23);
  });

  it('knows the holidays of four countries', async () => {
    await pack('FR', 2030).expect(400);
    await pack('BR', 2023).expect(400);
  });

  it('keeps companies and roles apart', async () => {
    const [stranger, staff] = [await registerCompany(app), await aStaffMember(app, owner)];
    const { _id } = (await post({})).body;
    await call('delete', `/${_id}`, stranger).expect(404);
    await call('delete', `/${_id}`, staff).expect(403);
    await pack('BR', 2030, staff).expect(403);
    await pack('BR', 2030, stranger).expect(200);
    expect((await call('get')).body.items).toHaveLength(1);
    expect((await call('get', '', staff)).body.items).toHaveLength(1);
  });
});
