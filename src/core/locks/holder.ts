import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';

const BOOT_ID = '/proc/sys/kernel/random/boot_id';
const PID_NAMESPACE = '/proc/self/ns/pid';
const SEPARATOR = '/';

/** Scope of process ids: one boot of one kernel, and one container. */
const PID_SPACE = readPidSpace();

/** `space/pid/random`. Another process of the same space can check whether this one lives. */
export function newHolder(): string {
  return [PID_SPACE ?? '', process.pid, randomUUID()].join(SEPARATOR);
}

/** True only if the process ran in this space and no process has its id now. */
export function isProvablyDead(holder: string): boolean {
  const [space, pid] = holder.split(SEPARATOR);
  if (!PID_SPACE || space !== PID_SPACE || !Number(pid)) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function readPidSpace(): string | undefined {
  try {
    return `${readFileSync(BOOT_ID, 'utf8').trim()}:${readlinkSync(PID_NAMESPACE)}`;
  } catch {
    return undefined;
  }
}
