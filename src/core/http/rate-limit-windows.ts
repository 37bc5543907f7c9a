import type { ThrottlerStorage } from '@nestjs/throttler';

/** How often what nobody counts in any more is forgotten. */
const SWEEP_INTERVAL_MS = 60_000;
const MS_PER_SECOND = 1_000;

interface Window {
  /** When each hit stops counting, the oldest first; those before `first` have. */
  ends: number[];
  first: number;
  /** What the answer's headers promise. */
  resetsAt: number;
  /** Set while the caller is refused. */
  blockedUntil?: number;
}

type Hit = Awaited<ReturnType<ThrottlerStorage['increment']>>;

/**
 * The throttler's sliding windows in memory. Counts as its own storage does, but a hit costs the same however many came
 * before it, where that one copies all hits of the window each time.
 */
export class RateLimitWindows implements ThrottlerStorage {
  private readonly windows = new Map<string, Window>();
  private sweepsAt = 0;

  /**
   * @param ttl how long a hit counts, milliseconds
   * @param blockDuration how long a caller over the limit is refused, milliseconds
   * @returns times in seconds
   */
  increment(key: string, ttl: number, limit: number, blockDuration: number): Promise<Hit> {
    const now = Date.now();
    this.sweep(now);
    const window = this.windowOf(key);
    if (window.resetsAt <= now) window.resetsAt = now + ttl;
    if (window.blockedUntil !== undefined && window.blockedUntil <= now) {
      delete window.blockedUntil;
      window.first = window.ends.length;
    }
    forgetEnded(window, now);
    if (window.blockedUntil === undefined) {
      window.ends.push(now + ttl);
      if (hitsOf(window) > limit) window.blockedUntil = now + blockDuration;
    }
    return Promise.resolve({
      totalHits: hitsOf(window),
      timeToExpire: secondsUntil(window.resetsAt, now),
      isBlocked: window.blockedUntil !== undefined,
      timeToBlockExpire: secondsUntil(window.blockedUntil ?? 0, now),
    });
  }

  /** How many callers are remembered. */
  get size(): number {
    return this.windows.size;
  }

  private windowOf(key: string): Window {
    const known = this.windows.get(key);
    if (known) return known;
    const window: Window = { ends: [], first: 0, resetsAt: 0 };
    this.windows.set(key, window);
    return window;
  }

  private sweep(now: number): void {
    if (now < this.sweepsAt) return;
    this.sweepsAt = now + SWEEP_INTERVAL_MS;
    for (const [key, window] of this.windows) {
      const lastOf = Math.max(window.ends.at(-1) ?? 0, window.blockedUntil ?? 0, window.resetsAt);
      if (lastOf <= now) this.windows.delete(key);
    }
  }
}

/** Moves on to the first hit that counts; what lies behind is cut off in large pieces, so that a hit costs little. */
function forgetEnded(window: Window, now: number): void {
  const { ends } = window;
  while (window.first < ends.length && (ends[window.first] ?? 0) <= now) window.first++;
  if (window.first * 2 <= ends.length) return;
  window.ends = ends.slice(window.first);
  window.first = 0;
}

function hitsOf({ ends, first }: Window): number {
  return ends.length - first;
}

function secondsUntil(at: number, now: number): number {
  return Math.max(0, Math.ceil((at - now) / MS_PER_SECOND));
}
