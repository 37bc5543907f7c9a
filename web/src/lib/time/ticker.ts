import { createStore, useStore } from '#web/lib/store.ts';

const TICK_MS = 30_000;

const now = createStore(Date.now());
setInterval(() => now.set(Date.now()), TICK_MS);

/** The time to the half minute, shared by all that shows ages and deadlines. */
export const useNow = (): number => useStore(now);
