import { Injectable } from '@nestjs/common';
import { Cron, CronExpression, Timeout } from '@nestjs/schedule';
import { defineJob, JobHandler, type JobRun, Jobs } from '../../../../core/jobs/index.js';
import { TokenRefreshService } from './token-refresh.service.js';

/** Checks and renews the tokens of all channels. */
export const RefreshTokens = defineJob('channels.refresh-tokens');

const FIRST_RUN_AFTER_MS = 10_000;
const RUN_TIMEOUT_MS = 3_600_000;
const KEY = 'all';

/**
 * Starts the refresh of tokens once a day and soon after a start. Each process asks for the same job, which exists once,
 * so one process runs it.
 */
@Injectable()
export class TokenRefreshScheduler {
  constructor(
    private readonly tokens: TokenRefreshService,
    private readonly jobs: Jobs,
  ) {}

  @Timeout(FIRST_RUN_AFTER_MS)
  firstRun(): Promise<void> {
    return this.dailyRun();
  }

  @Cron(CronExpression.EVERY_DAY_AT_3AM, { timeZone: 'UTC' })
  dailyRun(): Promise<void> {
    return this.jobs.enqueue(RefreshTokens, {}, { key: KEY });
  }

  @JobHandler(RefreshTokens, { concurrency: 1, timeoutMs: RUN_TIMEOUT_MS })
  run(_: object, { signal }: JobRun): Promise<void> {
    return this.tokens.refreshAll(signal);
  }
}
