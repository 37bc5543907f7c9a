/** Requests of one address within a window; all windows begin together, so that the table is dropped as a whole. */
export class AddressLimit {
  private counts = new Map<string, number>();
  private windowEndsAt = 0;

  constructor(
    private readonly limit: number,
    private readonly windowMs: number,
  ) {}

  /** Counts a request; answers the milliseconds to wait where it is one too many, else 0. */
  take(address: string, now = Date.now()): number {
    if (now >= this.windowEndsAt) {
      this.counts = new Map();
      this.windowEndsAt = now + this.windowMs;
    }
    const count = (this.counts.get(address) ?? 0) + 1;
    this.counts.set(address, count);
    return count > this.limit ? this.windowEndsAt - now : 0;
  }
}
