import { SchedulerRegistry } from '@nestjs/schedule';
import { StaffSocket } from '../../../../../test/support/inbox.js';
import { Salon } from '../../../../../test/support/salon.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { BookingService } from '../booking/booking.service.js';
import type { StoredBooking } from '../../reservations/booking.js';

/** Long enough to confirm or extend a hold on a busy machine. */
const SHORT_SEC = 3;
const ACTOR = { channel: 'staff', source: 'staff' } as const;

interface Told {
  _id: string;
  updated_at: string;
}

describe('the expiry of a hold', () => {
  let app: TestApp;
  let salon: Salon;
  let ear: StaffSocket;
  let booking: BookingService;
  let scope: CompanyScope;

  beforeAll(async () => {
    app = await startTestApp();
    booking = app.app.get(BookingService, { strict: false });
    // Without a sweep only the timers publish.
    const scheduled = app.app.get(SchedulerRegistry, { strict: false });
    scheduled.getIntervals().forEach((name) => scheduled.deleteInterval(name));
  });
  beforeEach(async () => {
    salon = await Salon.open(app);
    scope = CompanyScope.of(salon.owner.company._id);
    ear = await StaffSocket.connect(app, salon.owner.tokens.accessToken);
  });
  afterEach(() => ear.close());
  afterAll(() => app.close());

  const hold = (time: string): Promise<StoredBooking> =>
    booking.hold(scope, ACTOR, {
      service_id: salon.service._id,
      starts_at: new Date(salon.at(time)),
      ttl_sec: SHORT_SEC,
    });
  const told = ({ appointment }: Record<string, unknown>): Told => appointment as Told;
  const ended = async ({ _id }: StoredBooking): Promise<Told> =>
    told(await ear.next('appointment:cancelled', (event) => told(event)._id === _id.toHexString()));

  it('is published without a sweep, and only for unconfirmed holds', async () => {
    const kept = await hold('09:00');
    await booking.confirm(scope, ACTOR, kept._id, { contact_id: salon.contact._id });
    const lost = await hold('11:00');
    const { updated_at } = await ended(lost);
    expect(Date.parse(updated_at)).toBeGreaterThanOrEqual(lost.exp?.getTime() ?? Infinity);
    const { body } = await salon.call('get', '/appointments').expect(200);
    expect(body.items).toMatchObject([{ _id: kept._id.toHexString(), status: 'confirmed' }]);
    expect(ear.received.filter(({ event }) => event === 'appointment:cancelled')).toHaveLength(1);
  });

  it('follows the last extension', async () => {
    const { _id } = await hold('09:00');
    const extended = await booking.extend(scope, _id, SHORT_SEC + 1);
    const { updated_at } = await ended(extended);
    expect(Date.parse(updated_at)).toBeGreaterThanOrEqual(extended.exp?.getTime() ?? Infinity);
  });

  it('offers the time to the waitlist', async () => {
    // Else the test fails at night.
    await salon.call('patch', '/booking-settings', salon.owner).send({ quiet_hours: null }).expect(200);
    const held = await hold('09:00');
    const window = { date_from: salon.monday, date_to: salon.monday, from: '09:00', to: '10:00' };
    const input = { contact_id: salon.contact._id, service_id: salon.service._id, windows: [window] };
    await salon.call('post', '/waitlist').send(input).expect(201);
    await ended(held);
    const { notification } = await ear.next('notification:new');
    expect(notification).toMatchObject({ type: 'waitlist.offered', data: { starts_at: salon.at('09:00') } });
  });
});
