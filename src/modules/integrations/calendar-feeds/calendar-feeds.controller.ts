import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, ParseIdPipe, WithoutIdempotency } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';
import {
  CalendarFeedListDto,
  CreateCalendarFeedDto,
  CreatedCalendarFeedDto,
  toCalendarFeedDto,
} from './dto/calendar-feed.dto.js';

/** Addresses at which calendar programs read appointments (iCal). */
@ApiTags('Calendar feeds')
@Controller('integrations/calendar-feeds')
export class CalendarFeedsController {
  constructor(private readonly feeds: CalendarFeedsService) {}

  /** The feeds of the company, the oldest first; for staff those that they made. Never the addresses. */
  @Get()
  @Allow('booking:read')
  @ApiOkResponse({ type: CalendarFeedListDto })
  @ApiErrors(401, 403)
  async list(@CurrentCompany() scope: CompanyScope, @CurrentUser() caller: Principal): Promise<CalendarFeedListDto> {
    return { items: (await this.feeds.list(scope, caller)).map(toCalendarFeedDto), nextCursor: null };
  }

  /**
   * Makes a feed and shows its address, once.
   * @remarks Calendar programs subscribe to the address and ask again from time to time; many do so only every few hours. Staff make a
   * feed of their own appointments, managers of all. The feed ends when its maker leaves. A company has at most 200 feeds.
   */
  @Post()
  @Allow('booking:read')
  @WithoutIdempotency()
  @BodyExample(CreateCalendarFeedDto, { kind: 'company' })
  @ApiCreatedResponse({ type: CreatedCalendarFeedDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async create(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Body() body: CreateCalendarFeedDto,
  ): Promise<CreatedCalendarFeedDto> {
    const { feed, url } = await this.feeds.create(scope, caller, body);
    return { ...toCalendarFeedDto(feed), url };
  }

  /** Deletes a feed; its address answers 404 from then on. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('booking:read')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  async remove(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<void> {
    await this.feeds.remove(scope, caller, id);
  }
}
