/** Runs at most `slots` pieces of work at once and lets at most `queueLimit` wait, first come first served. */
export class WorkSlots {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  /** @param overload what to throw at whom the queue has no place for */
  constructor(
    slots: number,
    private readonly queueLimit: number,
    private readonly overload: () => Error,
  ) {
    this.free = slots;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.acquire();
    try {
      return await work();
    } finally {
      this.release();
    }
  }

  private acquire(): Promise<void> {
    if (this.free > 0) {
      this.free -= 1;
      return Promise.resolve();
    }
    if (this.waiting.length >= this.queueLimit) return Promise.reject(this.overload());
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Hands the slot to the next in line, or gives it back. */
  private release(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}
