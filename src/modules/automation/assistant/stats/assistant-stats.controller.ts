import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany } from '../../../../core/auth-guards/index.js';
import { ApiErrors } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { AssistantPeriodDto, AssistantStatsDto } from './assistant-stats.dto.js';
import { AssistantStats } from './assistant-stats.service.js';

@ApiTags('Assistant')
@Controller('assistant/stats')
export class AssistantStatsController {
  constructor(private readonly stats: AssistantStats) {}

  /**
   * What the assistant did: answers, hand-offs with their reasons, bookings and cost, by day in the company's time zone.
   * @remarks BAD_PERIOD: more than 366 days, or an end before the start. Turns are kept for a limited time, and older ones are not counted.
   */
  @Get()
  @Allow('assistant:read')
  @ApiOkResponse({ type: AssistantStatsDto })
  @ApiErrors(400, 401, 403)
  of(@CurrentCompany() scope: CompanyScope, @Query() period: AssistantPeriodDto): Promise<AssistantStatsDto> {
    return this.stats.of(scope, period);
  }
}
