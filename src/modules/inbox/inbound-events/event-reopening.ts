import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../core/events/index.js';
import { defineJob, JobHandler, Jobs } from '../../../core/jobs/index.js';
import { AccountHistory, type ProvenAccount } from '../channels/index.js';
import { InboundEventsRepository } from './inbound-events.repository.js';
import { InboundSignal } from './inbound-signal.js';
import { REOPEN_INTERVAL_MS } from './inbound-events.constants.js';

export const ReopenEvents = defineJob('meta.reopen-events');

/** Reopens events of an account that came before a company had proven it. */
@Injectable()
export class EventReopening implements OnModuleInit, OnApplicationBootstrap {
  private readonly logger = new Logger(EventReopening.name);

  constructor(
    private readonly history: AccountHistory,
    private readonly events: InboundEventsRepository,
    private readonly signal: InboundSignal,
    private readonly jobs: Jobs,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    this.bus.on('channel.proven', ({ channelId }) => this.jobs.enqueue(ReopenEvents, {}, { key: channelId }));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every(ReopenEvents, REOPEN_INTERVAL_MS);
  }

  @JobHandler(ReopenEvents)
  async reopen(): Promise<void> {
    for (const account of await this.history.recentlyProven()) await this.reopenFor(account);
  }

  private async reopenFor(account: ProvenAccount): Promise<void> {
    const { channel, eventsFrom } = account;
    const { platform, external_id, company_id } = channel;
    const now = new Date();
    const owner = { platform, external_id, company_id };
    const reopened = await this.events.reopenUnroutable(owner, eventsFrom);
    if (reopened > 0) {
      this.logger.log(`reopened ${reopened} events of ${platform} ${external_id}`);
      this.signal.wake();
    }
    await this.history.finishReopening(account, now);
  }
}
