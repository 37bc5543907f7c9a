import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';

const BOOT_ID = '/proc/sys/kernel/random/boot_id';
const PID_NAMESPACE = '/proc/self/ns/pid';
const SEPARATOR = '/';

/** Where process ids mean what they mean here: one boot of one kernel, and one container of it. */
const PLACE = placeOfPids();

/** A name for this process by which others in its place can see whether it lives: `place/pid/random`. */
export function newHolder(): string {
  return [PLACE ?? '', process.pid, randomUUID()].join(SEPARATOR);
}

/** True only for a process of this place whose id is nobody's now; of all others nothing is known. */
export function isProvablyDead(holder: string): boolean {
  const [place, pid] = holder.split(SEPARATOR);
  if (!PLACE || place !== PLACE || !Number(pid)) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Undefined where the system does not tell, which is everywhere but on Linux. */
function placeOfPids(): string | undefined {
  try {
    return `${readFileSync(BOOT_ID, 'utf8').trim()}:${readlinkSync(PID_NAMESPACE)}`;
  } catch {
    return undefined;
  }
}
