import { randomBytes } from 'node:crypto';
import request from 'supertest';
import { Salon } from '../../../../test/support/salon.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { ClaimChanges } from '../reservations/claim-changes.js';
import { AvailabilityCache } from './availability-cache.js';

const DAY_MS = 86_400_000;

const SECRETS = {
  JWT_ACCESS_SECRET: randomBytes(32).toString('hex'),
  JWT_REFRESH_SECRET: randomBytes(32).toString('hex'),
  ENCRYPTION_KEY: randomBytes(32).toString('base64'),
};

describe('the availability cache', () => {
  let app: TestApp;
  let other: TestApp;
  let salon: Salon;

  beforeAll(async () => {
    app = await startTestApp(SECRETS);
    other = await startTestApp({ ...SECRETS, MONGODB_URI: String(app.config.mongodbUri) });
  });
  beforeEach(async () => {
    salon = await Salon.open(app);
  });
  afterAll(async () => {
    await other.close();
    await app.close();
  });

  const bookElsewhere = async (time: string): Promise<void> => {
    const visitRequest = { service_id: salon.service._id, contact_id: salon.contact._id, starts_at: salon.at(time) };
    await request(other.url).post('/api/v1/appointments').set(salon.groomer.auth).send(visitRequest).expect(201);
  };

  it('shows bookings of this process at once', async () => {
    expect(await salon.starts()).toContain('10:00');
    await salon.book('10:00').expect(201);
    expect(await salon.starts()).not.toContain('10:00');
  });

  it('shows bookings of another process as soon as they are published', async () => {
    const changes = app.app.get(ClaimChanges, { strict: false });
    const scope = CompanyScope.of(salon.owner.company._id);
    expect(await salon.starts()).toContain('10:00');
    const before = await changes.stamp(scope);
    await bookElsewhere('10:00');
    // Each check is a round trip, so the loop does not spin.
    while ((await changes.stamp(scope)) === before);
    expect(await salon.starts()).not.toContain('10:00');
  });

  it('shows freed time, also after eviction during a read', async () => {
    const availability = app.app.get(AvailabilityCache, { strict: false });
    const scope = CompanyScope.of(salon.owner.company._id);
    const { _id } = await salon.booked('10:00');
    expect(await salon.starts()).not.toContain('10:00');
    await salon.call('post', `/appointments/${_id}/cancel`).send({}).expect(200);
    const days = Array.from({ length: 70 }, (_, day) => new Date(Date.now() + (20 + day) * DAY_MS).toISOString());
    const others = days
      .map((day) => day.slice(0, 10))
      .map((date) => availability.load(scope, { from: date, to: date }));
    await Promise.all([...others, salon.starts()]);
    expect(await salon.starts()).toContain('10:00');
  });

  it('never decides: a booking on stale data is refused as taken', async () => {
    expect(await salon.starts()).toContain('10:00');
    const elsewhere = bookElsewhere('10:00');
    const here = salon.book('10:00');
    const [first, second] = await Promise.allSettled([elsewhere, here]);
    const status = second.status === 'fulfilled' ? second.value.status : 0;
    expect([first.status, status].sort()).toEqual(
      first.status === 'fulfilled' ? [409, 'fulfilled'] : [201, 'rejected'],
    );
  });
});
