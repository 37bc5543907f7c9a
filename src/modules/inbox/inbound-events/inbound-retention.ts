import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { defineJob, JobHandler, Jobs } from '../../../core/jobs/index.js';
import { InboundEventsRepository } from './inbound-events.repository.js';
import { RETENTION_DAYS, RETENTION_INTERVAL_MS } from './inbound-events.constants.js';

const DAY_MS = 86_400_000;

export const PurgeInboundEvents = defineJob('meta.sweep-inbound-events');

@Injectable()
export class InboundRetention implements OnApplicationBootstrap {
  private readonly logger = new Logger(InboundRetention.name);

  constructor(
    private readonly jobs: Jobs,
    private readonly events: InboundEventsRepository,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every(PurgeInboundEvents, RETENTION_INTERVAL_MS);
  }

  @JobHandler(PurgeInboundEvents)
  async purge(): Promise<void> {
    const deleted = await this.events.deleteSettled(new Date(Date.now() - RETENTION_DAYS * DAY_MS));
    if (deleted > 0) this.logger.log(`deleted ${deleted} inbound events older than ${RETENTION_DAYS} days`);
  }
}
