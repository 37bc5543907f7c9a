import { randomBytes } from 'node:crypto';
import request from 'supertest';
import { aStaffMember, type RegisteredCompany, registerCompany } from '../../../../../test/builders/accounts.js';
import { aResource, aResourceType, aSchedule, aService } from '../../../../../test/builders/catalog.js';
import { QueryRecorder } from '../../../../../test/support/query-recorder.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { CompanyScope, type StoredDocument } from '../../../../core/tenancy/index.js';
import { BookingCatalog } from './booking-catalog.js';
import type { CatalogSnapshot } from './catalog-snapshot.js';

/** Read by listeners of catalog changes at any time. */
const LISTENERS = ['waitlist', 'lane_leases', 'webhook_endpoints'];
const SHARED_SECRETS = {
  JWT_ACCESS_SECRET: randomBytes(32).toString('hex'),
  JWT_REFRESH_SECRET: randomBytes(32).toString('hex'),
  ENCRYPTION_KEY: randomBytes(32).toString('base64'),
};

describe('the snapshot of a catalog', () => {
  let app: TestApp;
  let other: TestApp;
  let owner: RegisteredCompany;
  let recorder: QueryRecorder;

  beforeAll(async () => {
    app = await startTestApp(SHARED_SECRETS);
    // A second process on the same database.
    other = await startTestApp({ ...SHARED_SECRETS, MONGODB_URI: String(app.config.mongodbUri) });
    recorder = new QueryRecorder(app.app);
  });
  beforeEach(async () => {
    owner = await registerCompany(app);
  });
  afterAll(async () => {
    await other.close();
    await app.close();
  });

  const load = (of: TestApp = app): Promise<CatalogSnapshot> =>
    of.app.get(BookingCatalog).loadCatalog(CompanyScope.of(owner.company._id));
  const post = (path: string, body: object) =>
    request(app.url).post(`/api/v1${path}`).set(owner.auth).send(body).expect(201);
  const queriesOf = async (work: () => Promise<unknown>): Promise<number> => {
    const before = recorder.commands.length;
    await work();
    return recorder.commands.slice(before).filter(({ collection }) => !LISTENERS.includes(collection)).length;
  };

  it('has all rules of the company and none of others', async () => {
    const stranger = await registerCompany(app);
    await aService(app, stranger);
    const groomer = await aStaffMember(app, owner, { full_name: 'Gil Costa' });
    const type = await aResourceType(app, owner);
    const resource = await aResource(app, owner, type._id);
    const service = await aService(app, owner);
    const schedule = await aSchedule(app, owner, groomer.user._id);
    const { time_off } = (await post('/time-off', { staff_id: groomer.user._id, ...daysFromNow(3, 4) })).body;
    const closure = (await post('/closures', { name: 'x', starts_on: '2035-01-01', ends_on: '2035-01-02' })).body;
    const quota = (await post('/quotas', { name: 'x', per: 'company', cell: '15min', max: 4, kind: 'arrivals' })).body;
    const snapshot = await load();
    const ids = (documents: readonly Pick<StoredDocument, '_id'>[]): string[] =>
      documents.map(({ _id }) => _id.toHexString());
    expect(ids(snapshot.services)).toEqual([service._id]);
    expect(ids(snapshot.resource_types)).toEqual([type._id]);
    expect(ids(snapshot.resources)).toEqual([resource._id]);
    expect(snapshot.staff.map(({ full_name }) => full_name)).toEqual(['Gil Costa']);
    expect(ids(snapshot.staff.map((one) => one.schedule))).toEqual([schedule._id]);
    expect(ids(snapshot.time_off)).toEqual([time_off._id]);
    expect(ids(snapshot.closures)).toEqual([closure._id]);
    expect(ids(snapshot.quotas)).toEqual([quota._id]);
    expect(snapshot).toMatchObject({ time_zone: 'UTC', settings: { hold_minutes: 10 } });
  });

  it('leaves out past periods, requested time off and disabled staff', async () => {
    const groomer = await aStaffMember(app, owner);
    await aSchedule(app, owner, groomer.user._id);
    await post('/time-off', { staff_id: groomer.user._id, ...daysFromNow(-10, -9) });
    const ask = { staff_id: groomer.user._id, ...daysFromNow(3, 4) };
    await request(app.url).post('/api/v1/time-off').set(groomer.auth).send(ask).expect(201);
    await post('/closures', { name: 'x', starts_on: '2020-01-01', ends_on: '2020-01-02' });
    expect(await load()).toMatchObject({ time_off: [], closures: [], staff: [{ full_name: 'Bruno Reis' }] });
    const path = `/api/v1/users/${groomer.user._id}`;
    await request(app.url).patch(path).set(owner.auth).send({ disabled: true }).expect(200);
    expect((await load()).staff).toEqual([]);
  });

  it('is read once for parallel callers, with a constant number of queries', async () => {
    await aSchedule(app, owner, owner.user._id);
    const cold = await queriesOf(() => Promise.all(Array.from({ length: 20 }, () => load())));
    // Version and company are read once, or twice for calls that came later; each collection once.
    expect([2 + 10, 2 * 2 + 10]).toContain(cold);
    for (let index = 0; index < 19; index++) {
      const { user } = await aStaffMember(app, owner);
      await aSchedule(app, owner, user._id);
      await aService(app, owner);
    }
    expect(await queriesOf(() => load())).toBe(2 + 10);
    expect(await queriesOf(() => load())).toBe(2);
    expect((await load()).staff).toHaveLength(20);
  });

  it('stays the same object until a change, then differs in every process', async () => {
    const [first, theirs] = [await load(), await load(other)];
    expect(await load()).toBe(first);
    const service = await aService(app, owner);
    for (const process of [app, other]) {
      const snapshot = await load(process);
      expect(snapshot.services.map(({ _id }) => _id.toHexString())).toEqual([service._id]);
      expect(snapshot.version).toBeGreaterThan(theirs.version);
    }
    for (const terms of [{ time_zone: 'America/Sao_Paulo' }, { currency: 'BRL' }]) {
      await request(app.url).patch('/api/v1/companies/me').set(owner.auth).send(terms).expect(200);
      expect(await load(other)).toMatchObject(terms);
    }
  });

  it('drops a disabled person in every process at once, and restores them', async () => {
    const { user } = await aStaffMember(app, owner, { full_name: 'Gil Costa' });
    await aSchedule(app, owner, user._id);
    const setDisabled = (disabled: boolean) =>
      request(app.url).patch(`/api/v1/users/${user._id}`).set(owner.auth).send({ disabled }).expect(200);
    const names = async (of: TestApp): Promise<string[]> => (await load(of)).staff.map(({ full_name }) => full_name);
    for (const process of [app, other]) expect(await names(process)).toEqual(['Gil Costa']);
    await setDisabled(true);
    for (const process of [app, other]) expect(await names(process)).toEqual([]);
    await setDisabled(false);
    for (const process of [app, other]) expect(await names(process)).toEqual(['Gil Costa']);
  });

  it('is never older than many writes in two processes', async () => {
    const write = (by: TestApp, index: number) =>
      request(by.url)
        .patch('/api/v1/booking-settings')
        .set(owner.auth)
        .send(index % 2 ? { hold_minutes: 1 + (index % 60) } : { holds_per_visitor: 1 + (index % 10) })
        .expect(200);
    for (let round = 0; round < 5; round++) {
      await Promise.all(
        Array.from({ length: 20 }, async (_, index) => {
          const by = index % 2 ? app : other;
          await write(by, round * 20 + index);
          await load(index % 3 ? app : other);
        }),
      );
      const stored = (await request(app.url).get('/api/v1/booking-settings').set(owner.auth)).body;
      for (const process of [app, other]) expect((await load(process)).settings).toEqual(stored);
    }
  });
});

const DAY_MS = 86_400_000;

function daysFromNow(from: number, to: number): { starts_at: string; ends_at: string } {
  const at = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
  return { starts_at: at(from), ends_at: at(to) };
}
