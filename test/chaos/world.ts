/** The product, its outside and its people, wired to each other over real HTTP. */
import { resolve } from 'node:path';
import { type Db, MongoClient } from 'mongodb';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { freePort } from '../support/free-port.ts';
import { startBalancer } from './balancer.ts';
import { Cluster } from './cluster.ts';
import type { ChaosPlan } from './plan.ts';
import { Random } from './random.ts';
import { Staff } from './staff.ts';
import { WellBehavedClient } from './well-behaved-client.ts';

const SECRETS = {
  FACEBOOK_APP_SECRET: 'the-app-secret-of-this-chaos-run',
  META_WEBHOOK_VERIFY_TOKEN: 'the-verify-token',
};
/** Where `npm start` keeps it too. */
const COMPILE_CACHE = resolve('.cache/compiled');
const API_COUNT = 2;
/** Meta keeps trying for days. */
const WEBHOOK_RETRY_MS = 30 * 60_000;

/** Everything of a run that the auditor looks at. */
export interface World {
  db: Db;
  sandbox: Sandbox;
  staff: Staff;
  client: WellBehavedClient;
  /** The provider's order of each customer's messages. */
  orders: Map<string, string[]>;
  cluster: Cluster;
  /** Work of people that goes on behind the kills; the end of a run waits for it. */
  background: Promise<unknown>[];
  /** Whether Messenger and Instagram go by the bot from now on. */
  useBot: (isOn: boolean) => void;
  close: () => Promise<void>;
}

/** Starts everything. @throws Error when the product does not start */
export async function openWorld(plan: ChaosPlan): Promise<World> {
  const ports = await Promise.all(Array.from({ length: API_COUNT }, freePort));
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
  return { db: database.db(), sandbox, staff, client, orders: new Map(), cluster, background: [], useBot, close };
}

function productEnvironment(plan: ChaosPlan, sandbox: Sandbox): Record<string, string> {
  return {
    ...SECRETS,
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'development',
    NODE_COMPILE_CACHE: COMPILE_CACHE,
    LOG_LEVEL: 'error',
    LOG_DIR: `${plan.dataDir}/logs`,
    DATA_DIR: plan.dataDir,
    MONGODB_URI: plan.mongodbUri,
    ...(plan.redisUrl === undefined ? {} : { REDIS_URL: plan.redisUrl }),
    SANDBOX: 'off',
    FACEBOOK_GRAPH_BASE_URL: sandbox.graphUrl,
    INSTAGRAM_GRAPH_BASE_URL: sandbox.instagramGraphUrl,
    BCRYPT_SALT_ROUNDS: '4',
    ACCESS_TOKEN_TTL: '2h',
    RATE_LIMIT_PER_MINUTE: '1000000',
    RATE_LIMIT_AUTH_PER_15_MIN: '1000000',
    RATE_LIMIT_ANONYMOUS_PER_MINUTE: '1000000',
  };
}
