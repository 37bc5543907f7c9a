/**
 * `npm run chaos [seed]`: the long form. Acknowledged writes over SIGKILLs of the database first, then the product's
 * processes under SIGKILL at random places and at every crash point. Needs a build. Prints the tables for
 * docs/benchmarks.md; the exit code says whether anything was lost, doubled or out of order.
 */
import '../support/resolve-typescript.ts';

import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { auditTable } from './auditor.ts';
import { runChaos } from './chaos.ts';
import { durabilityRow } from './durable-writes.ts';
import { checkDurability } from './embedded-durability.ts';
import { ALL_POINTS } from './plan.ts';

const DURABLE_WRITES = 100_000;
const SIDECAR_KILLS = 20;
const EVENTS = 10_000;
const CUSTOMERS = 120;
const REPLIES = 500;
const KILLS = 50;
const POINTS_TIMEOUT_MS = 6 * 60_000;
const MAX_SEED = 2 ** 31;

/** Sizes for a quick look: CHAOS_EVENTS, CHAOS_KILLS, CHAOS_REPLIES, CHAOS_WRITES (0 leaves the writes out). */
const size = (name: string, otherwise: number): number => Number(process.env[`CHAOS_${name}`] ?? otherwise);

const seed = Number(process.argv[2] ?? randomInt(MAX_SEED));
const log = (line: string): void => console.log(`[chaos] ${line}`);
log(`seed ${seed}; repeat this run with: npm run chaos -- ${seed}`);

const rows: string[] = [];
let hasLost = false;
const writes = size('WRITES', DURABLE_WRITES);
if (writes > 0) {
  const durability = await checkDurability(writes, SIDECAR_KILLS);
  rows.push(durabilityRow(durability));
  hasLost = durability.lost.length > 0;
  log(rows.join());
}

const { startTestServers, stopTestServers } = await import('../support/test-servers.ts');
const dataDir = await mkdtemp(join(tmpdir(), 'chaos-'));
const { mongodbUri, redisUrl } = await startTestServers();
const uri = new URL(mongodbUri);
uri.pathname = '/chaos';
try {
  const report = await runChaos({
    seed,
    events: size('EVENTS', EVENTS),
    customers: CUSTOMERS,
    replies: size('REPLIES', REPLIES),
    kills: size('KILLS', KILLS),
    points: ALL_POINTS,
    pointsTimeoutMs: POINTS_TIMEOUT_MS,
    mongodbUri: uri.toString(),
    redisUrl,
    dataDir,
    distDir: process.env.CHAOS_DIST ?? 'dist',
    log,
  });
  const [cpu] = cpus();
  const machine = `${cpus().length} x ${cpu?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
  const parts = Object.entries(report.counts).map(([name, count]) => `${count} ${name}`);
  console.log(`\n${machine}; seed ${seed}; ${report.seconds.toFixed(0)} s\n`);
  console.log(`${parts.join(', ')}; ${report.kills} random kills, ${report.pointsHit} crash points\n`);
  console.log([...rows, '', auditTable(report)].join('\n'));
  if (report.violations.length > 0)
    console.error(`\n${report.violations.length} violations; seed ${seed}\n${report.violations.join('\n')}`);
  process.exitCode = report.violations.length > 0 || hasLost ? 1 : 0;
} finally {
  await stopTestServers();
  await rm(dataDir, { recursive: true, force: true });
}
