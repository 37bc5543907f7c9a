import { Injectable } from '@nestjs/common';

/** The connection to the processes that share a Redis with this one. */
export interface ProcessLink {
  isConnected(): boolean;
  leave(): void;
}

/** Whether this process hears what the others tell. */
@Injectable()
export class ProcessLinkMonitor {
  private link: ProcessLink | undefined;

  attach(link: ProcessLink): void {
    this.link = link;
  }

  /** False while Redis is away; true without `REDIS_URL`, where this process is the only one. */
  isConnected(): boolean {
    return this.link?.isConnected() ?? true;
  }

  leave(): void {
    this.link?.leave();
  }
}
