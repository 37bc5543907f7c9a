import { Injectable } from '@nestjs/common';

/**
 * Tells the drain of this process that there is work. It may be lost: the sweep finds what nobody was woken for. A
 * class of its own, so that receiving does not depend on draining.
 */
@Injectable()
export class InboundSignal {
  private listener: (() => void) | undefined;

  onWake(listener: () => void): void {
    this.listener = listener;
  }

  wake(): void {
    this.listener?.();
  }
}
