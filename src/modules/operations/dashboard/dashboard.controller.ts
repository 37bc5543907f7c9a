import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { DashboardStatsService } from './dashboard-stats.service.js';
import { type DashboardToday, DashboardTodayService } from './dashboard-today.service.js';
import { DashboardTodayDto } from './dto/dashboard-today.dto.js';
import { DashboardPeriodDto, DashboardStatsDto } from './dto/dashboard-stats.dto.js';

@ApiTags('Dashboard')
@Controller('dashboard')
export class DashboardController {
  constructor(
    private readonly reports: DashboardStatsService,
    private readonly todays: DashboardTodayService,
  ) {}

  /** Figures of a period by day, channel, service and person. */
  @Get('stats')
  @Allow('dashboard:read')
  @ApiOkResponse({ type: DashboardStatsDto })
  @ApiErrors(400, 401, 403)
  stats(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() reader: Principal,
    @Query() period: DashboardPeriodDto,
  ): Promise<DashboardStatsDto> {
    return this.reports.stats(scope, reader, period);
  }

  /** What is to do today: arrivals, waiting customers, troubled channels, open gates. */
  @Get('today')
  @Allow('company:read')
  @ApiOkResponse({ type: DashboardTodayDto })
  @ApiErrors(401, 403)
  today(@CurrentCompany() scope: CompanyScope, @CurrentUser() reader: Principal): Promise<DashboardToday> {
    return this.todays.today(scope, reader);
  }
}
