import request from 'supertest';
import {
  aStaffMember,
  type LoggedIn,
  type RegisteredCompany,
  registerCompany,
} from '../../../../../test/builders/accounts.js';
import { StaffSocket } from '../../../../../test/support/inbox.js';
import { Salon } from '../../../../../test/support/salon.js';
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

  const call = (method: 'get' | 'post' | 'patch' | 'delete', path = '', by: Pick<LoggedIn, 'auth'> = owner) =>
    request(app.url)[method](`/api/v1/closures${path}`).set(by.auth);
  const post = (fields: object) =>
    call('post').send({ name: 'Summer', starts_on: '2030-08-01', ends_on: '2030-08-15', ...fields });
  const pack = (country: string, year: number, by: Pick<LoggedIn, 'auth'> = owner) =>
    call('post', '/holiday-packs', by).send({ country, year });

  it('closes whole days, hours, or only the door', async () => {
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

  it('tells staff when closures, working hours and time off change', async () => {
    const desk = await StaffSocket.connect(app, owner.tokens.accessToken);
    const staff_id = owner.user._id;
    const send = (method: 'post' | 'put', path: string, body: object) =>
      request(app.url)[method](`/api/v1${path}`).set(owner.auth).send(body);
    for (const change of [
      () => post({}),
      () => send('put', `/staff-schedules/${staff_id}`, { weekly: [] }),
      () => send('post', '/time-off', { staff_id, starts_at: '2030-01-07T12:00:00Z', ends_at: '2030-01-07T13:00:00Z' }),
    ]) {
      desk.received.length = 0;
      expect((await change()).status).toBeLessThan(300);
      await desk.next('catalog:updated');
    }
    desk.close();
  });

  it('changes given fields and keeps the others', async () => {
    const { body: made } = await post({ from: '12:00', to: '14:00' }).expect(201);
    const patch = (fields: object) => call('patch', `/${made._id}`).send(fields);
    const { updated_at: _, version, ...rest } = made;
    const { body: named } = await patch({ name: 'Autumn' }).expect(200);
    expect(named).toMatchObject({ ...rest, name: 'Autumn', version: version + 1 });
    expect(named).not.toHaveProperty('revision');
    expect((await patch({ from: null, to: null, scope: 'pickups' }).expect(200)).body).toMatchObject({
      name: 'Autumn',
      from: null,
      to: null,
      scope: 'pickups',
    });
    expect((await patch({}).expect(200)).body).toMatchObject({ name: 'Autumn' });
    expect((await call('get')).body.items).toMatchObject([{ name: 'Autumn', scope: 'pickups' }]);
  });

  it.each([
    ['an end before the beginning that it has', { ends_on: '2030-07-31' }, 'ends_on'],
    ['half of the hours', { from: '09:00' }, 'to'],
    ['no name', { name: null }, 'name'],
  ])('refuses a change to %s', async (_, fields, field) => {
    const { body: made } = await post({}).expect(201);
    const { body } = await call('patch', `/${made._id}`).send(fields).expect(400);
    expect(body).toMatchObject({ code: 'VALIDATION_ERROR', details: [{ field }] });
    expect((await call('get')).body.items).toEqual([made]);
  });

  it('never ends before it begins, also after parallel changes', async () => {
    const { body: made } = await post({}).expect(201);
    await Promise.all(
      [{ starts_on: '2030-08-14' }, { ends_on: '2030-08-02' }].map((fields) =>
        call('patch', `/${made._id}`).send(fields),
      ),
    );
    const [closure] = (await call('get')).body.items;
    expect(closure.ends_on >= closure.starts_on).toBe(true);
  });

  it('opens the days again after a move', async () => {
    const salon = await Salon.open(app);
    const day = { name: 'Painting', starts_on: salon.monday, ends_on: salon.monday };
    const { body } = await salon.call('post', '/closures', salon.owner).send(day).expect(201);
    expect(await salon.starts()).toEqual([]);
    const hours = { from: '09:00', to: '15:00' };
    await salon.call('patch', `/closures/${body._id}`, salon.owner).send(hours).expect(200);
    expect((await salon.starts())[0]).toBe('15:00');
  });

  it('keeps a changed public holiday when the pack is added again', async () => {
    const { items } = (await pack('BR', 2030).expect(200)).body;
    const moved = { starts_on: '2030-01-02', ends_on: '2030-01-02', to: '12:00', from: '08:00' };
    await call('patch', `/${items[0]._id}`).send(moved).expect(200);
    expect((await pack('BR', 2030).expect(200)).body.items[0]).toMatchObject({ ...moved, holiday: 'BR 2030-01-01' });
  });

  it('lists closures that touch a range, by their end', async () => {
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

  it('stores the public holidays of a year once', async () => {
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

  it('has the holidays of four countries', async () => {
    await pack('FR', 2030).expect(400);
    await pack('BR', 2023).expect(400);
  });

  it('keeps companies and roles apart', async () => {
    const [stranger, staff] = [await registerCompany(app), await aStaffMember(app, owner)];
    const { _id } = (await post({})).body;
    await call('patch', `/${_id}`, stranger).send({ name: 'Theirs' }).expect(404);
    await call('patch', `/${_id}`, staff).send({ name: 'Theirs' }).expect(403);
    await call('delete', `/${_id}`, stranger).expect(404);
    await call('delete', `/${_id}`, staff).expect(403);
    await pack('BR', 2030, staff).expect(403);
    await pack('BR', 2030, stranger).expect(200);
    expect((await call('get')).body.items).toHaveLength(1);
    expect((await call('get', '', staff)).body.items).toHaveLength(1);
  });
});
