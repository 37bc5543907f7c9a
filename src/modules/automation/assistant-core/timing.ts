const MS_PER_CHARACTER = 25;
const MIN_PACE_MS = 700;
const MAX_PACE_MS = 6_000;
const QUIET_MS = 2_500;
const LONGEST_WAIT_MS = 12_000;

/** How long a person would still type this text, milliseconds. @param spentMs what the turn has taken so far */
export function paceOf(text: string, spentMs: number): number {
  const typing = Math.min(Math.max(MIN_PACE_MS, text.length * MS_PER_CHARACTER), MAX_PACE_MS);
  return Math.max(0, typing - spentMs);
}

/**
 * When a turn may begin: after a pause of the customer, at the latest some time after the first message that nobody has answered.
 * @returns milliseconds from `now`; 0 means at once
 */
export function debounce(firstUnansweredAt: Date, lastAt: Date, now: Date, quietMs = QUIET_MS): number {
  const due = Math.min(lastAt.getTime() + quietMs, firstUnansweredAt.getTime() + LONGEST_WAIT_MS);
  return Math.max(0, due - now.getTime());
}
