import request from 'supertest';
import {
  aStaffMember,
  type LoggedIn,
  type RegisteredCompany,
  registerCompany,
} from '../../../../../test/builders/accounts.js';
import { aService } from '../../../../../test/builders/catalog.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

const TWO_LARGE = { name: 'Two large dogs', per: 'staff', cell: 'day', max: 2, species: 'dog', size: 'large' };

describe('quotas over HTTP', () => {
  let app: TestApp;
  let owner: RegisteredCompany;
  let stranger: RegisteredCompany;

  beforeAll(async () => {
    app = await startTestApp();
    [owner, stranger] = [await registerCompany(app), await registerCompany(app)];
  });
  afterAll(() => app.close());

  const call = (method: 'get' | 'post' | 'patch' | 'delete', path = '', by: Pick<LoggedIn, 'auth'> = owner) =>
    request(app.url)[method](`/api/v1/quotas${path}`).set(by.auth);

  it('stores, changes and deletes one', async () => {
    const service = await aService(app, owner);
    const { body } = await call('post')
      .send({ ...TWO_LARGE, service_ids: [service._id] })
      .expect(201);
    expect(body).toMatchObject({
      ...TWO_LARGE,
      kind: 'load',
      service_ids: [service._id],
      company_id: owner.company._id,
    });
    expect(body).not.toHaveProperty('revision');
    const changed = await call('patch', `/${body._id}`).send({ max: 3, size: null, service_ids: [] }).expect(200);
    expect(changed.body).toMatchObject({ ...TWO_LARGE, max: 3, size: null, service_ids: [] });
    expect((await call('get', `/${body._id}`)).body).toEqual(changed.body);
    expect((await call('get')).body).toEqual({ items: [changed.body], nextCursor: null });
    await call('delete', `/${body._id}`).expect(204);
    await call('get', `/${body._id}`).expect(404);
  });

  it.each([
    ['less than none', { max: -1 }, 'max'],
    ['a quota of a week', { cell: 'week' }, 'cell'],
    ['a quota of a moon', { per: 'moon' }, 'per'],
    ['null for a name', { name: null }, 'name'],
  ])('refuses %s', async (_, fields, field) => {
    const { body } = await call('post')
      .send({ ...TWO_LARGE, ...fields })
      .expect(400);
    expect(body).toMatchObject({ code: 'VALIDATION_ERROR', details: [{ field }] });
  });

  it('keeps companies and roles apart', async () => {
    const { _id } = (await call('post').send(TWO_LARGE).expect(201)).body;
    const [staff, theirs] = [await aStaffMember(app, owner), await aService(app, stranger)];
    await call('post')
      .send({ ...TWO_LARGE, service_ids: [theirs._id] })
      .expect(404);
    await call('patch', `/${_id}`)
      .send({ service_ids: [theirs._id] })
      .expect(404);
    await call('get', `/${_id}`, staff).expect(200);
    await call('patch', `/${_id}`, staff).send({ max: 1 }).expect(403);
    await call('patch', `/${_id}`, stranger).send({ max: 1 }).expect(404);
    await call('delete', `/${_id}`, stranger).expect(404);
  });
});
