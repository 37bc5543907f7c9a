import { mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** A whole test run needs less than a third of this. */
const ROOM_BYTES = 4 * 1024 ** 3;

/**
 * Makes a temporary folder for the database of a test run. It is in memory where there is room, because each new collection
 * and each acknowledged write waits for the disk.
 *
 * @param run names the folder
 */
export async function makeDatabaseFolder(run: 'tests' | 'web'): Promise<string> {
  const parent = (await hasRoom(MEMORY)) ? MEMORY : tmpdir();
  await removeAbandoned(parent);
  return mkdtemp(join(parent, `petbuddy-${run}-${process.pid}-`));
}

async function hasRoom(folder: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return Math.min(bavail * bsize, freemem()) > ROOM_BYTES;
  } catch {
    return false;
  }
}

/** Removes the folders of runs that were killed, since they would fill the memory. */
async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = /^petbuddy-(?:tests|web)-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
