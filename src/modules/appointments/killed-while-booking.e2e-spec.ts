import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import request from 'supertest';
import { Salon } from '../../../test/support/salon.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import type { CrashPointName } from '../../core/crash-points/index.js';

const CRASHER = fileURLToPath(new URL('../../../test/support/booking-crasher.ts', import.meta.url));
const TIMEOUT_MS = 60_000;
const SECRETS = {
  JWT_ACCESS_SECRET: randomBytes(32).toString('hex'),
  JWT_REFRESH_SECRET: randomBytes(32).toString('hex'),
  ENCRYPTION_KEY: randomBytes(32).toString('base64'),
};

/** Two processes of the product on one database; the one that the customer talks to is killed. */
describe('a process that is killed while it books', () => {
  let app: TestApp;
  let salon: Salon;
  let dataDir: string;
  let victim: ChildProcess | undefined;

  beforeAll(async () => {
    app = await startTestApp(SECRETS);
    dataDir = mkdtempSync(join(tmpdir(), 'petbuddy-killed-'));
  });
  beforeEach(async () => {
    salon = await Salon.open(app);
  });
  afterEach(() => victim?.kill('SIGKILL'));
  afterAll(async () => {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** Sends a booking to a process that dies at the point, and waits until it is dead. */
  const bookAt = async (at: CrashPointName): Promise<void> => {
    const env = {
      ...SECRETS,
      NODE_ENV: 'test',
      SANDBOX: 'off',
      LOG_LEVEL: 'error',
      LOG_DIR: join(dataDir, 'logs'),
      DATA_DIR: dataDir,
      MONGODB_URI: String(app.config.mongodbUri),
      CRASH_AT: at,
    };
    victim = spawn(process.execPath, [CRASHER, JSON.stringify(env)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(victim, 'close');
    const [address] = (await once(victim.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
    const wish = { service_id: salon.service._id, contact_id: salon.contact._id, client_key: 'the-tap' };
    const lost = request(String(address).trim())
      .post('/api/v1/appointments')
      .set(salon.groomer.auth)
      .send({ ...wish, starts_at: salon.at('09:00') });
    await expect(lost).rejects.toMatchObject({ code: expect.stringMatching(/ECONNRESET|EPIPE/) });
    const [, signal] = (await ended) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');
  };
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
