import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import {
  ApiErrors,
  BodyExample,
  ETAG_HEADER,
  EXAMPLE_IDS,
  IfMatch,
  ParseIdPipe,
  TakesIfMatch,
  Versioned,
} from '../../../core/http/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { AppointmentAnswerDto, toAppointmentView } from '../appointments/index.js';
import {
  CreateWaitlistEntryDto,
  toWaitlistEntryDto,
  UpdateWaitlistEntryDto,
  WaitlistCountsDto,
  WaitlistEntryDto,
  WaitlistPageDto,
  WaitlistQueryDto,
} from './dto/waitlist.dto.js';
import { WaitlistAnswers } from './waitlist-answers.service.js';
import { WaitlistRowsService } from './waitlist-rows.service.js';
import { WaitlistService } from './waitlist.service.js';

@ApiTags('Appointments')
@Controller('waitlist')
export class WaitlistController {
  constructor(
    private readonly waitlist: WaitlistService,
    private readonly rows: WaitlistRowsService,
    private readonly answers: WaitlistAnswers,
  ) {}

  /** Adds an entry. A time that is already free is offered at once. */
  @Post()
  @Allow('booking:write')
  @BodyExample(CreateWaitlistEntryDto, {
    contact_id: EXAMPLE_IDS.contact,
    pet_ids: [EXAMPLE_IDS.pet],
    service_id: EXAMPLE_IDS.service,
    windows: [{ date_from: '2030-01-07', date_to: '2030-01-11', from: '09:00', to: '13:00' }],
  })
  @ApiCreatedResponse({ type: WaitlistEntryDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  async add(@CurrentCompany() scope: CompanyScope, @Body() body: CreateWaitlistEntryDto): Promise<WaitlistEntryDto> {
    return toWaitlistEntryDto(await this.waitlist.add(scope, body));
  }

  /** Lists the waitlist, oldest first. */
  @Get()
  @Allow('booking:read')
  @ApiOkResponse({ type: WaitlistPageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() reader: Principal,
    @Query() { state, contact_id, limit, cursor }: WaitlistQueryDto,
  ): Promise<WaitlistPageDto> {
    const filters = {
      ...(state ? { state } : {}),
      ...(contact_id ? { contact_id: toObjectId(contact_id, 'contact_id') } : {}),
    };
    const { items, nextCursor } = await this.waitlist.list(scope, filters, { limit, cursor });
    return { items: await this.rows.toRows(scope, reader, items), nextCursor };
  }

  /** The number of entries that wait, and the number of open offers. */
  @Get('counts')
  @Allow('booking:read')
  @ApiOkResponse({ type: WaitlistCountsDto })
  @ApiErrors(401, 403)
  count(@CurrentCompany() scope: CompanyScope): Promise<WaitlistCountsDto> {
    return this.waitlist.count(scope);
  }

  /** Changes an entry that has no offer. */
  @Patch(':id')
  @Allow('booking:write')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(UpdateWaitlistEntryDto, { windows: [{ date_from: '2030-01-14', date_to: '2030-01-18' }] })
  @ApiOkResponse({ type: WaitlistEntryDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() body: UpdateWaitlistEntryDto,
  ): Promise<WaitlistEntryDto> {
    return toWaitlistEntryDto(await this.waitlist.update(scope, id, body, version));
  }

  /** Deletes an entry. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('booking:write')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404, 409)
  async remove(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<void> {
    await this.waitlist.remove(scope, id);
  }

  /** Books the offered time for the customer. */
  @Post(':id/accept')
  @Allow('booking:write')
  @ApiCreatedResponse({ type: AppointmentAnswerDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  async accept(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() { userId }: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<AppointmentAnswerDto> {
    return { appointment: toAppointmentView(await this.answers.accept(scope, { way: 'staff', userId }, id)) };
  }

  /** Declines the offer. The entry waits on, and the next entry gets the time. */
  @Post(':id/decline')
  @HttpCode(200)
  @Allow('booking:write')
  @ApiOkResponse({ type: WaitlistEntryDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async decline(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<WaitlistEntryDto> {
    return toWaitlistEntryDto(await this.answers.decline(scope, { way: 'staff' }, id));
  }
}
