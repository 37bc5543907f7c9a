import request from 'supertest';
import {
  aStaffMember,
  type LoggedIn,
  type RegisteredCompany,
  registerCompany,
} from '../../../../../test/builders/accounts.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { AppointmentLookups, type Period } from '../ports/appointment-lookups.js';

const DAY = { starts_at: '2030-01-07T09:00:00.000Z', ends_at: '2030-01-07T17:00:00.000Z' };

const DAY_MS = 86_400_000;

describe('time off over HTTP', () => {
  let app: TestApp;
  let owner: RegisteredCompany;
  let staff: LoggedIn;
  let stranger: RegisteredCompany;

  beforeAll(async () => {
    app = await startTestApp();
    [owner, stranger] = [await registerCompany(app), await registerCompany(app)];
  });
  beforeEach(async () => {
    staff = await aStaffMember(app, owner);
  });
  afterAll(() => app.close());

  const call = (method: 'get' | 'post' | 'patch' | 'delete', path: string, by: Pick<LoggedIn, 'auth'> = owner) =>
    request(app.url)[method](`/api/v1/time-off${path}`).set(by.auth);
  const post = (fields: object = {}, by: Pick<LoggedIn, 'auth'> = owner) =>
    call('post', '', by).send({ staff_id: staff.user._id, ...DAY, ...fields });
  const idsOf = (body: { items: { _id: string }[] }): string[] => body.items.map(({ _id }) => _id);

  it('is approved when a manager creates it', async () => {
    const { body } = await post({ reason: ' dentist ' }).expect(201);
    expect(body).toEqual({
      time_off: expect.objectContaining({
        ...DAY,
        staff_id: staff.user._id,
        company_id: owner.company._id,
        reason: 'dentist',
        repeat: null,
        status: 'approved',
      }),
      appointments: [],
    });
    expect(body.time_off).not.toHaveProperty('over_at');
  });

  it('is requested by staff for themselves and approved by a manager', async () => {
    const { time_off } = (await post({}, staff).expect(201)).body;
    expect(time_off.status).toBe('requested');
    const approve = (by: Pick<LoggedIn, 'auth'>) => call('patch', `/${time_off._id}`, by).send({ status: 'approved' });
    await approve(staff).expect(403);
    expect((await approve(owner).expect(200)).body.time_off).toMatchObject({ ...DAY, status: 'approved' });
    const refused = await post({ staff_id: owner.user._id }, staff).expect(403);
    expect(refused.body.code).toBe('NOT_YOUR_TIME_OFF');
  });

  it('can be withdrawn only by its owner before approval', async () => {
    const [mine, approved, others] = [
      (await post({}, staff)).body.time_off._id,
      (await post()).body.time_off._id,
      (await post({ staff_id: owner.user._id })).body.time_off._id,
    ];
    await call('delete', `/${mine}`, staff).expect(204);
    for (const id of [approved, others])
      expect((await call('delete', `/${id}`, staff).expect(403)).body.code).toBe('NOT_YOUR_TIME_OFF');
    await call('delete', `/${approved}`).expect(204);
    await call('delete', `/${approved}`).expect(404);
  });

  it.each([
    ['an end before the beginning', { ends_at: '2030-01-07T08:00:00Z' }, 'ends_at'],
    ['three years at once', { ends_at: '2033-01-07T08:00:00Z' }, 'ends_at'],
    ['a local time', { starts_at: '2030-01-07T09:00:00' }, 'starts_at'],
    ['a day that does not exist', { starts_at: '2030-02-30T09:00:00Z' }, 'starts_at'],
    ['more than a week, every week', { ends_at: '2030-01-15T09:00:00Z', repeat: weekly('2030-06-01') }, 'ends_at'],
    ['a repetition that is over before it begins', { repeat: weekly('2030-01-06') }, 'repeat.until'],
    ['a repetition without end', { repeat: weekly('2040-01-06') }, 'repeat.until'],
    ['to repeat otherwise', { repeat: { weekly: false, until: '2030-06-01' } }, 'repeat.weekly'],
    ['nobody', { staff_id: undefined }, 'staff_id'],
  ])('refuses %s', async (_, fields, field) => {
    const { body } = await post(fields).expect(400);
    expect(body).toMatchObject({ code: 'VALIDATION_ERROR', details: [{ field }] });
  });

  it('lists by staff and range, sorted by time', async () => {
    const later = (await post({ starts_at: '2030-03-01T09:00:00+01:00', ends_at: '2030-03-02T00:00:00Z' })).body
      .time_off;
    const first = (await post()).body.time_off;
    const rule = (await post({ repeat: weekly('2030-02-25') })).body.time_off;
    expect(later.starts_at).toBe('2030-03-01T08:00:00.000Z');
    const list = async (query: string) =>
      idsOf((await call('get', `?staff_id=${staff.user._id}${query}`).expect(200)).body);
    expect(await list('')).toEqual([first._id, rule._id, later._id]);
    expect(await list('&from=2030-02-10T00:00:00Z&to=2030-02-20T00:00:00Z')).toEqual([rule._id]);
    expect(await list('&from=2030-03-01T08:00:00Z')).toEqual([later._id]);
    expect(await list('&to=2030-01-07T09:00:00Z')).toEqual([]);
    const page = (await call('get', `?staff_id=${staff.user._id}&limit=2`)).body;
    expect(await list(`&limit=2&cursor=${page.nextCursor}`)).toEqual([later._id]);
  });

  it('keeps companies apart', async () => {
    const { _id } = (await post()).body.time_off;
    await post({}, stranger).expect(404);
    await call('patch', `/${_id}`, stranger).send({ status: 'requested' }).expect(404);
    await call('delete', `/${_id}`, stranger).expect(404);
    expect((await call('get', '', stranger).expect(200)).body.items).toEqual([]);
  });

  it('returns overlapping appointments at all its times', async () => {
    const hit = {
      _id: 'a'.repeat(24),
      service_id: 'b'.repeat(24),
      contact_id: null,
      starts_at: new Date('2030-01-14T10:00:00Z'),
      ends_at: new Date('2030-01-14T10:30:00Z'),
      status: 'confirmed',
    };
    const asked: (readonly Period[])[] = [];
    const lookups = app.app.get(AppointmentLookups);
    const findOverlapping = lookups.findOverlapping.bind(lookups);
    lookups.findOverlapping = (_scope, _staffId, periods) => {
      asked.push(periods);
      return Promise.resolve([hit]);
    };
    const in7Days = Date.now() + 7 * DAY_MS;
    const { body } = await post({
      starts_at: new Date(in7Days).toISOString(),
      ends_at: new Date(in7Days + 3_600_000).toISOString(),
      repeat: weekly(new Date(in7Days + 15 * DAY_MS).toISOString().slice(0, 10)),
    }).expect(201);
    lookups.findOverlapping = findOverlapping;
    expect(body.appointments).toEqual([JSON.parse(JSON.stringify(hit))]);
    expect(asked.map((periods) => periods.length)).toEqual([3]);
  });
});

function weekly(until: string): object {
  return { weekly: true, until };
}
