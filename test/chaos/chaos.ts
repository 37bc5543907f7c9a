/**
 * One chaos run: the product's processes under SIGKILL, customers and staff at work meanwhile, and an auditor at the end
 * who compares what the outside saw with what the database holds.
 */
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { MongoClient, type Db } from 'mongodb';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import { CRASH_POINT_NAMES, type CrashPointName } from '../../src/core/crash-points/crash-point-names.ts';
import { audit, type AuditReport } from './auditor.ts';
import { startBalancer } from './balancer.ts';
import { Cluster } from './cluster.ts';
import { writeScript } from './customers.ts';
import { Random } from './random.ts';
import { Staff } from './staff.ts';
import { WellBehavedClient } from './well-behaved-client.ts';

const SECRETS = {
  FACEBOOK_APP_SECRET: 'the-app-secret-of-this-chaos-run',
  META_WEBHOOK_VERIFY_TOKEN: 'the-verify-token',
};
const API_COUNT = 2;
/** Meta keeps trying for days. */
const WEBHOOK_RETRY_MS = 30 * 60_000;
const SETTLE_TIMEOUT_MS = 180_000;
const SETTLE_POLL_MS = 250;
/** Background life for the crash points: so many new customers' messages at a time. */
const TRICKLE_EVENTS = 12;
const TRICKLE_CUSTOMERS = 6;
const TRICKLE_PAUSE_MS = 150;

export interface ChaosPlan {
  seed: number;
  /** Different events that customers send, beside those of the background. */
  events: number;
  customers: number;
  /** Replies of staff under the random kills. */
  replies: number;
  /** Random SIGKILLs, spread over the events. */
  kills: number;
  points: readonly CrashPointName[];
  /** Longest time for all points together. */
  pointsTimeoutMs: number;
  /** Database of this run alone; durable as the product makes it. */
  mongodbUri: string;
  /** With a Redis a worker takes part too. */
  redisUrl?: string | undefined;
  /** Folder of the product's data and logs. */
  dataDir: string;
  /** Folder of the build. */
  distDir: string;
  log: (line: string) => void;
}

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

/** Everything of a run that the auditor looks at. */
export interface World {
  db: Db;
  sandbox: Sandbox;
  staff: Staff;
  client: WellBehavedClient;
  /** The provider's order of each customer's messages. */
  orders: Map<string, string[]>;
  cluster: Cluster;
  /** Whether Messenger and Instagram go by the bot from now on. */
  useBot: (isOn: boolean) => void;
  close: () => Promise<void>;
}

async function openWorld(plan: ChaosPlan): Promise<World> {
  const ports = await freePorts(API_COUNT);
  let cluster: Cluster | undefined;
  let hasBot = false;
  const balancer = await startBalancer(() => cluster?.ports() ?? []);
  const sandbox = await startSandbox({
    port: 0,
    apiBaseUrl: balancer.url,
    appSecret: SECRETS.FACEBOOK_APP_SECRET,
    verifyToken: SECRETS.META_WEBHOOK_VERIFY_TOKEN,
  });
  sandbox.webhooks.knobs.retryForMs = WEBHOOK_RETRY_MS;
  const database = new MongoClient(plan.mongodbUri);
  const close = async (): Promise<void> => {
    await cluster?.close();
    await sandbox.close();
    await balancer.close();
    await database.close();
  };
  try {
    const env = productEnvironment(plan, sandbox);
    const bot = (): Record<string, string> => (hasBot ? { META_BOT_BASE_URL: sandbox.botUrl } : {});
    cluster = await Cluster.start({
      apis: ports.map((port) => ({ script: `${plan.distDir}/main.js`, env, port })),
      workers: plan.redisUrl === undefined ? [] : [{ script: `${plan.distDir}/worker.js`, env }],
      env: bot,
      log: plan.log,
    });
  } catch (error) {
    await close();
    throw error;
  }
  const client = new WellBehavedClient(balancer.url);
  const staff = new Staff(client, new WellBehavedClient(balancer.url), new Random(plan.seed));
  const useBot = (isOn: boolean): void => void (hasBot = isOn);
  return { db: database.db(), sandbox, staff, client, orders: new Map(), cluster, useBot, close };
}

function productEnvironment(plan: ChaosPlan, sandbox: Sandbox): Record<string, string> {
  return {
    ...SECRETS,
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'development',
    NODE_COMPILE_CACHE: `${plan.dataDir}/compiled`,
    LOG_LEVEL: 'error',
    LOG_DIR: `${plan.dataDir}/logs`,
    DATA_DIR: plan.dataDir,
    MONGODB_URI: plan.mongodbUri,
    ...(plan.redisUrl === undefined ? {} : { REDIS_URL: plan.redisUrl }),
    SANDBOX: 'off',
    FACEBOOK_GRAPH_BASE_URL: sandbox.graphUrl,
    BCRYPT_SALT_ROUNDS: '4',
    ACCESS_TOKEN_TTL: '2h',
    RATE_LIMIT_PER_MINUTE: '1000000',
    RATE_LIMIT_AUTH_PER_15_MIN: '1000000',
  };
}

/** Customers nobody knows, replies, merges and registrations go on until every point was hit. */
async function crashAtPoints(plan: ChaosPlan, world: World): Promise<CrashPointName[]> {
  const { cluster, staff, sandbox, orders } = world;
  let isOver = false;
  let number = 1;
  const loop = async (work: () => Promise<unknown>): Promise<void> => {
    while (!isOver) {
      await work();
      await delay(TRICKLE_PAUSE_MS);
    }
  };
  const trickle = async (): Promise<void> => {
    const script = writeScript(plan.seed, (number += 1), TRICKLE_EVENTS, TRICKLE_CUSTOMERS);
    for (const [key, order] of script.orders) orders.set(key, order);
    await sandbox.webhooks.send(script.deliveries, { batch: 2, concurrency: 2 });
  };
  const trouble = (): Promise<void> => {
    sandbox.graph.failNext({ scenario: 'transient_2' }, { mode: 'accept_then_drop' });
    return staff.reply();
  };
  const life = [trickle, () => staff.reply(), trouble, () => staff.merge(), () => staff.register()].map(loop);
  try {
    const failure = Promise.all(life).then(() => plan.points);
    return [...(await Promise.race([cluster.crashAt(plan.points, plan.pointsTimeoutMs), failure]))];
  } finally {
    isOver = true;
    await Promise.allSettled(life);
  }
}

/** The customers' script, with processes killed at random places; half-way the company switches to the bot. */
async function killAtRandom(plan: ChaosPlan, world: World): Promise<void> {
  const { cluster, sandbox, staff, orders } = world;
  const random = new Random(plan.seed);
  const script = writeScript(plan.seed, 0, plan.events, plan.customers);
  for (const [key, order] of script.orders) orders.set(key, order);
  const steps = plan.kills + 1;
  const size = Math.ceil(script.deliveries.length / steps);
  for (let step = 0; step < steps; step += 1) {
    if (step === Math.floor(steps / 2)) world.useBot(true);
    const part = script.deliveries.slice(step * size, (step + 1) * size);
    const delivered = sandbox.webhooks.send(part, { batch: random.integer(1, 5), concurrency: 8 });
    const replied = sequence(Math.ceil(plan.replies / steps), () => staff.reply());
    if (step < plan.kills) {
      await delay(random.integer(50, 1_500));
      cluster.kill(random.integer(0, cluster.size - 1));
    }
    await delivered;
    await replied;
    if (step % 10 === 9) plan.log(`${step + 1} kills, ${staff.replies.length} replies`);
  }
}

async function sequence(times: number, work: () => Promise<void>): Promise<void> {
  for (let turn = 0; turn < times; turn += 1) await work();
}

/** Waits until nothing is under way any more, as far as the database shows. */
async function settle({ sandbox, db, cluster }: World, plan: ChaosPlan): Promise<void> {
  plan.log('waiting until everything has come to rest');
  await cluster.allReady();
  // A merge that a crash left waits for a minute before anybody goes on with it; here it has waited.
  const stalled = { state: { $in: ['claiming', 'moving'] } };
  await db.collection('contact_merges').updateMany(stalled, { $set: { due_at: new Date() } });
  const deadline = Date.now() + SETTLE_TIMEOUT_MS;
  while (Date.now() < deadline) {
    await sandbox.idle();
    const open = await Promise.all([
      db.collection('inbound_events').countDocuments({ state: 'new' }),
      db.collection('messages').countDocuments({ 'outbox.due_at': { $type: 'date' } }),
      db.collection('messages').countDocuments({ unpublished_since: { $type: 'date' } }),
      db.collection('contact_merges').countDocuments(stalled),
    ]);
    if (open.every((count) => count === 0)) return;
    await delay(SETTLE_POLL_MS);
  }
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

/** Every crash point there is. */
export const ALL_POINTS = CRASH_POINT_NAMES;
