import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../../core/auth-guards/index.js';
import {
  ApiErrors,
  BodyExample,
  ETAG_HEADER,
  EXAMPLE_IDS,
  IfMatch,
  ParseIdPipe,
  TakesIfMatch,
  Versioned,
} from '../../../../core/http/index.js';
import { CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { LocalDays } from '../local-days.js';
import { TimeOffAnswerDto, TimeOffPageDto, toTimeOffDto } from './dto/time-off.dto.js';
import { CreateTimeOffDto, TimeOffQueryDto, UpdateTimeOffDto } from './dto/time-off-input.dto.js';
import { type TimeOffWithAppointments, TimeOffService } from './time-off.service.js';

@ApiTags('Booking catalog')
@Controller('time-off')
export class TimeOffController {
  constructor(
    private readonly timesOff: TimeOffService,
    private readonly days: LocalDays,
  ) {}

  /** Lists time off, sorted by its end. Repeating time off is one row with its first date. */
  @Get()
  @Allow('booking:read')
  @ApiOkResponse({ type: TimeOffPageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Query() { limit, cursor, staff_id, from, to }: TimeOffQueryDto,
  ): Promise<TimeOffPageDto> {
    const filters = {
      ...(staff_id ? { staff_id: toObjectId(staff_id, 'staff_id') } : {}),
      ...(await this.days.range(scope, { from, to })),
    };
    const { items, nextCursor } = await this.timesOff.list(scope, filters, { limit, cursor });
    return { items: items.map(toTimeOffDto), nextCursor };
  }

  /** Adds time off: approved if a manager adds it, requested if staff add their own. Returns the affected appointments. */
  @Post()
  @Allow('time-off:request')
  @BodyExample(CreateTimeOffDto, {
    staff_id: EXAMPLE_IDS.staff,
    starts_at: '2030-01-07T12:00:00Z',
    ends_at: '2030-01-07T13:00:00Z',
    reason: 'Dentist',
  })
  @ApiCreatedResponse({ type: TimeOffAnswerDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async create(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Body() body: CreateTimeOffDto,
  ): Promise<TimeOffAnswerDto> {
    return toAnswer(await this.timesOff.create(scope, caller, body));
  }

  /** Approves a request, or takes the approval back. */
  @Patch(':id')
  @Allow('booking:manage')
  @Versioned(({ time_off }: TimeOffAnswerDto) => time_off.version)
  @TakesIfMatch()
  @BodyExample(UpdateTimeOffDto, { status: 'approved' })
  @ApiOkResponse({ type: TimeOffAnswerDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() body: UpdateTimeOffDto,
  ): Promise<TimeOffAnswerDto> {
    return toAnswer(await this.timesOff.update(scope, id, body, version));
  }

  /** Managers delete any, staff their own requests. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('time-off:request')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  async remove(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<void> {
    await this.timesOff.remove(scope, caller, id);
  }
}

function toAnswer({ timeOff, appointments }: TimeOffWithAppointments): TimeOffAnswerDto {
  return { time_off: toTimeOffDto(timeOff), appointments };
}
