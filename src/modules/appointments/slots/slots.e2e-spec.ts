import { Salon } from '../../../../test/support/salon.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';

const DAY_MS = 86_400_000;

describe('slots over HTTP', () => {
  let app: TestApp;
  let salon: Salon;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    salon = await Salon.open(app);
  });
  afterAll(() => app.close());

  it('answers every asked day with its free times', async () => {
    const sunday = new Date(Date.parse(salon.monday) - DAY_MS).toISOString().slice(0, 10);
    const { body } = await salon
      .call('get', '/appointments/slots')
      .query({ service_id: salon.service._id, from: sunday, to: salon.monday })
      .expect(200);
    expect(body).toMatchObject({ time_zone: 'UTC', days: [{ date: sunday, slots: [] }, { date: salon.monday }] });
    expect(body.days[1].slots).toHaveLength(17);
    expect(body.days[1].slots[0]).toEqual({
      starts_at: salon.at('09:00'),
      ends_at: salon.at('10:00'),
      staff_ids: [salon.groomer.user._id],
    });
  });

  it('leaves out what is held or booked, and says why if asked', async () => {
    await salon.hold('10:00').expect(201);
    expect(await salon.starts()).toEqual(expect.not.arrayContaining(['09:30', '10:00', '10:30']));
    const { refused } = await salon.day({ explain: true });
    const rules = new Map(refused?.map(({ starts_at, rule }) => [starts_at, rule]));
    expect(rules.get(salon.at('10:00'))).toBe('STAFF_BUSY');
    expect(rules.get(salon.at('08:00'))).toBe('NOT_WORKING');
  });

  it('sends the same answer to all who ask the same, compressed or not at all, until something changes', async () => {
    const days = { service_id: salon.service._id, from: salon.monday, to: salon.monday };
    const ask = (headers: Record<string, string> = {}) =>
      salon.call('get', '/appointments/slots').query(days).set('Accept-Encoding', 'identity').set(headers);
    const plain = await ask().expect(200);
    for (let time = 0; time < 3; time++) {
      const compressed = await ask({ 'Accept-Encoding': 'gzip' }).expect(200);
      expect(compressed.headers).toMatchObject({ 'content-encoding': 'gzip', etag: plain.headers.etag });
      expect(compressed.body).toEqual(plain.body);
    }
    const tag = { 'If-None-Match': String(plain.headers.etag) };
    await ask(tag).expect(304);
    const alone = await salon.call('get', '/appointments/slots').query({ ...days, staff_id: salon.groomer.user._id });
    expect(alone.body).toEqual(plain.body);
    await salon.book('10:00').expect(201);
    expect((await ask(tag).expect(200)).body).not.toEqual(plain.body);
  });

  it('tells each company its own', async () => {
    const other = await Salon.open(app);
    await other.book('10:00').expect(201);
    expect(await salon.starts()).toContain('10:00');
    expect(await other.starts()).not.toContain('10:00');
    const foreign = { service_id: salon.service._id, from: salon.monday, to: salon.monday };
    await other.call('get', '/appointments/slots').query(foreign).expect(404);
  });

  it.each([
    ['too many days', { to: '2199-01-01', from: '2030-01-01' }],
    ['days the wrong way round', { from: '2030-01-02', to: '2030-01-01' }],
    ['an unknown add-on', { add_ons: 'nails' }],
  ])('refuses %s', async (_what, query) => {
    const days = { service_id: salon.service._id, from: salon.monday, to: salon.monday, ...query };
    const { body } = await salon.call('get', '/appointments/slots').query(days).expect(400);
    expect(body.code).toBe('VALIDATION_ERROR');
  });
});
