import { Injectable } from '@nestjs/common';

/** Events that are applied at a time while deliveries wait for their acknowledgement. */
export const EVENTS_BESIDE_ACKS = 2;

/**
 * Acknowledgements go before the work on events, because a provider that waits too long repeats its delivery. Some
 * work always goes on.
 */
@Injectable()
export class AckPriority {
  private acks = 0;
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  async acknowledging<Result>(stored: Promise<Result>): Promise<Result> {
    this.acks++;
    try {
      return await stored;
    } finally {
      this.acks--;
      this.admit();
    }
  }

  /** In the order of the calls. */
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
