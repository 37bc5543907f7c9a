import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../core/auth-guards/index.js';
import { AppError } from '../../../core/errors/index.js';
import { type FailedJob, Jobs } from '../../../core/jobs/index.js';
import { redactText } from '../../../core/logging/index.js';
import { DEFAULT_PAGE_SIZE } from '../../../core/tenancy/index.js';
import type { FailedJobDto, FailedJobListDto } from './dto/failed-job.dto.js';

/** A company sees its own failed jobs; a super_admin sees all. */
@Injectable()
export class FailedJobsService {
  constructor(private readonly jobs: Jobs) {}

  /** The latest first. */
  async list(principal: Principal, limit = DEFAULT_PAGE_SIZE): Promise<FailedJobListDto> {
    const failed = await this.jobs.failed({ limit, companyId: companySeenBy(principal) });
    return { items: failed.map(toDto) };
  }

  /**
   * Gives a job new attempts under its old identity, so that finished work is not done twice.
   * @throws AppError NOT_FOUND, also for a job of another company, or one that was enqueued again
   */
  async retry(principal: Principal, id: string): Promise<void> {
    if (!(await this.jobs.retry(id, companySeenBy(principal)))) throw AppError.notFound('Failed job');
  }
}

/** Undefined: jobs of all companies and of none. */
function companySeenBy({ role, companyId }: Principal): string | undefined {
  return role === 'super_admin' ? undefined : companyId;
}

function toDto({ id, name, payload, attempts, error, failedAt }: FailedJob): FailedJobDto {
  return { id, name, payload, attempts, error: redactText(error), failed_at: failedAt };
}
