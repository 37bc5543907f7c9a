/**
 * The servers that one test run shares: a MongoDB (the embedded one in a temporary folder, or MONGODB_URI) and, where its
 * program is installed, a Redis on a free port (or REDIS_URL).
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { acquireEmbeddedDatabase } from '../../src/core/database/embedded/index.js';

const REDIS_START_TIMEOUT_MS = 5_000;

export interface TestServers {
  mongodbUri: string;
  /** Undefined where no Redis can be had. */
  redisUrl: string | undefined;
}

/** What undoes the start; Jest runs set-up and tear-down in one process. */
const undo: (() => Promise<void>)[] = [];

export async function startTestServers(): Promise<TestServers> {
  const folder = await mkdtemp(join(tmpdir(), 'petbuddy-test-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  const [mongodbUri, redisUrl] = await Promise.all([
    process.env.MONGODB_URI ?? startMongodb(folder),
    process.env.REDIS_URL ?? startRedis(folder),
  ]);
  return { mongodbUri, redisUrl };
}

export async function stopTestServers(): Promise<void> {
  for (const step of undo.splice(0).reverse()) await step();
}

async function startMongodb(folder: string): Promise<string> {
  const database = await acquireEmbeddedDatabase({ dataDir: join(folder, 'db'), lingerMs: 0 });
  undo.push(() => database.release({ awaitClose: true }));
  return database.uri;
}

async function startRedis(folder: string): Promise<string | undefined> {
  const port = await freePort();
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const redis = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'ignore'] });
  if (!(await isReady(redis))) return undefined;
  undo.push(async () => {
    const exited = once(redis, 'exit');
    redis.kill();
    await exited;
  });
  return `redis://127.0.0.1:${port}`;
}

/** False where the program is missing, ends, or does not get ready in time. */
async function isReady(redis: ChildProcess): Promise<boolean> {
  const signal = AbortSignal.timeout(REDIS_START_TIMEOUT_MS);
  try {
    await once(redis, 'spawn', { signal });
    if (!redis.stdout) return false;
    for await (const line of createInterface({ input: redis.stdout, signal })) {
      if (!/Ready to accept connections/.test(line)) continue;
      // Nobody reads its log any more; it must not block on a full pipe.
      redis.stdout.resume();
      return true;
    }
  } catch {
    redis.kill();
  }
  return false;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
