import { Injectable } from '@nestjs/common';

/** Events applied at a time while deliveries wait for their acknowledgement; more would delay the deliveries. */
export const EVENTS_BESIDE_ACKS = 2;

/**
 * Puts acknowledgements before the work on events. A provider that waits too long repeats its delivery and in the end
 * stops sending. Some work always goes on, so a flood of deliveries cannot starve it.
 */
@Injectable()
export class AckPriority {
  private acks = 0;
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** Counts a waiting delivery until the promise settles. */
  async acknowledging<Result>(stored: Promise<Result>): Promise<Result> {
    this.acks++;
    try {
      return await stored;
    } finally {
      this.acks--;
      this.admit();
    }
  }

  /** Runs work on an event as soon as there is room beside the deliveries, in the order of the calls. */
  async beside<Result>(work: () => Promise<Result>): Promise<Result> {
    await new Promise<void>((resolve) => {
      this.waiting.push(resolve);
      this.admit();
    });
    try {
      return await work();
    } finally {
      this.running--;
      this.admit();
    }
  }

  private admit(): void {
    while (this.acks === 0 || this.running < EVENTS_BESIDE_ACKS) {
      const next = this.waiting.shift();
      if (!next) return;
      this.running++;
      next();
    }
  }
}
