import request from 'supertest';
import {
  aStaffMember,
  type LoggedIn,
  type RegisteredCompany,
  registerCompany,
} from '../../../../../test/builders/accounts.js';
import { aSchedule } from '../../../../../test/builders/catalog.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

describe('staff schedules over HTTP', () => {
  let app: TestApp;
  let owner: RegisteredCompany;
  let staff: LoggedIn;
  let stranger: RegisteredCompany;

  beforeAll(async () => {
    app = await startTestApp();
    [owner, stranger] = [await registerCompany(app), await registerCompany(app)];
    staff = await aStaffMember(app, owner);
  });
  afterAll(() => app.close());

  const get = (path = '', by: Pick<LoggedIn, 'auth'> = owner) =>
    request(app.url).get(`/api/v1/staff-schedules${path}`).set(by.auth);
  const put = (fields: object, by: Pick<LoggedIn, 'auth'> = owner) =>
    request(app.url).put(`/api/v1/staff-schedules/${staff.user._id}`).set(by.auth).send(fields);

  it('stores one schedule per person, the last one given', async () => {
    await get(`/${staff.user._id}`).expect(404);
    await aSchedule(app, owner, staff.user._id, { bookable: false });
    const fields = {
      time_zone: 'America/Sao_Paulo',
      weekly: [
        {
          weekday: 1,
          week: 'A',
          windows: [
            { from: '09:00', to: '12:00' },
            { from: '13:00', to: '18:00' },
          ],
        },
        { weekday: 1, week: 'B', windows: [{ from: '12:00', to: '20:00' }] },
        { weekday: 5, week: null, windows: [{ from: '22:00', to: '06:00' }] },
        { weekday: 7, week: null, windows: [{ from: '00:00', to: '24:00' }] },
      ],
      week_a_starts: '2026-11-23',
      overrides: [
        { date: '2026-12-24', windows: [{ from: '09:00', to: '12:00' }], kind: 'replace' },
        { date: '2026-12-25', windows: [], kind: 'replace' },
        { date: '2026-12-28', windows: [{ from: '10:00', to: '11:00' }], kind: 'remove' },
      ],
    };
    const { body } = await put(fields).expect(200);
    expect(body).toMatchObject({ ...fields, staff_id: staff.user._id, company_id: owner.company._id, bookable: true });
    expect((await get(`/${staff.user._id}`).expect(200)).body).toEqual(body);
    expect((await get().expect(200)).body).toEqual({ items: [body], nextCursor: null });
  });

  it('stores one schedule for parallel first writes', async () => {
    const person = await aStaffMember(app, owner);
    const done = await Promise.all(Array.from({ length: 10 }, () => aSchedule(app, owner, person.user._id)));
    expect(new Set(done.map(({ _id }) => _id)).size).toBe(1);
  });

  it('refuses a change of an older version', async () => {
    const first = await put({ weekly: [] }).expect(200);
    const tag = String(first.headers['etag']);
    expect((await get(`/${staff.user._id}`)).headers['etag']).toBe(tag);
    const both = await Promise.all([1, 2].map(() => put({ weekly: [], bookable: false }).set('if-match', tag)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const { body } = await put({ weekly: [] }).set('if-match', tag).expect(412);
    expect(body).toMatchObject({ code: 'VERSION_MISMATCH', details: { version: first.body.version + 1 } });
    const newcomer = await aStaffMember(app, owner);
    await request(app.url)
      .put(`/api/v1/staff-schedules/${newcomer.user._id}`)
      .set(owner.auth)
      .set('if-match', tag)
      .send({ weekly: [] })
      .expect(404);
  });

  const day = (windows: unknown, more: object = {}) => ({ weekly: [{ weekday: 1, windows, ...more }] });
  const override = (fields: object) => ({ weekly: [], overrides: [{ date: '2030-01-01', windows: [], ...fields }] });
  it.each([
    ['overlapping windows', day([span('09:00', '12:00'), span('11:59', '13:00')]), 'weekly.0.windows'],
    ['windows that overlap over midnight', day([span('22:00', '02:00'), span('23:00', '23:30')]), 'weekly.0.windows'],
    [
      'a day of every week over one of week A',
      {
        weekly: [day([span('09:00', '12:00')]).weekly[0], day([span('11:00', '13:00')], { week: 'A' }).weekly[0]],
        week_a_starts: '2026-11-23',
      },
      'weekly.0.windows',
    ],
    ['weeks without a beginning', day([span('09:00', '12:00')], { week: 'B' }), 'week_a_starts'],
    ['an hour that does not exist', day([span('25:00', '26:00')]), 'weekly.0.windows.0.from'],
    ['a beginning at 24:00', day([span('24:00', '06:00')]), 'weekly.0.windows.0.from'],
    ['an eighth weekday', { weekly: [{ weekday: 8, windows: [] }] }, 'weekly.0.weekday'],
    ['a zone that does not exist', { weekly: [], time_zone: 'Mars/Olympus' }, 'time_zone'],
    ['a date that does not exist', override({ date: '2030-02-30' }), 'overrides.0.date'],
    ['to remove nothing', override({ kind: 'remove' }), 'overrides.0.windows'],
    ['no week', {}, 'weekly'],
  ])('refuses %s', async (_, fields, field) => {
    const { body } = await put(fields).expect(400);
    expect(body.code).toBe('VALIDATION_ERROR');
    expect(body.details.map((one: { field: string }) => one.field)).toContain(field);
  });

  it('accepts windows that touch, and a night after an evening', async () => {
    await put(day([span('09:00', '12:00'), span('12:00', '13:00'), span('20:00', '08:00')])).expect(200);
  });

  it('lets only managers change schedules, only for people of the company', async () => {
    const manager = await aStaffMember(app, owner, { role: 'manager' });
    await put({ weekly: [] }, staff).expect(403);
    await put({ weekly: [] }, manager).expect(200);
    await put({ weekly: [] }, stranger).expect(404);
    await get(`/${staff.user._id}`, stranger).expect(404);
    expect((await get('', stranger).expect(200)).body.items).toEqual([]);
  });
});

function span(from: string, to: string): { from: string; to: string } {
  return { from, to };
}
