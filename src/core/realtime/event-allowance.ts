/** At once, and per second in the long run: far more than the client of a person sends. */
export const EVENT_BURST = 200;
const EVENTS_PER_SECOND = 50;

export class EventAllowance {
  private left = EVENT_BURST;
  private countedAt = performance.now();

  take(): boolean {
    const now = performance.now();
    this.left = Math.min(EVENT_BURST, this.left + ((now - this.countedAt) / 1_000) * EVENTS_PER_SECOND);
    this.countedAt = now;
    if (this.left < 1) return false;
    this.left -= 1;
    return true;
  }
}
