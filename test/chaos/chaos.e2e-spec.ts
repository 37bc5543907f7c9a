import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CrashPointName } from '../../src/core/crash-points/index.js';
import { describeWithRedis, testRedisUrl } from '../support/optional-servers.js';
import { sized } from '../support/sizes.js';
import { dropTestDatabase, testDatabaseUri } from '../support/test-database.js';
import { runChaos } from './chaos.ts';

/** One point of each kind of work; `npm run chaos` takes all of them. */
const POINTS: readonly CrashPointName[] = [
  'webhook.stored',
  'drain.claimed',
  'drain.applied',
  'drain.settling',
  'identity.inserted',
  'message.inserted',
  'publisher.announced',
  'outbox.calling',
  'outbox.called',
  'outbox.written',
  'echo.confirmed',
  'registration.owner_stored',
];
const SIZE = sized(
  { events: 120, customers: 15, replies: 12, kills: 3 },
  { events: 300, customers: 30, replies: 30, kills: 5 },
);
const SEED = 20_260_301;
const TIMEOUT_MS = 900_000;
const POINTS_TIMEOUT_MS = 600_000;
const DIST = resolve(process.env.CHAOS_DIST ?? 'dist');

describeWithRedis('the short chaos run of two API processes and a worker with Redis', () => {
  it(
    'loses, doubles and disorders nothing while processes are killed at random and at crash points',
    async () => {
      if (!existsSync(join(DIST, 'main.js'))) throw new Error('There is no build: run "npm run build" first');
      const dataDir = await mkdtemp(join(tmpdir(), 'chaos-'));
      const mongodbUri = testDatabaseUri('chaos');
      try {
        const report = await runChaos({
          seed: SEED,
          ...SIZE,
          points: POINTS,
          pointsTimeoutMs: POINTS_TIMEOUT_MS,
          mongodbUri,
          redisUrl: testRedisUrl,
          dataDir,
          distDir: DIST,
          log: (line) => process.env.CHAOS_LOG && process.stderr.write(`${new Date().toISOString()} ${line}\n`),
        });
        expect(report.violations).toEqual([]);
        expect(report).toMatchObject({ kills: SIZE.kills, pointsHit: POINTS.length });
      } finally {
        await dropTestDatabase(mongodbUri);
        await rm(dataDir, { recursive: true, force: true });
      }
    },
    TIMEOUT_MS,
  );
});
