import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../core/auth-guards/index.js';
import { AppError } from '../../../core/errors/index.js';
import { type FailedJob, Jobs } from '../../../core/jobs/index.js';
import { redactText } from '../../../core/logging/index.js';
import { DEFAULT_PAGE_SIZE } from '../../../core/tenancy/index.js';
import type { FailedJobDto, FailedJobListDto } from './dto/failed-job.dto.js';

/** Jobs that wait for a person. Those of a company are its own affair; all others a super_admin's too. */
@Injectable()
export class FailedJobsService {
  constructor(private readonly jobs: Jobs) {}

  /** The latest first. */
  async list(principal: Principal, limit = DEFAULT_PAGE_SIZE): Promise<FailedJobListDto> {
    const failed = await this.jobs.failed({ limit, companyId: companySeenBy(principal) });
    return { items: failed.map(toDto) };
  }

  /**
   * Gives a job a fresh set of attempts, under its old identity: what it did already is not done twice.
   * @throws AppError NOT_FOUND, also for another company's, and for one whose work has been asked for again meanwhile
   */
  async retry(principal: Principal, id: string): Promise<void> {
    if (!(await this.jobs.retry(id, companySeenBy(principal)))) throw AppError.notFound('Failed job');
  }
}

/** Undefined: those of all companies, and of none. */
function companySeenBy({ role, companyId }: Principal): string | undefined {
  return role === 'super_admin' ? undefined : companyId;
}

function toDto({ id, name, payload, attempts, error, failedAt }: FailedJob): FailedJobDto {
  return { id, name, payload, attempts, error: redactText(error), failed_at: failedAt };
}
