import { writeSync } from 'node:fs';
import { CRASH_POINT_NAMES, type CrashPointName } from './crash-point-names.js';

const STDERR = 2;
const FIRST_PASSAGE = 1;

/** Line -> the passage at which the process ends; 1 is the first. */
export type CrashPlan = ReadonlyMap<CrashPointName, number>;

let isArmed = false;
let remaining = new Map<CrashPointName, number>();

/**
 * Ends the process by SIGKILL if the plan says so. Tests prove that the work at this line is neither lost nor done
 * twice.
 */
export function crashPoint(name: CrashPointName): void {
  if (isArmed) pass(name);
}

/** Puts the plan in force; undefined takes it back. */
export function armCrashPoints(plan: CrashPlan | undefined): void {
  remaining = new Map(plan);
  isArmed = remaining.size > 0;
}

/**
 * Reads `CRASH_AT`: names with commas between them, each optionally with the number of the passage
 * (`drain.applied:3`).
 * @throws Error that says what is wrong
 */
export function parseCrashPlan(raw: string | undefined): CrashPlan | undefined {
  const parts = (raw ?? '').split(',').filter(Boolean);
  if (parts.length === 0) return undefined;
  return new Map(parts.map(parsePart));
}

function parsePart(part: string): [CrashPointName, number] {
  const [name = '', count = String(FIRST_PASSAGE)] = part.trim().split(':');
  if (!isCrashPoint(name)) throw new Error('must name crash points of src/core/crash-points');
  const passage = Number(count);
  if (!Number.isInteger(passage) || passage < FIRST_PASSAGE) throw new Error('must count passages from 1');
  return [name, passage];
}

function isCrashPoint(name: string): name is CrashPointName {
  return (CRASH_POINT_NAMES as readonly string[]).includes(name);
}

function pass(name: CrashPointName): void {
  const left = remaining.get(name);
  if (left === undefined) return;
  remaining.set(name, left - 1);
  if (left > FIRST_PASSAGE) return;
  // Synchronous, because buffered output is lost at the signal.
  writeSync(STDERR, `crash point ${name}\n`);
  process.kill(process.pid, 'SIGKILL');
}
