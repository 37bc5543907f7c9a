import request from 'supertest';
import { DoomedProcesses } from '../../../../test/support/doomed-process.js';
import { openRawDatabase } from '../../../../test/support/raw-database.js';
import { Salon } from '../../../../test/support/salon.js';
import { BookingSweeper } from '../reservations/booking-sweeper.js';
import { SeriesCommitService } from './series-commit.service.js';

const SERIES = '/api/v1/appointments/series';
const WEEK_MS = 7 * 86_400_000;
const COUNT = 3;
const PAST = new Date(0);

interface Found {
  _id: string;
  starts_at: string;
  status: string;
  fee: number | null;
}

/** Two processes on one database; the process that books the series is killed. */
describe('a series whose process is killed', () => {
  let processes: DoomedProcesses;
  let salon: Salon;

  beforeAll(async () => {
    processes = await DoomedProcesses.open();
  });
  beforeEach(async () => {
    salon = await Salon.open(processes.survivor);
  });
  afterAll(() => processes.close());

  const weeks = (): string[] =>
    Array.from({ length: COUNT }, (_, index) =>
      new Date(Date.parse(salon.at('09:00')) + index * WEEK_MS).toISOString(),
    );
  const book = (url: string): request.Test =>
    request(url)
      .post(SERIES)
      .set(salon.groomer.auth)
      .send({
        service_id: salon.service._id,
        contact_id: salon.contact._id,
        starts_at: salon.at('09:00'),
        rule: { every_weeks: 1, count: COUNT },
        commit: true,
      });
  const list = async (status: string): Promise<Found[]> =>
    (await salon.call('get', `/appointments?status=${status}`).expect(200)).body.items;
  const told = async (): Promise<{ confirmed: number; held: number }> => ({
    confirmed: (await list('confirmed')).length,
    held: (await list('held')).length,
  });
  /** Expires the series and its holds, then runs both sweeps. */
  const sweepLater = async (): Promise<void> => {
    const raw = await openRawDatabase(processes.survivor);
    await raw.db
      .collection('appointment_series')
      .updateMany({ stale_at: { $exists: true } }, { $set: { stale_at: PAST } });
    await raw.db.collection('appointments').updateMany({ state: 'HELD' }, { $set: { exp: PAST, due_at: PAST } });
    await raw.close();
    await processes.survivor.app.get(SeriesCommitService, { strict: false }).sweep();
    await processes.survivor.app.get(BookingSweeper, { strict: false }).sweep();
  };
  const states = async (): Promise<string[]> => {
    const raw = await openRawDatabase(processes.survivor);
    const company = await raw.db
      .collection('appointments')
      .findOne({}, { sort: { _id: -1 }, projection: { company_id: 1 } });
    const found = await raw.db.collection('appointment_series').find({ company_id: company?.['company_id'] }).toArray();
    await raw.close();
    return found.map(({ state }) => String(state));
  };

  it.each([
    ['when the first is held', 'booking.held', { confirmed: 0, held: 1 }],
    ['when all are held', 'series.held', { confirmed: 0, held: COUNT }],
    ['before the first is certain', 'series.noted', { confirmed: 0, held: COUNT }],
    ['between two that are certain', 'booking.confirmed:2', { confirmed: 2, held: 1 }],
    ['when all are certain', 'series.confirmed', { confirmed: COUNT, held: 0 }],
  ])(
    'blocks the times of a series killed at %s until it is undone, and books it once afterwards',
    async (_, at, left) => {
      await processes.killedAt(at, (url) => book(url));
      expect(await told()).toEqual(left);
      const { body } = await book(processes.survivor.url).expect(409);
      expect(body.details.occurrences.map(({ status }: { status: string }) => status)).toContain('taken');
      await sweepLater();
      expect(await told()).toEqual({ confirmed: 0, held: 0 });
      expect((await states()).sort()).toEqual(['failed', 'failed']);
      // Undone appointments cost nothing.
      expect((await list('cancelled')).map(({ fee }) => fee ?? 0)).toEqual(Array(left.confirmed).fill(0));
      await book(processes.survivor.url).expect(201);
      expect((await list('confirmed')).map(({ starts_at }) => starts_at)).toEqual(weeks());
    },
  );

  it('keeps only the visit that staff began meanwhile', async () => {
    await processes.killedAt('series.confirmed', (url) => book(url));
    const [first] = await list('confirmed');
    await salon.rewriteStart(String(first?._id), 0);
    for (const step of ['check-in', 'start'])
      await salon.call('post', `/appointments/${first?._id}/${step}`).send({}).expect(200);
    await sweepLater();
    expect(await states()).toEqual(['failed']);
    expect(await list('in_progress')).toMatchObject([{ _id: first?._id }]);
    expect(await told()).toEqual({ confirmed: 0, held: 0 });
    expect(await list('cancelled')).toHaveLength(COUNT - 1);
  });

  it('undoes a series in the next sweep after a crash during undoing', async () => {
    await salon.book('09:00', { starts_at: weeks()[2] }).expect(201);
    await processes.killedAt('series.undone', (url) => book(url));
    expect(await states()).toEqual(['undoing']);
    await sweepLater();
    expect(await states()).toEqual(['failed']);
    expect(await told()).toEqual({ confirmed: 1, held: 0 });
  });
});
