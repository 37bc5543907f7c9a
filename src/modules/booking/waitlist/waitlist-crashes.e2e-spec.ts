import request from 'supertest';
import { DoomedProcesses } from '../../../../test/support/doomed-process.js';
import { StaffSocket } from '../../../../test/support/inbox.js';
import { Salon } from '../../../../test/support/salon.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { BookingCatalog } from '../catalog/index.js';
import { WaitlistOfferService } from './waitlist-offer.service.js';
import { WaitlistOfferScheduler } from './waitlist-offer-scheduler.js';
import { WaitlistRepository } from './waitlist.repository.js';

const WAITLIST = '/api/v1/waitlist';
/** Longer than the checks of a waiting entry, shorter than an offer. */
const LATER_MS = 6 * 60_000;
const SOON_MS = 2 * 60_000;

interface Entry {
  _id: string;
  state: string;
  offer: { appointment_id: string; starts_at: string } | null;
}

/** Two processes on one database; the process that makes or accepts an offer is killed. */
describe('a waitlist offer of a killed process', () => {
  let processes: DoomedProcesses;
  let salon: Salon;
  let socket: StaffSocket;
  let listener: StaffSocket | undefined;
  let booked: string;
  let entry: string;

  beforeAll(async () => {
    processes = await DoomedProcesses.open();
  });
  beforeEach(async () => {
    salon = await Salon.open(processes.survivor);
    await salon.call('patch', '/booking-settings', salon.owner).send({ quiet_hours: null }).expect(200);
    socket = await StaffSocket.connect(processes.survivor, salon.owner.tokens.accessToken);
    ({ _id: booked } = await salon.booked('09:00'));
    entry = await waits();
    await waits();
  });
  afterEach(() => {
    socket.close();
    listener?.close();
  });
  afterAll(() => processes.close());

  const waits = async (): Promise<string> => {
    const window = { date_from: salon.monday, date_to: salon.monday, from: '09:00', to: '10:00' };
    const input = { contact_id: salon.contact._id, service_id: salon.service._id, windows: [window] };
    return (await salon.call('post', '/waitlist').send(input).expect(201)).body._id as string;
  };
  const entries = async (): Promise<Entry[]> => (await salon.call('get', '/waitlist').expect(200)).body.items;
  const live = async (status: string): Promise<{ _id: string }[]> =>
    (await salon.call('get', `/appointments?status=${status}`).expect(200)).body.items;
  const sweepLater = (inMs = LATER_MS): Promise<void> =>
    processes.survivor.app.get(WaitlistOfferScheduler, { strict: false }).sweep(new Date(Date.now() + inMs));
  const cancelAt = (url: string): request.Test =>
    request(url).post(`/api/v1/appointments/${booked}/cancel`).set(salon.groomer.auth).send({});
  /** Offers need connected staff. */
  const cancelWhileHeard = async (url: string): Promise<void> => {
    listener = await StaffSocket.connect({ url }, salon.owner.tokens.accessToken);
    await cancelAt(url);
  };
  const acceptAt = (url: string): request.Test =>
    request(url).post(`${WAITLIST}/${entry}/accept`).set(salon.groomer.auth).send({});
  const offered = (): Record<string, unknown>[] =>
    socket.received.filter(({ event }) => event === 'notification:new').map(({ data }) => data);

  it.each([
    ['the hold', 'waitlist.held', ['waiting', 'waiting']],
    ['the stored offer', 'waitlist.offered', ['offered', 'waiting']],
    ['the published offer', 'waitlist.told', ['offered', 'waiting']],
  ])('is made once by the next run after a crash behind %s', async (_, at, states) => {
    await processes.killedAt(at, cancelWhileHeard);
    expect((await entries()).map(({ state }) => state)).toEqual(states);
    expect(await live('held')).toHaveLength(1);
    await sweepLater();
    await socket.next('notification:new');
    await sweepLater();
    const [held] = await live('held');
    expect(await entries()).toMatchObject([
      { _id: entry, state: 'offered', offer: { appointment_id: held?._id, starts_at: salon.at('09:00') } },
      { state: 'waiting', offer: null },
    ]);
    expect([await live('held'), offered()]).toMatchObject([[{}], [{ notification: { data: { entry_id: entry } } }]]);
    await acceptAt(processes.survivor.url).expect(201);
    expect((await live('confirmed')).map(({ _id }) => _id)).toEqual([held?._id]);
  });

  it('blocks a held time without an entry for moments only', async () => {
    await processes.killedAt('waitlist.held', cancelWhileHeard);
    await sweepLater(SOON_MS);
    expect((await entries()).map(({ state }) => state)).toEqual(['offered', 'waiting']);
  });

  it.each([
    ['changed', ['offered', 'waiting'], () => salon.call('patch', `/waitlist/${entry}`).send({ notes: 'calls again' })],
    ['deleted', ['offered'], () => salon.call('delete', `/waitlist/${entry}`)],
  ])('goes to the next entry if the time is held and the entry was %s', async (_, states, change) => {
    await processes.killedAt('waitlist.held', cancelWhileHeard);
    const [orphan] = await live('held');
    await change();
    await socket.next('notification:new');
    const [held, ...others] = await live('held');
    expect([held?._id === orphan?._id, others]).toEqual([false, []]);
    const [first, ...rest] = await entries();
    expect([first, ...rest].map((one) => one?.state)).toEqual(states);
    expect(first?.offer).toMatchObject({ appointment_id: held?._id, starts_at: salon.at('09:00') });
  });

  it.each(['booking.confirmed', 'waitlist.accepted'])(
    'becomes one appointment after a crash at %s during accepting',
    async (at) => {
      await cancelAt(processes.survivor.url);
      await socket.next('notification:new');
      await processes.killedAt(at, (url) => acceptAt(url));
      const [taken, ...others] = await live('confirmed');
      expect(others).toEqual([]);
      await sweepLater();
      expect((await entries()).map(({ state }) => state)).toEqual(['booked', 'waiting']);
      const again = await Promise.all([1, 2, 3].map(() => acceptAt(processes.survivor.url).expect(201)));
      expect(new Set(again.map(({ body }) => body.appointment._id))).toEqual(new Set([taken?._id]));
      expect([await live('confirmed'), await live('held')]).toMatchObject([[{ _id: taken?._id }], []]);
      expect(offered()).toHaveLength(1);
    },
  );

  it('keeps its hold when another process offers the same hold', async () => {
    const find = <T>(type: abstract new (...args: never[]) => T): T =>
      processes.survivor.app.get(type as never, { strict: false });
    const scope = CompanyScope.of(salon.owner.company._id);
    await find(KeyedLocks).withLock(`waitlist:${scope.id}`, async () => {
      await cancelAt(processes.survivor.url);
      const waiting = await find(WaitlistRepository).getById(scope, entry);
      const catalog = await find(BookingCatalog).loadCatalog(scope);
      // Both processes read the entry before either offers it, as after a lost lock.
      const offer = (): Promise<unknown> =>
        find(WaitlistOfferService).offer(scope, catalog, waiting, new Date(salon.at('09:00')));
      await Promise.all([offer(), offer()]);
    });
    await socket.next('notification:new');
    const { body } = await acceptAt(processes.survivor.url).expect(201);
    expect(body.appointment).toMatchObject({ starts_at: salon.at('09:00'), status: 'confirmed' });
  });
});
