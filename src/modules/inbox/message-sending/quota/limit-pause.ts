const MS_PER_SECOND = 1_000;
const GROWTH = 4;
const MAX_PAUSE_MS = 900_000;

/** 1, 4, 16, 64 … seconds, as Meta asks for. @param limited the number of refusals in a row before */
export function limitPauseMs(limited: number): number {
  return Math.min(MAX_PAUSE_MS, GROWTH ** limited * MS_PER_SECOND);
}
