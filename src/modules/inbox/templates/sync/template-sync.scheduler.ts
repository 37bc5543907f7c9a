import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { AppError } from '../../../../core/errors/index.js';
import { EventBus } from '../../../../core/events/index.js';
import { defineJob, JobHandler, Jobs, type PayloadOf } from '../../../../core/jobs/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { ChannelDirectory, channelKind } from '../../channels/index.js';
import { TemplatesService } from '../templates.service.js';

/** Reads the templates of one channel. */
const SyncTemplates = defineJob<{ companyId: string; channelId: string }>('templates.sync');
/** Enqueues {@link SyncTemplates} for every channel with templates. */
const SyncAllTemplates = defineJob('templates.sync-all');

const ALL = 'all';

/** Reads the templates after a channel is connected, after the provider reports a change, and daily. */
@Injectable()
export class TemplateSyncScheduler implements OnModuleInit {
  private readonly logger = new Logger(TemplateSyncScheduler.name);

  constructor(
    private readonly templates: TemplatesService,
    private readonly channels: ChannelDirectory,
    private readonly jobs: Jobs,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    this.bus.on('channel.proven', async ({ companyId, channelId }) => {
      const kind = await this.channels.kindOf(CompanyScope.of(companyId), channelId);
      if (channelKind(kind)?.hasTemplates) await this.request(companyId, channelId);
    });
  }

  /** All processes enqueue the same job, so only one runs it. */
  @Cron(CronExpression.EVERY_DAY_AT_4AM, { timeZone: 'UTC' })
  dailyRun(): Promise<void> {
    return this.jobs.enqueue(SyncAllTemplates, {}, { key: ALL });
  }

  @JobHandler(SyncAllTemplates, { concurrency: 1 })
  async requestAll(): Promise<void> {
    for await (const { _id, scope } of this.channels.withTemplates()) await this.request(scope.id, _id);
  }

  /** Several requests for one channel become one job. */
  request(companyId: string, channelId: string): Promise<void> {
    return this.jobs.enqueue(SyncTemplates, { companyId, channelId }, { key: channelId });
  }

  /** @throws AppError if the provider does not answer, so that the job is tried again */
  @JobHandler(SyncTemplates)
  async sync({ companyId, channelId }: PayloadOf<typeof SyncTemplates>): Promise<void> {
    try {
      await this.templates.sync(CompanyScope.of(companyId), channelId);
    } catch (error) {
      // The channel is disconnected or its token is refused; it is read again after the next connect.
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      this.logger.debug(`the templates of channel ${channelId} were not read: ${error.message}`);
    }
  }
}
