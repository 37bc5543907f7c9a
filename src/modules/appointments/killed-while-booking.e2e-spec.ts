import request from 'supertest';
import { DoomedProcesses } from '../../../test/support/doomed-process.js';
import { Salon } from '../../../test/support/salon.js';
import type { CrashPointName } from '../../core/crash-points/index.js';

const TIMEOUT_MS = 60_000;

/** Two processes of the product on one database; the one that the customer talks to is killed. */
describe('a process that is killed while it books', () => {
  let processes: DoomedProcesses;
  let salon: Salon;

  beforeAll(async () => {
    processes = await DoomedProcesses.open();
  });
  beforeEach(async () => {
    salon = await Salon.open(processes.survivor);
  });
  afterAll(() => processes.close());

  const bookAt = (at: CrashPointName): Promise<void> =>
    processes.killedAt(at, async (url) => {
      const wish = { service_id: salon.service._id, contact_id: salon.contact._id, client_key: 'the-tap' };
      await request(url)
        .post('/api/v1/appointments')
        .set(salon.groomer.auth)
        .send({ ...wish, starts_at: salon.at('09:00') });
    });
  const list = async (): Promise<{ _id: string; status: string }[]> =>
    (await salon.call('get', '/appointments').expect(200)).body.items;

  it(
    'between hold and confirm leaves a hold, which another process confirms, once',
    async () => {
      await bookAt('booking.held');
      const [held, ...others] = await list();
      expect([held?.status, others]).toEqual(['held', []]);
      expect((await salon.book('09:00').expect(409)).body.code).toBe('SLOT_TAKEN');
      const confirm = () =>
        salon.call('post', `/appointments/holds/${held?._id}/confirm`).send({ contact_id: salon.contact._id });
      const answers = await Promise.all(Array.from({ length: 5 }, confirm));
      expect(answers.map(({ status, body }) => [status, body.appointment._id])).toEqual(
        Array.from({ length: 5 }, () => [201, held?._id]),
      );
      expect(await list()).toMatchObject([{ status: 'confirmed' }]);
    },
    TIMEOUT_MS,
  );

  it(
    'after the commit has booked: whoever asks again gets the same appointment',
    async () => {
      await bookAt('booking.confirmed');
      const again = await salon.book('09:00', { client_key: 'the-tap' }).expect(201);
      expect(await list()).toMatchObject([{ _id: again.body.appointment._id, status: 'confirmed' }]);
      expect((await salon.book('09:00').expect(409)).body.code).toBe('SLOT_TAKEN');
    },
    TIMEOUT_MS,
  );
});
