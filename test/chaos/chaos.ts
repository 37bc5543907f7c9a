/**
 * One chaos run: the product's processes under SIGKILL, customers and staff at work meanwhile, and an auditor at the end
 * who compares what the outside saw with what the database holds.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { CrashPointName } from '../../src/core/crash-points/crash-point-names.ts';
import { audit, type AuditReport } from './auditor.ts';
import { crashAtPoints, killAtRandom } from './onslaught.ts';
import type { ChaosPlan } from './plan.ts';
import { openWorld, type World } from './world.ts';

const SETTLE_TIMEOUT_MS = 180_000;
const SETTLE_POLL_MS = 250;

export interface ChaosReport extends AuditReport {
  seed: number;
  kills: number;
  pointsHit: number;
  pointsMissed: readonly CrashPointName[];
  seconds: number;
}

/** Runs the plan and audits it. @throws Error when the product does not start */
export async function runChaos(plan: ChaosPlan): Promise<ChaosReport> {
  const started = performance.now();
  const world = await openWorld(plan);
  try {
    const { cluster, staff } = world;
    await staff.open();
    plan.log('crash points, replies by the Graph API and by the bot');
    const missed = await crashAtPoints(plan, world);
    plan.log(`${cluster.hit.length} ends at crash points, now ${plan.kills} random kills`);
    await killAtRandom(plan, world);
    await settle(world, plan);
    const report = await audit(world);
    return {
      ...report,
      violations: [...report.violations, ...cluster.surprises, ...missed.map((point) => `nobody came by ${point}`)],
      seed: plan.seed,
      kills: cluster.kills,
      pointsHit: new Set(cluster.hit).size,
      pointsMissed: missed,
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    await world.close();
  }
}

/** Waits until nothing is under way any more, as far as the database shows. */
async function settle({ sandbox, db, cluster, background }: World, plan: ChaosPlan): Promise<void> {
  plan.log('waiting until everything has come to rest');
  await cluster.allReady();
  // A merge that a crash left waits for a minute before anybody goes on with it; here it has waited.
  const stalled = { state: { $in: ['claiming', 'moving'] } };
  await db.collection('contact_merges').updateMany(stalled, { $set: { due_at: new Date() } });
  await Promise.all(background);
  const deadline = Date.now() + SETTLE_TIMEOUT_MS;
  while (Date.now() < deadline) {
    await sandbox.idle();
    const open = await Promise.all([
      db.collection('inbound_events').countDocuments({ state: 'new' }),
      db.collection('messages').countDocuments({ 'outbox.due_at': { $type: 'date' } }),
      db.collection('messages').countDocuments({ unpublished_since: { $type: 'date' } }),
      db.collection('messages').countDocuments({ unannounced_changes: { $exists: true } }),
      db.collection('contact_merges').countDocuments(stalled),
    ]);
    if (open.every((count) => count === 0)) return;
    await delay(SETTLE_POLL_MS);
  }
}
