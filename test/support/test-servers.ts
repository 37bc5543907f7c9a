/**
 * The servers that one test run shares: a MongoDB (the embedded one in a temporary folder, or MONGODB_URI) and, where its
 * program is installed, a Redis on a free port (or REDIS_URL).
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { MongoClient } from 'mongodb';
import { acquireEmbeddedDatabase } from '../../src/core/database/embedded/index.js';
import { makeDatabaseFolder } from './database-folder.js';
import { RedisServer } from './redis-server.js';

export interface TestServers {
  mongodbUri: string;
  /** Undefined where no Redis can be had. */
  redisUrl: string | undefined;
}

/** What undoes the start; Jest runs set-up and tear-down in one process. */
const undo: (() => Promise<void>)[] = [];

export async function startTestServers(): Promise<TestServers> {
  const folder = await makeDatabaseFolder('tests');
  undo.push(() => rm(folder, { recursive: true, force: true }));
  const [mongodbUri, redisUrl] = await Promise.all([
    process.env.MONGODB_URI ?? startMongodb(folder),
    process.env.REDIS_URL ?? startRedis(),
  ]);
  return { mongodbUri, redisUrl };
}

export async function stopTestServers(): Promise<void> {
  for (const step of undo.splice(0).reverse()) await step();
}

async function startMongodb(folder: string): Promise<string> {
  const database = await acquireEmbeddedDatabase({ dataDir: join(folder, 'db'), lingerMs: 0 });
  undo.push(() => database.release({ awaitClose: true }));
  await closeUnusedFilesSoon(database.uri);
  return database.uri;
}

/**
 * Every suite has a database of its own with some 300 files. The engine keeps files of dropped databases open for ten
 * minutes, and ended in the middle of a run when it had no file descriptor left.
 */
async function closeUnusedFilesSoon(uri: string): Promise<void> {
  const client = new MongoClient(uri);
  await client.db('admin').command({
    setParameter: 1,
    wiredTigerEngineRuntimeConfig: 'file_manager=(close_idle_time=20,close_handle_minimum=200,close_scan_interval=5)',
  });
  await client.close();
}

async function startRedis(): Promise<string | undefined> {
  const server = await RedisServer.start();
  if (server) undo.push(() => server.close());
  return server?.url;
}
