import { Injectable } from '@nestjs/common';

/** Events worked on at a time while deliveries wait to be acknowledged; more would stand in their way to the database. */
export const EVENTS_BESIDE_ACKS = 2;

/**
 * Acknowledgements come first: Meta repeats a delivery, and in the end stops sending, when it waits too long, while an
 * event that is worked on a little later is noticed by nobody. Work never stops altogether, so a flood cannot starve it.
 */
@Injectable()
export class AckPriority {
  private acks = 0;
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** Counts as a delivery that waits for its acknowledgement until the promise settles. */
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
