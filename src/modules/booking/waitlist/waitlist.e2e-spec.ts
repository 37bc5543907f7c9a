import { setImmediate } from 'node:timers/promises';
import { Types } from 'mongoose';
import request from 'supertest';
import { registerCompany } from '../../../../test/builders/accounts.js';
import { aResource, aResourceType, aService } from '../../../../test/builders/catalog.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { aPublicSalon, aWeekday, type PublicSalon } from '../../../../test/builders/public-booking.js';
import { StaffSocket } from '../../../../test/support/inbox.js';
import { QueryRecorder } from '../../../../test/support/query-recorder.js';
import { openRawDatabase } from '../../../../test/support/raw-database.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { RealtimeService } from '../../../core/realtime/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { WaitlistOfferScheduler } from './waitlist-offer-scheduler.js';

const WAITLIST = '/api/v1/waitlist';
interface Entry {
  _id: string;
  state: string;
  contact_id: string;
  offer: { appointment_id: string; starts_at: string } | null;
}

describe('the waitlist', () => {
  let app: TestApp;
  let recorder: QueryRecorder;
  let salon: PublicSalon;
  let socket: StaffSocket;
  const told = new Set<string>();
  const day = aWeekday();
  /** The only free hour in these tests. */
  const window = { date_from: day, date_to: day, from: '09:00', to: '09:30' };
  const start = `${day}T09:00:00.000Z`;

  beforeAll(async () => {
    app = await startTestApp();
    recorder = new QueryRecorder(app.app);
  });
  beforeEach(async () => {
    salon = await aPublicSalon(app);
    socket = await StaffSocket.connect(app, salon.tokens.accessToken);
  });
  afterEach(() => socket.close());
  afterAll(() => app.close());

  const post = (path: string, body: object = {}) => request(app.url).post(path).set(salon.auth).send(body);
  const change = ({ _id }: Pick<Entry, '_id'>, fields: object) =>
    request(app.url).patch(`${WAITLIST}/${_id}`).set(salon.auth).send(fields);
  const remove = ({ _id }: Pick<Entry, '_id'>) => request(app.url).delete(`${WAITLIST}/${_id}`).set(salon.auth);
  const taken = async (): Promise<string> => {
    const { _id } = await aContact(app, salon);
    const input = { service_id: salon.serviceId, contact_id: _id, starts_at: start };
    return (await post('/api/v1/appointments', input).expect(201)).body.appointment._id as string;
  };
  const cancel = (id: string) => post(`/api/v1/appointments/${id}/cancel`).expect(200);
  const waits = async (fields: object = {}, contact: Record<string, unknown> = {}): Promise<Entry> => {
    const { _id } = await aContact(app, salon, contact);
    const input = { contact_id: _id, service_id: salon.serviceId, windows: [window], notes: 'please', ...fields };
    return (await post(WAITLIST, input).expect(201)).body as Entry;
  };
  const entries = async (): Promise<Entry[]> =>
    (await request(app.url).get(WAITLIST).set(salon.auth).expect(200)).body.items as Entry[];
  /** The next new offer, by its entry. */
  const anOffer = async (): Promise<string> => {
    const entryOf = ({ notification }: Record<string, unknown>): string =>
      (notification as { data: { entry_id: string } }).data.entry_id;
    const entry = entryOf(await socket.next('notification:new', (event) => !told.has(entryOf(event))));
    told.add(entry);
    return entry;
  };

  const sweep = (): Promise<void> =>
    app.app.get(WaitlistOfferScheduler, { strict: false }).sweep(new Date(Date.now() + 3_600_000));
  /** Resolves when the server sees no connected staff of the company. */
  const vacated = async (): Promise<void> => {
    const scope = CompanyScope.of(salon.company._id);
    while (await app.app.get(RealtimeService).hasListeners(scope)) await setImmediate();
  };
  const changeEntries = async (fields: object): Promise<void> => {
    const raw = await openRawDatabase(app);
    const company_id = new Types.ObjectId(salon.company._id);
    await raw.db.collection('waitlist').updateMany({ company_id }, { $set: fields, $inc: { revision: 1 } });
    await raw.close();
  };

  it('offers a freed time to the first entry and books it when accepted', async () => {
    const booked = await taken();
    const [first, second] = [await waits(), await waits()];
    await cancel(booked);
    expect(await anOffer()).toBe(first._id);
    expect((await entries()).map(({ state }) => state)).toEqual(['offered', 'waiting']);
    await post(`${WAITLIST}/${second._id}/accept`).expect(409);
    const { body } = await post(`${WAITLIST}/${first._id}/accept`).expect(201);
    expect(body.appointment).toMatchObject({
      starts_at: start,
      status: 'confirmed',
      source: 'waitlist',
      contact_id: first.contact_id,
      notes: 'please',
    });
    expect((await post(`${WAITLIST}/${first._id}/accept`).expect(201)).body.appointment._id).toBe(body.appointment._id);
    expect((await entries()).map(({ state }) => state)).toEqual(['booked', 'waiting']);
  });

  it('lists entries with names, counts them, and tells staff of each change', async () => {
    const entry = await waits({ windows: [{ ...window, from: '20:00', to: '21:00' }] });
    await socket.next('waitlist:updated');
    const names = { contact: { _id: entry.contact_id }, pets: [], service_name: expect.any(String), staff_name: null };
    expect(await entries()).toMatchObject([names]);
    const { body } = await request(app.url).get(`${WAITLIST}/counts`).set(salon.auth).expect(200);
    expect(body).toEqual({ waiting: 1, offered: 0 });
    socket.received.length = 0;
    await remove(entry).expect(204);
    await socket.next('waitlist:updated');
  });

  it('prefers VIPs and entries for one person', async () => {
    const booked = await taken();
    await waits();
    const vip = await waits({}, { is_vip: true });
    // A run that began before the VIP came must not make the offer.
    await sweep();
    await cancel(booked);
    expect(await anOffer()).toBe(vip._id);
  });

  it('offers the time to the next entry after a decline, an expiry or a deletion', async () => {
    const booked = await taken();
    const all = [await waits(), await waits(), await waits(), await waits()];
    const [first, second, third, fourth] = all as [Entry, Entry, Entry, Entry];
    await cancel(booked);
    expect(await anOffer()).toBe(first._id);
    await post(`${WAITLIST}/${first._id}/decline`).expect(200);
    expect(await anOffer()).toBe(second._id);
    const raw = await openRawDatabase(app);
    await raw.db.collection('appointments').updateMany({ state: 'HELD' }, { $set: { exp: new Date(0) } });
    await raw.db
      .collection('waitlist')
      .updateMany({ state: 'offered' }, { $set: { 'offer.expires_at': new Date(0), check_at: new Date(0) } });
    await raw.close();
    await app.app.get(WaitlistOfferScheduler, { strict: false }).sweep();
    expect(await anOffer()).toBe(third._id);
    await remove(third).expect(204);
    expect(await anOffer()).toBe(fourth._id);
    await post(`${WAITLIST}/${second._id}/accept`).expect(409);
  });

  it('never offers one time twice, also in parallel', async () => {
    const booked = await taken();
    for (let count = 0; count < 4; count++) await waits();
    const offers = app.app.get(WaitlistOfferScheduler, { strict: false });
    await Promise.all([cancel(booked), offers.sweep(new Date(Date.now() + 3_600_000)), offers.sweep(), cancel(booked)]);
    await anOffer();
    await offers.sweep(new Date(Date.now() + 3_600_000));
    expect((await entries()).filter(({ state }) => state === 'offered')).toHaveLength(1);
    const { body } = await request(app.url).get('/api/v1/appointments?status=held').set(salon.auth).expect(200);
    expect(body.items).toHaveLength(1);
  });

  it('offers times that are already free, also after lost events', async () => {
    const entry = await waits();
    expect(await anOffer()).toBe(entry._id);
    await post(`${WAITLIST}/${entry._id}/decline`).expect(200);
    const other = await waits({ windows: [{ ...window, from: '20:00', to: '21:00' }] });
    expect((await entries()).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    await change(other, { windows: [window] }).expect(200);
    expect(await anOffer()).toBe(other._id);
    await change(other, { notes: null }).expect(409);
  });

  it('offers nothing without connected staff, and offers at the next run with staff', async () => {
    socket.close();
    await vacated();
    await waits();
    await sweep();
    expect((await entries()).map(({ state }) => state)).toEqual(['waiting']);
    socket = await StaffSocket.connect(app, salon.tokens.accessToken);
    await sweep();
    expect((await entries()).map(({ state }) => state)).toEqual(['offered']);
  });

  it('offers nothing in quiet hours', async () => {
    const quiet = (quiet_hours: object | null) =>
      request(app.url).patch('/api/v1/booking-settings').set(salon.auth).send({ quiet_hours }).expect(200);
    const minute = (offset: number): string => new Date(Date.now() + offset * 60_000).toISOString().slice(11, 16);
    await quiet({ from: minute(-10), to: minute(10) });
    const entry = await waits();
    await sweep();
    expect((await entries()).map(({ state }) => state)).toEqual(['waiting']);
    await quiet(null);
    expect(await anOffer()).toBe(entry._id);
  });

  it('expires an entry after its last window, until it gets new ones', async () => {
    const booked = await taken();
    const entry = await waits();
    await changeEntries({ last_date: '2020-01-02', check_at: new Date(0) });
    await sweep();
    expect((await entries()).map(({ state }) => state)).toEqual(['expired']);
    await cancel(booked);
    await change(entry, { windows: [window] }).expect(200);
    expect(await anOffer()).toBe(entry._id);
  });

  it('finds the last of many entries with few searches', async () => {
    const booked = await taken();
    await waits({ windows: [{ ...window, from: '20:00', to: '21:00' }] });
    const last = await waits();
    const raw = await openRawDatabase(app);
    const all = raw.db.collection('waitlist');
    const company_id = new Types.ObjectId(salon.company._id);
    const [{ _id: _first, ...entry } = {}] = await all.find({ company_id }).sort({ _id: 1 }).toArray();
    const older = (index: number): Types.ObjectId => Types.ObjectId.createFromTime(1_000_000 + index);
    await all.insertMany(Array.from({ length: 520 }, (_, index) => ({ ...entry, _id: older(index) })));
    await raw.close();
    const before = recorder.commands.length;
    await cancel(booked);
    expect(await anOffer()).toBe(last._id);
    const looks = recorder.commands.slice(before).filter(({ collection }) => collection === 'booking_claim_versions');
    expect(looks.length).toBeLessThan(15);
  });

  it('offers a stay of the given nights within its window', async () => {
    const type = await aResourceType(app, salon, { name: 'Kennel', kind: 'unit', cell: 'night' });
    await aResource(app, salon, type._id, { name: 'Kennel 1' });
    const requirements = [{ resource_type_id: type._id }];
    const stay = await aService(app, salon, { name: 'Hotel', kind: 'boarding', requirements });
    const days = (count: number): string => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
    const entry = await waits({ service_id: stay._id, nights: 3, windows: [{ date_from: day, date_to: days(9) }] });
    expect(await anOffer()).toBe(entry._id);
    const { body } = await post(`${WAITLIST}/${entry._id}/accept`).expect(201);
    expect(body.appointment).toMatchObject({ nights: 3 });
  });

  it('ignores an entry whose pet was deleted', async () => {
    const booked = await taken();
    const { _id: contact_id } = await aContact(app, salon);
    const pet = (await post('/api/v1/pets', { name: 'Rex', contact_id }).expect(201)).body as { _id: string };
    const input = { contact_id, service_id: salon.serviceId, pet_ids: [pet._id], windows: [window] };
    await post(WAITLIST, input).expect(201);
    const next = await waits();
    await request(app.url).delete(`/api/v1/pets/${pet._id}`).set(salon.auth).expect(204);
    await cancel(booked);
    expect(await anOffer()).toBe(next._id);
  });

  it('finishes an offer that a crash interrupted', async () => {
    const entry = await waits();
    await anOffer();
    await post(`${WAITLIST}/${entry._id}/accept`).expect(201);
    await changeEntries({ state: 'offered', check_at: new Date(0) });
    await app.app.get(WaitlistOfferScheduler, { strict: false }).sweep();
    expect((await entries()).map(({ state }) => state)).toEqual(['booked']);
  });

  it('refuses impossible entries and keeps companies apart', async () => {
    const { _id } = await aContact(app, salon);
    const stranger = await registerCompany(app);
    const theirs = await aContact(app, stranger);
    const input = { contact_id: _id, service_id: salon.serviceId, windows: [window] };
    await post(WAITLIST, { ...input, contact_id: theirs._id }).expect(404);
    await post(WAITLIST, { ...input, staff_id: stranger.user._id }).expect(404);
    await post(WAITLIST, { ...input, windows: [] }).expect(400);
    await post(WAITLIST, { ...input, windows: [{ ...window, date_to: '2020-01-01' }] }).expect(400);
    await post(WAITLIST, { ...input, windows: [{ date_from: '2020-01-01', date_to: '2020-01-02' }] }).expect(400);
    await post(WAITLIST, { ...input, nights: 2 }).expect(400);
    await post(WAITLIST, { ...input, windows: [{ ...window, to: '08:00' }] }).expect(400);
    const entry = await waits();
    for (const path of ['accept', 'decline'])
      await request(app.url).post(`${WAITLIST}/${entry._id}/${path}`).set(stranger.auth).expect(404);
    await request(app.url).delete(`${WAITLIST}/${entry._id}`).set(stranger.auth).expect(404);
  });
});
