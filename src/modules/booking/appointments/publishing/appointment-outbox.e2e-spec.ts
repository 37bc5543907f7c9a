import { Types } from 'mongoose';
import { aService } from '../../../../../test/builders/catalog.js';
import { aPet } from '../../../../../test/builders/pets.js';
import { StaffSocket } from '../../../../../test/support/inbox.js';
import { openRawDatabase } from '../../../../../test/support/raw-database.js';
import { Salon } from '../../../../../test/support/salon.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { ReservationsService } from '../../reservations/reservations.service.js';
import { AppointmentOutbox } from './appointment-outbox.js';

const MINUTE_MS = 60_000;

describe('the outbox of appointments', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('publishes in order what a killed process left', async () => {
    const salon = await Salon.open(app);
    const scope = CompanyScope.of(salon.owner.company._id);
    const ear = await StaffSocket.connect(app, salon.owner.tokens.accessToken);
    const { _id } = await salon.booked('09:00');
    const isIt = ({ appointment }: Record<string, unknown>): boolean => (appointment as { _id: string })._id === _id;
    await ear.next('appointment:created', isIt);
    const outbox = app.app.get(AppointmentOutbox);
    // The outbox of the booking must not publish the next event itself.
    await outbox.onModuleDestroy();
    // The state of a process that dies between the write and the event.
    const bookings = app.app.get(ReservationsService, { strict: false });
    await bookings.transition(scope, _id, 'check_in');
    await bookings.cancel(scope, _id, 'ill');
    expect(ear.received.map(({ event }) => event)).not.toContain('appointment:cancelled');
    await outbox.sweep(new Date(Date.now() + MINUTE_MS));
    await ear.next('appointment:cancelled', isIt);
    const told = ear.received.map(({ event }) => event).filter((event) => event.startsWith('appointment:'));
    expect(told).toEqual(['appointment:held', 'appointment:created', 'appointment:updated', 'appointment:cancelled']);
    ear.close();
  });

  it('publishes two parallel changes in order of their versions', async () => {
    const salon = await Salon.open(app);
    const ear = await StaffSocket.connect(app, salon.owner.tokens.accessToken);
    const { _id } = await salon.booked('09:00');
    const notes = Array.from({ length: 8 }, (_, index) => `note ${index}`);
    await Promise.all(
      notes.map((text) => salon.call('patch', `/appointments/${_id}`).send({ notes: text }).expect(200)),
    );
    await salon.call('post', `/appointments/${_id}/cancel`).send({}).expect(200);
    await ear.next('appointment:cancelled');
    const told = ear.received
      .filter(({ event }) => event.startsWith('appointment:'))
      .map(({ event, data }) => ({ event, ...(data['appointment'] as { version: number }) }));
    expect(told.filter(({ event }) => event === 'appointment:updated')).toHaveLength(notes.length);
    const versions = told.map(({ version }) => version);
    expect(versions).toEqual([...versions].sort((one, other) => one - other));
    ear.close();
  });

  it('publishes other appointments if one fails, and retries that one later', async () => {
    const [broken, whole] = [await Salon.open(app), await Salon.open(app)];
    const ear = await StaffSocket.connect(app, whole.owner.tokens.accessToken);
    const [first, second] = [await broken.booked('09:00'), await whole.booked('09:00')];
    await broken.booked('11:00');
    await ear.next('appointment:created');
    const raw = await openRawDatabase(app);
    const appointments = raw.db.collection('appointments');
    const [brokenId, wholeId] = [first, second].map(({ _id }) => new Types.ObjectId(_id));
    const event = { id: 'x', type: 'edited', at: new Date(0) };
    await appointments.updateOne({ _id: brokenId }, { $unset: { lines: 1 }, $set: { events: [event] } });
    await appointments.updateOne({ _id: wholeId }, { $set: { events: [{ ...event, at: new Date(1) }] } });
    const outbox = app.app.get(AppointmentOutbox);
    await outbox.sweep();
    await ear.next('appointment:updated');
    expect(await appointments.findOne({ _id: brokenId })).toMatchObject({ tell_retry: { failures: 1 } });
    const { body } = await broken.call('get', '/appointments').expect(200);
    expect(body.items).toMatchObject([{ starts_at: broken.at('11:00') }]);
    await outbox.sweep();
    await appointments.updateOne({ _id: brokenId }, { $set: { lines: [] } });
    expect(await appointments.findOne({ _id: brokenId })).toMatchObject({ tell_retry: { failures: 1 } });
    await outbox.sweep(new Date(Date.now() + 2 * MINUTE_MS));
    const told = await appointments.findOne({ _id: brokenId });
    expect(told).toMatchObject({ events: [] });
    expect(told).not.toHaveProperty('tell_retry');
    await raw.close();
    ear.close();
  });

  it('publishes only the confirmation when its pet needs more time', async () => {
    const salon = await Salon.open(app);
    const ear = await StaffSocket.connect(app, salon.owner.tokens.accessToken);
    const large = await aPet(app, salon.owner, salon.contact._id, { weight_kg: 40 });
    const { _id } = await aService(app, salon.owner, { pet_matrix: [{ size: 'large', minutes: 90 }] });
    const { body } = await salon.hold('09:00', { service_id: _id }).expect(201);
    await salon.confirmWithNewQuote(body.hold._id, [large._id]);
    await ear.next('appointment:created');
    const told = ear.received.map(({ event }) => event).filter((event) => event.startsWith('appointment:'));
    expect(told).toEqual(['appointment:held', 'appointment:created']);
    ear.close();
  });
});
