import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors } from '../../../core/http/index.js';
import { FailedJobListDto, ListFailedJobsQueryDto } from './dto/failed-job.dto.js';
import { FailedJobsService } from './failed-jobs.service.js';

/** Background work that used up its attempts. */
@ApiTags('Jobs')
@Allow('jobs:manage')
@Controller('jobs/failed')
export class FailedJobsController {
  constructor(private readonly admin: FailedJobsService) {}

  /** Lists the failed jobs of the company, the latest first. A super_admin sees those of all companies. */
  @Get()
  @ApiOkResponse({ type: FailedJobListDto })
  @ApiErrors(400, 401, 403)
  list(@CurrentUser() principal: Principal, @Query() { limit }: ListFailedJobsQueryDto): Promise<FailedJobListDto> {
    return this.admin.list(principal, limit);
  }

  /** Has the work tried again, with a fresh set of attempts. */
  @Post(':id/retry')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiErrors(401, 403, 404)
  retry(@CurrentUser() principal: Principal, @Param('id') id: string): Promise<void> {
    return this.admin.retry(principal, id);
  }
}
