/** Opens the embedded database once in a folder of its own, and says in two lines what to do if it does not open. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { acquireEmbeddedDatabase } from '../dist/core/database/embedded/index.js';

const folder = await mkdtemp(join(tmpdir(), 'petbuddy-check-'));
try {
  const database = await acquireEmbeddedDatabase({ dataDir: folder, lingerMs: 0 });
  await database.release({ awaitClose: true });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
