import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithRedis, describeWithRedisServer, testRedisUrl } from '../support/optional-servers.js';
import { RedisServer } from '../support/redis-server.js';
import { ensureBuilt, StartedProduct } from '../support/started-product.js';

const BUILD_TIMEOUT_MS = 5 * 60_000;

const folder = mkdtempSync(join(tmpdir(), 'petbuddy-worker-'));
const base = { DATA_DIR: join(folder, 'data'), LOG_DIR: join(folder, 'logs') };
beforeAll(ensureBuilt, BUILD_TIMEOUT_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run worker', () => {
  it('says what it needs where there is no Redis', async () => {
    const worker = new StartedProduct(folder, base, 'worker');
    expect(await worker.ended).toEqual({ code: 1, signal: null });
    expect(worker.output).toMatch(/The worker did not start\.\nIt needs REDIS_URL/);
  });
});

describeWithRedis('npm run worker beside Redis', () => {
  it('works and ends in order', async () => {
    const worker = new StartedProduct(folder, { ...base, REDIS_URL: String(testRedisUrl) }, 'worker');
    await worker.said(/\[Worker\] at work/);
    worker.kill('SIGTERM');
    expect(await worker.ended).toEqual({ code: 0, signal: null });
    expect(worker.output).toMatch(/jobs-stop: jobs done[^]*database-close: modules done/);
  });
});

describeWithRedisServer('the API beside a Redis that goes away', () => {
  let redis: RedisServer | undefined;
  let api: StartedProduct | undefined;

  beforeAll(async () => {
    redis = await RedisServer.start();
  });
  afterAll(async () => {
    api?.killGroup('SIGKILL');
    await api?.ended;
    await redis?.close();
  });

  it('stays ready, since messages work without the queue, and says that the queue is down', async () => {
    const env = { ...base, PORT: '0', SANDBOX: 'off', REDIS_URL: String(redis?.url) };
    api = new StartedProduct(folder, env);
    const url = String((await api.welcome())['PetBuddy']).replace('localhost', '127.0.0.1');
    expect((await fetch(`${url}/health`)).status).toBe(200);
    await redis?.stop();
    const whole = await fetch(`${url}/health`);
    expect(whole.status).toBe(503);
    expect(await whole.json()).toMatchObject({ details: { jobs: { status: 'down' }, database: { status: 'up' } } });
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });

  it('ends without waiting for Redis', async () => {
    api?.kill('SIGTERM');
    expect(await api?.ended).toEqual({ code: 0, signal: null });
    expect(api?.output).toMatch(/jobs-stop: jobs done/);
    expect(api?.output).not.toMatch(/still running/);
  });
});
