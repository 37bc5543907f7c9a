import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithRedis, testRedisUrl } from '../support/optional-servers.js';
import { ensureBuilt, StartedProduct } from '../support/started-product.js';

const START_TIMEOUT_MS = 60_000;
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
  it(
    'works and ends in order',
    async () => {
      const worker = new StartedProduct(folder, { ...base, REDIS_URL: String(testRedisUrl) }, 'worker');
      await worker.said(/\[Worker\] at work/);
      worker.kill('SIGTERM');
      expect(await worker.ended).toEqual({ code: 0, signal: null });
      expect(worker.output).toMatch(/jobs-stop: jobs done[^]*database-close: modules done/);
    },
    START_TIMEOUT_MS,
  );
});
