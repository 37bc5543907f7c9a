import { cp } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Db } from 'mongodb';

const NOT_COPIED = /(\.sock|\.lock|\.log)$|^_tmp$/;
const FOLDER = 'archive';

/**
 * Copies the folder of the embedded database while writers wait.
 * @returns the copy: `<DATA_DIR>/archive/<version>-<time>`
 * @throws Error if the lock was lost before the copy was complete
 */
export async function archiveEmbedded(db: Db, databaseDir: string, version: number): Promise<string> {
  const time = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const target = join(dirname(databaseDir), FOLDER, `${basename(databaseDir)}-${version}-${time}`);
  const admin = db.admin();
  await admin.command({ fsync: 1, lock: true });
  try {
    const filter = (path: string): boolean => !NOT_COPIED.test(basename(path));
    await cp(databaseDir, target, { recursive: true, preserveTimestamps: true, filter });
  } finally {
    await admin.command({ fsyncUnlock: 1 });
  }
  return target;
}

export async function unlockDatabase(db: Db): Promise<void> {
  await db
    .admin()
    .command({ fsyncUnlock: 1 })
    .catch(() => undefined);
}
