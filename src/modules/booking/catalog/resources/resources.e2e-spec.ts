import request from 'supertest';
import {
  aStaffMember,
  type LoggedIn,
  type RegisteredCompany,
  registerCompany,
} from '../../../../../test/builders/accounts.js';
import { aResource, aResourceType, aService } from '../../../../../test/builders/catalog.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

describe('resource types and resources over HTTP', () => {
  let app: TestApp;
  let owner: RegisteredCompany;
  let stranger: RegisteredCompany;

  beforeAll(async () => {
    app = await startTestApp();
    [owner, stranger] = [await registerCompany(app), await registerCompany(app)];
  });
  afterAll(() => app.close());

  const call = (method: 'get' | 'post' | 'patch' | 'delete', path: string, by: Pick<LoggedIn, 'auth'> = owner) =>
    request(app.url)[method](`/api/v1${path}`).set(by.auth);

  it('stores a type and its resources', async () => {
    const type = await aResourceType(app, owner, { name: 'Run', kind: 'pool', cell: 'night' });
    expect(type).toMatchObject({ company_id: owner.company._id, kind: 'pool', cell: 'night', pad_after_min: 0 });
    expect(Object.keys(type).filter((key) => key.startsWith('is_') || key === 'revision')).toEqual([]);
    const fields = { name: 'Garden', capacity: 12, attributes: { max_kg: 40.5, species: ['dog'], area: 'back' } };
    const resource = await aResource(app, owner, type._id, fields);
    expect(resource).toMatchObject({ ...fields, resource_type_id: type._id, active: true });
    expect((await call('get', `/resources/${resource._id}`).expect(200)).body).toEqual(resource);
    const { body } = await call('patch', `/resources/${resource._id}`)
      .send({ capacity: 10, active: false })
      .expect(200);
    expect(body).toMatchObject({ ...fields, capacity: 10, active: false });
  });

  it.each([
    ['a type of no known cell', '/resource-types', { name: 'x', kind: 'unit', cell: 'hour' }, 'cell'],
    [
      'a pause after a night',
      '/resource-types',
      { name: 'x', kind: 'unit', cell: 'night', pad_after_min: 5 },
      'pad_after_min',
    ],
    ['a resource without a type', '/resources', { name: 'x' }, 'resource_type_id'],
    [
      'a text for attributes',
      '/resources',
      { name: 'x', resource_type_id: 'f'.repeat(24), attributes: 'big' },
      'attributes',
    ],
    [
      'a list for attributes',
      '/resources',
      { name: 'x', resource_type_id: 'f'.repeat(24), attributes: [] },
      'attributes',
    ],
  ])('refuses %s', async (_, path, fields, field) => {
    const { body } = await call('post', path).send(fields).expect(400);
    expect(body).toMatchObject({ code: 'VALIDATION_ERROR', details: [{ field }] });
  });

  it('refuses two places in a unit, at creation and later', async () => {
    const { _id } = await aResourceType(app, owner);
    await call('post', '/resources').send({ name: 'x', resource_type_id: _id, capacity: 2 }).expect(400);
    const resource = await aResource(app, owner, _id);
    await call('patch', `/resources/${resource._id}`).send({ capacity: 2 }).expect(400);
  });

  it('fixes kind and cell with the first resource', async () => {
    const type = await aResourceType(app, owner);
    const change = (fields: object) => call('patch', `/resource-types/${type._id}`).send(fields);
    await change({ kind: 'pool', cell: '15min' }).expect(200);
    const resource = await aResource(app, owner, type._id);
    for (const fields of [{ kind: 'unit' }, { cell: '5min' }])
      expect((await change(fields).expect(409)).body.code).toBe('IN_USE');
    expect((await change({ name: 'Big table', cell: '15min', pad_after_min: 5 }).expect(200)).body.name).toBe(
      'Big table',
    );
    await call('delete', `/resources/${resource._id}`).expect(204);
    await change({ cell: '5min' }).expect(409);
  });

  it('refuses either the first resource or a parallel change of kind', async () => {
    for (let round = 0; round < 5; round++) {
      const type = await aResourceType(app, owner, { kind: 'pool' });
      const [made, changed] = await Promise.all([
        call('post', '/resources').send({ name: 'x', resource_type_id: type._id, capacity: 5 }),
        call('patch', `/resource-types/${type._id}`).send({ kind: 'unit' }),
      ]);
      const statuses = [made.status, changed.status];
      expect([
        [201, 409],
        [400, 200],
      ]).toContainEqual(statuses);
    }
  });

  it('refuses to delete a type that resources or services use', async () => {
    const type = await aResourceType(app, owner);
    const remove = () => call('delete', `/resource-types/${type._id}`);
    const resource = await aResource(app, owner, type._id);
    expect((await remove().expect(409)).body.code).toBe('IN_USE');
    await call('delete', `/resources/${resource._id}`).expect(204);
    const segments = [{ minutes: 30, staff: true, requirements: [{ resource_type_id: type._id }] }];
    const service = await aService(app, owner, { segments });
    expect((await remove().expect(409)).body.code).toBe('IN_USE');
    await call('delete', `/services/${service._id}`).expect(204);
    await remove().expect(204);
    await remove().expect(404);
  });

  it('lists by type and activity', async () => {
    const [one, other] = [await aResourceType(app, owner), await aResourceType(app, owner)];
    const table = await aResource(app, owner, one._id);
    await aResource(app, owner, other._id, { active: false });
    const list = async (query: string): Promise<string[]> =>
      (await call('get', `/resources?${query}`).expect(200)).body.items.map(({ _id }: { _id: string }) => _id);
    expect(await list(`resource_type_id=${one._id}`)).toEqual([table._id]);
    expect(await list(`resource_type_id=${other._id}&active=true`)).toEqual([]);
    expect((await call('get', '/resource-types?limit=1').expect(200)).body.nextCursor).toEqual(expect.any(String));
  });

  it('keeps companies and roles apart', async () => {
    const type = await aResourceType(app, owner);
    const resource = await aResource(app, owner, type._id);
    const staff = await aStaffMember(app, owner);
    await call('get', `/resource-types/${type._id}`, staff).expect(200);
    await call('delete', `/resources/${resource._id}`, staff).expect(403);
    await call('post', '/resources', stranger).send({ name: 'x', resource_type_id: type._id }).expect(404);
    for (const path of [`/resource-types/${type._id}`, `/resources/${resource._id}`]) {
      await call('get', path, stranger).expect(404);
      await call('patch', path, stranger).send({ name: 'x' }).expect(404);
      await call('delete', path, stranger).expect(404);
    }
  });
});
