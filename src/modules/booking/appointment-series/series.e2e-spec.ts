import { Types } from 'mongoose';
import request from 'supertest';
import { registerCompany } from '../../../../test/builders/accounts.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { aPublicSalon, aWeekday, type PublicSalon } from '../../../../test/builders/public-booking.js';
import { openRawDatabase } from '../../../../test/support/raw-database.js';
import { rewriteStart } from '../../../../test/support/salon.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { SeriesCommitService } from './series-commit.service.js';
import { seriesLockKey } from './series-lock.js';

const SERIES = '/api/v1/appointments/series';
const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const MORE_THAN_A_SWEEP = 25;

describe('series of appointments', () => {
  let app: TestApp;
  let salon: PublicSalon;
  let contactId: string;
  const first = Date.parse(`${aWeekday()}T09:00:00Z`);
  const week = (index: number, hours = 0): string =>
    new Date(first + index * WEEK_MS + hours * 3_600_000).toISOString();

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    salon = await aPublicSalon(app);
    contactId = (await aContact(app, salon))._id;
  });
  afterAll(() => app.close());

  const post = (path: string, body: object) => request(app.url).post(path).set(salon.auth).send(body);
  const get = (path: string) => request(app.url).get(path).set(salon.auth);
  const series = (fields: object = {}) =>
    post(SERIES, {
      service_id: salon.serviceId,
      contact_id: contactId,
      starts_at: week(0),
      rule: { every_weeks: 1, count: 3 },
      ...fields,
    });
  const book = (starts_at: string) =>
    post('/api/v1/appointments', { service_id: salon.serviceId, contact_id: contactId, starts_at }).expect(201);
  const live = async (): Promise<string[]> => {
    const { body } = await get('/api/v1/appointments?status=confirmed').expect(200);
    return body.items.map(({ starts_at }: { starts_at: string }) => starts_at);
  };

  it('reports the conflicts of each occurrence and books nothing', async () => {
    await book(week(1));
    const off = { staff_id: salon.user._id, starts_at: week(2, -1), ends_at: week(2, 2) };
    await post('/api/v1/time-off', off).expect(201);
    const { body } = await series().expect(200);
    expect(body.time_zone).toBe('UTC');
    expect(body.occurrences).toMatchObject([
      { index: 0, starts_at: week(0), status: 'free', rule: null, alternatives: [] },
      { index: 1, starts_at: week(1), status: 'taken', rule: null },
      { index: 2, starts_at: week(2), status: 'not_offered', rule: expect.any(String) },
    ]);
    expect(body.occurrences[1].alternatives).toContainEqual({ starts_at: week(1, 0.5), staff_id: salon.user._id });
    expect(body.occurrences[2].alternatives.length).toBeGreaterThan(0);
    const near = await series({ rule: { every_weeks: 1, count: 3, tolerance_days: 0 } }).expect(200);
    const days = near.body.occurrences[2].alternatives.map(({ starts_at }: { starts_at: string }) =>
      starts_at.slice(0, 10),
    );
    expect(new Set(days)).toEqual(new Set([week(2).slice(0, 10)]));
    expect(await live()).toEqual([week(1)]);
  });

  it('books all occurrences, returns them and cancels the rest', async () => {
    const { body } = await series({ commit: true, notes: 'every week' }).expect(201);
    expect(body.series).toMatchObject({ state: 'active', rule: { every_weeks: 1, count: 3, until: null } });
    expect(body.appointments).toMatchObject(
      [0, 1, 2].map((index) => ({
        starts_at: week(index),
        status: 'confirmed',
        source: 'series',
        series_id: body.series._id,
        contact_id: contactId,
        notes: 'every week',
      })),
    );
    const path = `${SERIES}/${body.series._id}`;
    expect((await get(path).expect(200)).body).toEqual(body);
    await rewriteStart(app, body.appointments[0]._id, 0);
    await post(`/api/v1/appointments/${body.appointments[0]._id}/check-in`, {}).expect(200);
    const stranger = await registerCompany(app);
    await request(app.url).get(path).set(stranger.auth).expect(404);
    await request(app.url).delete(path).set(stranger.auth).expect(404);
    const ended = await request(app.url).delete(path).set(salon.auth).expect(200);
    expect(ended.body.series.state).toBe('cancelled');
    expect(ended.body.appointments.map(({ status }: { status: string }) => status)).toEqual([
      'checked_in',
      'cancelled',
      'cancelled',
    ]);
    await book(week(1));
  });

  it('keeps the local time through clock changes', async () => {
    await request(app.url)
      .patch('/api/v1/companies/me')
      .set(salon.auth)
      .send({ time_zone: 'America/New_York' })
      .expect(200);
    const rule = { every_weeks: 13, count: 4 };
    const { body } = await series({ starts_at: week(0, 6), rule, commit: true }).expect(201);
    const starts = (body.appointments as { starts_at: string }[]).map(({ starts_at }) => new Date(starts_at));
    const wall = new Intl.DateTimeFormat('en', {
      timeZone: 'America/New_York',
      weekday: 'short',
      hour: 'numeric',
      minute: 'numeric',
    });
    expect(new Set(starts.map((start) => wall.format(start))).size).toBe(1);
    expect(new Set(starts.map((start) => start.getUTCHours())).size).toBe(2);
  });

  it('books nothing if one occurrence is taken, and names it', async () => {
    await book(week(2));
    const { body } = await series({ commit: true }).expect(409);
    expect(body).toMatchObject({
      code: 'SERIES_CONFLICT',
      details: { occurrences: [{ status: 'free' }, { status: 'free' }, { status: 'taken', starts_at: week(2) }] },
    });
    expect(await live()).toEqual([week(2)]);
    await book(week(0));
  });

  it('skips and moves occurrences as decided', async () => {
    await book(week(2));
    const decisions = [
      { index: 1, action: 'skip' },
      { index: 2, action: 'move', starts_at: week(2, 1) },
    ];
    const { body } = await series({ commit: true, decisions }).expect(201);
    expect(body.appointments.map(({ starts_at }: { starts_at: string }) => starts_at)).toEqual([week(0), week(2, 1)]);
  });

  it('books nothing if a gate fails on one day', async () => {
    const gates = [{ kind: 'vaccination', name: 'Rabies', mode: 'block' }];
    await request(app.url).patch(`/api/v1/services/${salon.serviceId}`).set(salon.auth).send({ gates }).expect(200);
    const expires_on = week(1).slice(0, 10);
    const pet = { name: 'Rex', contact_id: contactId, vaccinations: [{ name: 'Rabies', expires_on }] };
    const { _id } = (await post('/api/v1/pets', pet).expect(201)).body;
    const { body } = await series({ commit: true, pet_ids: [_id] }).expect(422);
    expect(body.code).toBe('GATE_FAILED');
    expect(await live()).toEqual([]);
    await series({ commit: true, pet_ids: [_id], rule: { every_weeks: 1, count: 2 } }).expect(201);
  });

  it('gives one of two parallel requests all occurrences and the other none', async () => {
    const answers = await Promise.all([series({ commit: true }), series({ commit: true })]);
    const statuses = answers.map(({ status }) => status).sort();
    // Each may have blocked the other; then both fail and nothing is booked.
    expect([
      [201, 409],
      [409, 409],
    ]).toContainEqual(statuses);
    expect(await live()).toHaveLength(statuses[0] === 201 ? 3 : 0);
  });

  it('undoes a series that was not finished', async () => {
    const { body } = await series({ commit: true }).expect(201);
    const raw = await openRawDatabase(app);
    const half = { $set: { state: 'committing', stale_at: new Date(0) } };
    await raw.db.collection('appointment_series').updateMany({}, half);
    await raw.close();
    await app.app.get(SeriesCommitService, { strict: false }).sweep();
    const after = await get(`${SERIES}/${body.series._id}`).expect(200);
    expect(after.body.series.state).toBe('failed');
    expect(await live()).toEqual([]);
  });

  it('undoes all unfinished series in one sweep', async () => {
    const { body } = await series({ commit: true }).expect(201);
    const hold = { service_id: salon.serviceId, starts_at: week(3) };
    const held = (await post('/api/v1/appointments/holds', hold).expect(201)).body.hold as { _id: string };
    const raw = await openRawDatabase(app);
    // The sweep cannot undo a booking that is still undecided.
    const broken = { _id: new Types.ObjectId(held._id) };
    await raw.db.collection('appointments').updateOne(broken, { $set: { state: 'CLAIMING' } });
    const documents = raw.db.collection('appointment_series');
    const good = { _id: new Types.ObjectId(String(body.series._id)) };
    await documents.updateOne(good, { $set: { state: 'committing', stale_at: new Date(1) } });
    const one = await documents.findOne(good);
    const stale = { appointment_ids: [broken._id], stale_at: new Date(0) };
    await documents.insertMany(
      Array.from({ length: MORE_THAN_A_SWEEP }, () => ({ ...one, ...stale, _id: new Types.ObjectId() })),
    );
    const commits = app.app.get(SeriesCommitService, { strict: false });
    await commits.sweep();
    await commits.sweep();
    expect(await documents.findOne(good)).toMatchObject({ state: 'failed' });
    expect(await live()).toEqual([]);
    await documents.deleteMany({ appointment_ids: broken._id });
    await raw.close();
  });

  it.each(['undoing', 'failed'])('refuses to finish a series in the state %s', async (state) => {
    const scope = CompanyScope.of(salon.company._id);
    const _id = new Types.ObjectId();
    const service_id = new Types.ObjectId(salon.serviceId);
    const rule = { every_weeks: 1, count: 2, until: null };
    const starts_at = new Date(week(0));
    const visits = {
      visit: { service_id: salon.serviceId, contact_id: contactId, notes: null },
      occurrences: [0, 1].map((index) => ({ index, starts_at: new Date(week(index)) })),
      tolerance: 0,
    };
    const raw = await openRawDatabase(app);
    const documents = raw.db.collection('appointment_series');
    const commits = app.app.get(SeriesCommitService, { strict: false });
    let booking: Promise<void> | undefined;
    await app.app.get(KeyedLocks, { strict: false }).withLock(seriesLockKey(_id), async () => {
      booking = commits.book(scope, salon.user._id, { _id, service_id, starts_at, time_zone: 'UTC', rule }, visits);
      booking.catch(() => undefined);
      const begun = { _id, state: 'committing' };
      // Each check is a round trip, so the loop does not spin.
      while (!(await documents.updateOne(begun, { $set: { state } })).modifiedCount);
    });
    await expect(booking).rejects.toMatchObject({ code: 'SERIES_UNDONE' });
    expect(await documents.findOne({ _id })).toMatchObject({ state: 'failed' });
    await raw.close();
    expect(await live()).toEqual([]);
    await series({ commit: true }).expect(201);
  });

  it.each([
    ['neither count nor until', { rule: { every_weeks: 1 } }],
    ['both', { rule: { every_weeks: 1, count: 2, until: '2199-01-01' } }],
    ['more than a year of weeks', { rule: { every_weeks: 1, until: '2199-01-01' } }],
    ['an end before the beginning', { rule: { every_weeks: 1, until: '2001-01-01' } }],
    ['a decision about none of them', { commit: true, decisions: [{ index: 3, action: 'skip' }] }],
    ['a move to nowhere', { commit: true, decisions: [{ index: 0, action: 'move' }] }],
    ['nothing left', { commit: true, decisions: [0, 1, 2].map((index) => ({ index, action: 'skip' })) }],
  ])('refuses %s', async (_, fields) => {
    expect((await series(fields).expect(400)).body.code).toBe('VALIDATION_ERROR');
  });
});
