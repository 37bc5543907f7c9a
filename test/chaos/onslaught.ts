/** The two ways in which processes die in a run, and the life that goes on meanwhile. */
import { setTimeout as delay } from 'node:timers/promises';
import type { CrashPointName } from '../../src/core/crash-points/crash-point-names.ts';
import { writeScript } from './customers.ts';
import type { ChaosPlan } from './plan.ts';
import { Random } from './random.ts';
import type { World } from './world.ts';

/** So many messages of new customers at a time while crash points are waited for. */
const TRICKLE_EVENTS = 12;
const TRICKLE_CUSTOMERS = 6;
const TRICKLE_PAUSE_MS = 150;
/** A random kill comes within this time of a part of the script. */
const KILL_WITHIN_MS = { min: 50, max: 1_500 };
const LOG_EVERY = 10;

/**
 * Customers nobody knows, replies, merges and registrations go on until every point was hit.
 * @returns the points at which nobody ended
 */
export async function crashAtPoints(plan: ChaosPlan, world: World): Promise<CrashPointName[]> {
  const { cluster, staff, background } = world;
  let isOver = false;
  const loop = async (work: () => Promise<unknown>): Promise<void> => {
    while (!isOver) {
      await work();
      await delay(TRICKLE_PAUSE_MS);
    }
  };
  const works = [
    trickleOf(plan, world),
    () => staff.reply(),
    troubleOf(world),
    () => staff.merge(),
    () => staff.register(),
  ];
  const life = Promise.all(works.map(loop));
  background.push(life);
  try {
    // Life ends before its time only by failing.
    const failed = life.then(() => [...plan.points]);
    return await Promise.race([cluster.crashAt(plan.points, plan.pointsTimeoutMs), failed]);
  } finally {
    isOver = true;
  }
}

function trickleOf(plan: ChaosPlan, { sandbox, orders }: World): () => Promise<unknown> {
  let number = 1;
  return async () => {
    const script = writeScript(plan.seed, (number += 1), TRICKLE_EVENTS, TRICKLE_CUSTOMERS);
    for (const [key, order] of script.orders) orders.set(key, order);
    await sandbox.webhooks.send(script.deliveries, { batch: 2, concurrency: 2 });
  };
}

/** A reply that Meta refuses for the moment, or takes and loses the answer of. */
function troubleOf({ sandbox, staff }: World): () => Promise<void> {
  return () => {
    sandbox.graph.failNext({ scenario: 'transient_2' }, { mode: 'accept_then_drop' });
    return staff.reply();
  };
}

/** The customers' script, with processes killed at random places; half-way the company switches to the bot. */
export async function killAtRandom(plan: ChaosPlan, world: World): Promise<void> {
  const { cluster, sandbox, staff, orders, background } = world;
  const random = new Random(plan.seed);
  const script = writeScript(plan.seed, 0, plan.events, plan.customers);
  for (const [key, order] of script.orders) orders.set(key, order);
  const steps = plan.kills + 1;
  const size = Math.ceil(script.deliveries.length / steps);
  for (let step = 0; step < steps; step += 1) {
    if (step === Math.floor(steps / 2)) world.useBot(true);
    const part = script.deliveries.slice(step * size, (step + 1) * size);
    const delivered = sandbox.webhooks.send(part, { batch: random.integer(1, 5), concurrency: 8 });
    background.push(sequence(Math.ceil(plan.replies / steps), () => staff.reply()));
    if (step < plan.kills) {
      await delay(random.integer(KILL_WITHIN_MS.min, KILL_WITHIN_MS.max));
      cluster.kill(random.integer(0, cluster.size - 1));
    }
    await delivered;
    if ((step + 1) % LOG_EVERY === 0) plan.log(`${step + 1} kills, ${staff.replies.length} replies`);
  }
}

async function sequence(times: number, work: () => Promise<void>): Promise<void> {
  for (let turn = 0; turn < times; turn += 1) await work();
}
