import { Injectable } from '@nestjs/common';

/** Wakes the drain of this process. A lost signal does no harm, because the drain also sweeps. */
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
