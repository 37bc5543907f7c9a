/** The requests that are left, and the start of the next window. */
export interface AddressTurn {
  readonly isAllowed: boolean;
  readonly remaining: number;
  readonly resetMs: number;
}

/**
 * Requests of one address within a window; all windows begin together, so that the table is dropped as a whole.
 *
 * Each process counts for itself, also with REDIS_URL: the limit protects the time of one process from unsigned requests.
 * Meta sends the events of all companies from a few addresses, so a shared count would refuse more real events with each
 * process that is added. It would also cost a round trip to Redis for each delivery.
 */
export class AddressLimit {
  private counts = new Map<string, number>();
  private windowEndsAt = 0;

  constructor(
    readonly limit: number,
    private readonly windowMs: number,
  ) {}

  take(address: string, now = Date.now()): AddressTurn {
    if (now >= this.windowEndsAt) {
      this.counts = new Map();
      this.windowEndsAt = now + this.windowMs;
    }
    const count = (this.counts.get(address) ?? 0) + 1;
    this.counts.set(address, count);
    const resetMs = this.windowEndsAt - now;
    return { isAllowed: count <= this.limit, remaining: Math.max(0, this.limit - count), resetMs };
  }
}
