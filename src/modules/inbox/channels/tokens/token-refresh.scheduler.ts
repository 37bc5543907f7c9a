import { Injectable } from '@nestjs/common';
import { Cron, CronExpression, Timeout } from '@nestjs/schedule';
import { JobHandler, type JobRun, Jobs, type PayloadOf } from '../../../../core/jobs/index.js';
import { toObjectId } from '../../../../core/tenancy/index.js';
import { CheckChannel, RefreshTokens } from '../channels.jobs.js';
import { TokenRefreshService } from './token-refresh.service.js';

/** The name of the timer, by which tests stop it. */
export const FIRST_REFRESH_OF_TOKENS = 'first refresh of tokens';

const FIRST_RUN_AFTER_MS = 10_000;
const RUN_TIMEOUT_MS = 3_600_000;
const KEY = 'all';

/** Refreshes tokens daily and soon after a start. All processes enqueue the same job, so only one runs it. */
@Injectable()
export class TokenRefreshScheduler {
  constructor(
    private readonly tokens: TokenRefreshService,
    private readonly jobs: Jobs,
  ) {}

  @Timeout(FIRST_REFRESH_OF_TOKENS, FIRST_RUN_AFTER_MS)
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

  @JobHandler(CheckChannel)
  check({ companyId, channelId }: PayloadOf<typeof CheckChannel>): Promise<void> {
    return this.tokens.checkLive({ _id: toObjectId(channelId), company_id: toObjectId(companyId) });
  }
}
