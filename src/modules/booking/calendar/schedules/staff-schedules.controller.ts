import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../../core/auth-guards/index.js';
import {
  ApiErrors,
  BodyExample,
  ETAG_HEADER,
  IfMatch,
  PageQueryDto,
  ParseIdPipe,
  TakesIfMatch,
  Versioned,
} from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { PutScheduleDto, StaffScheduleDto, StaffSchedulePageDto, toStaffScheduleDto } from './dto/schedule.dto.js';
import { StaffSchedulesService } from './staff-schedules.service.js';

@ApiTags('Booking catalog')
@Controller('staff-schedules')
export class StaffSchedulesController {
  constructor(private readonly schedules: StaffSchedulesService) {}

  /** Lists the schedules, oldest first. */
  @Get()
  @Allow('booking:read')
  @ApiOkResponse({ type: StaffSchedulePageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Query() { limit, cursor }: PageQueryDto,
  ): Promise<StaffSchedulePageDto> {
    const { items, nextCursor } = await this.schedules.list(scope, { limit, cursor });
    return { items: items.map(toStaffScheduleDto), nextCursor };
  }

  /** Returns the schedule of a staff member. */
  @Get(':staff_id')
  @Allow('booking:read')
  @Versioned()
  @ApiOkResponse({ type: StaffScheduleDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404)
  async get(
    @CurrentCompany() scope: CompanyScope,
    @Param('staff_id', ParseIdPipe) staffId: Types.ObjectId,
  ): Promise<StaffScheduleDto> {
    return toStaffScheduleDto(await this.schedules.get(scope, staffId));
  }

  /** Stores the schedule of a staff member and replaces an earlier one. */
  @Put(':staff_id')
  @Allow('booking:manage')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(PutScheduleDto, {
    weekly: [
      {
        weekday: 1,
        windows: [
          { from: '09:00', to: '12:00' },
          { from: '13:00', to: '18:00' },
        ],
      },
      { weekday: 2, windows: [{ from: '09:00', to: '18:00' }] },
    ],
    overrides: [{ date: '2030-01-07', windows: [], kind: 'replace' }],
  })
  @ApiOkResponse({ type: StaffScheduleDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 412)
  async put(
    @CurrentCompany() scope: CompanyScope,
    @Param('staff_id', ParseIdPipe) staffId: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() body: PutScheduleDto,
  ): Promise<StaffScheduleDto> {
    return toStaffScheduleDto(await this.schedules.put(scope, staffId, body, version));
  }
}
