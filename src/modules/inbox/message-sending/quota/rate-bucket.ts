const MS_PER_SECOND = 1_000;

export interface Rate {
  readonly perSecond: number;
  /** The most at once, after a pause. */
  readonly burst: number;
}

/** A token bucket: `take` returns the time at which the tokens are available. Times are in milliseconds. */
export class RateBucket {
  /** The time at which the bucket is full again. */
  private fullAt = 0;

  /** @returns the time from which the tokens may be used; `from` if they are available */
  take(from: number, count: number, { perSecond, burst }: Rate): number {
    if (count === 0) return from;
    const interval = MS_PER_SECOND / perSecond;
    this.fullAt = Math.max(this.fullAt, from) + count * interval;
    return Math.max(from, this.fullAt - burst * interval);
  }

  /** How long it takes until all tokens are back. */
  backlogMs(now: number): number {
    return this.fullAt - now;
  }

  /** Whether less than half of the tokens are left. */
  isHalfUsed(now: number, { perSecond, burst }: Rate): boolean {
    return this.backlogMs(now) > ((burst / 2) * MS_PER_SECOND) / perSecond;
  }
}
