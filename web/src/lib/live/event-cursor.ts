import type { LoggedEvent } from './events.ts';

/**
 * Puts the events of the company's log in order: each number once, without gaps. An event that comes too early waits until
 * those before it have come, by a replay or late.
 */
export class EventCursor {
  private readonly early = new Map<number, LoggedEvent>();
  private at: number | null = null;

  /** The number of the last event that was handed on; null before the first start. */
  get seq(): number | null {
    return this.at;
  }

  /** True while an event waits for one before it. */
  get hasGap(): boolean {
    return this.early.size > 0;
  }

  /** Starts at this number, or goes on there after the server has said that a replay is not possible. */
  startAt(seq: number): void {
    this.at = seq;
    for (const early of [...this.early.keys()]) if (early <= seq) this.early.delete(early);
  }

  /** Takes an event, and answers the events that can be handled now, in order. */
  receive(event: LoggedEvent): LoggedEvent[] {
    if (this.at === null || event.seq > this.at) this.early.set(event.seq, event);
    return this.takeReady();
  }

  /** The waiting events that can be handled now, in order. */
  takeReady(): LoggedEvent[] {
    const ready: LoggedEvent[] = [];
    while (this.at !== null) {
      const next = this.early.get(this.at + 1);
      if (!next) break;
      this.early.delete(next.seq);
      this.at = next.seq;
      ready.push(next);
    }
    return ready;
  }
}
