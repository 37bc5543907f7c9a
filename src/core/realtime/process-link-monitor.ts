import { Injectable } from '@nestjs/common';

export interface ProcessLink {
  isConnected(): boolean;
  leave(): void;
}

/** Whether this process hears the events of the others. */
@Injectable()
export class ProcessLinkMonitor {
  private link: ProcessLink | undefined;

  attach(link: ProcessLink): void {
    this.link = link;
  }

  /** False while Redis is away; true without `REDIS_URL`. */
  isConnected(): boolean {
    return this.link?.isConnected() ?? true;
  }

  leave(): void {
    this.link?.leave();
  }
}
