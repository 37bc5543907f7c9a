/** The durability routine on an embedded database of its own. The sources are imported late: plain Node must be ready for them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { MongoClient } from 'mongodb';

import type { EmbeddedDatabaseHandle } from '../../src/core/database/embedded/index.ts';
import type { DurableWriteConcern } from '../../src/core/database/write-concern.ts';
import { runDurability, type DurabilityResult } from './durable-writes.ts';

const WRITERS = 32;
const TIMEOUT_MS = 15 * 60_000;

/**
 * Kills an embedded database, which is gone afterwards, while the product's write concern is in use.
 *
 * @param writes acknowledged writes to reach
 * @param kills SIGKILLs of the sidecar over them
 */
export async function checkDurability(writes: number, kills: number): Promise<DurabilityResult> {
  const { acquireEmbeddedDatabase } = await import('../../src/core/database/embedded/index.ts');
  const dataDir = await mkdtemp(join(tmpdir(), 'durability-'));
  const database = await acquireEmbeddedDatabase({ dataDir, lingerMs: 0 });
  try {
    const writeConcern = await productWriteConcern(database.uri);
    const kill = killer(database);
    return await runDurability({
      uri: database.uri,
      writeConcern,
      writes,
      kills,
      writers: WRITERS,
      kill,
      timeoutMs: TIMEOUT_MS,
    });
  } finally {
    await database.release({ awaitClose: true });
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The write concern that the product uses on this server. */
async function productWriteConcern(uri: string): Promise<DurableWriteConcern> {
  const { durableWriteConcern } = await import('../../src/core/database/write-concern.ts');
  const client = new MongoClient(uri);
  try {
    return durableWriteConcern(await client.db('admin').command({ hello: 1 }));
  } finally {
    await client.close();
  }
}

/** Kills the sidecar and waits until its clients have put another in its place. */
function killer(database: EmbeddedDatabaseHandle): () => Promise<void> {
  let onRestart: ((restarted: Promise<number>) => void) | undefined;
  database.onExit(({ restarted }) => onRestart?.(restarted));
  return async () => {
    const restarted = new Promise<number>((resolve) => (onRestart = resolve));
    process.kill(database.pid, 'SIGKILL');
    await restarted;
  };
}
