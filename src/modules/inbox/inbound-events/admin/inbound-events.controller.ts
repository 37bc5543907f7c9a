import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentUser, type Principal } from '../../../../core/auth-guards/index.js';
import { ApiErrors } from '../../../../core/http/index.js';
import { InboundEventDto, InboundEventPageDto, ListInboundEventsQueryDto } from '../dto/inbound-event.dto.js';
import { InboundEventsAdminService } from './inbound-events-admin.service.js';

/** Events that came in and could not be applied. */
@ApiTags('Meta')
@Allow('inbound:manage')
@Controller('meta/inbound-events')
export class InboundEventsController {
  constructor(private readonly admin: InboundEventsAdminService) {}

  /** Events that were given up, the newest first. */
  @Get()
  @ApiOkResponse({ type: InboundEventPageDto })
  @ApiErrors(400, 401, 403)
  list(@CurrentUser() principal: Principal, @Query() query: ListInboundEventsQueryDto): Promise<InboundEventPageDto> {
    return this.admin.list(principal, query);
  }

  /** Applies a parked event again; no effect happens twice. */
  @Post(':id/replay')
  @HttpCode(200)
  @ApiOkResponse({ type: InboundEventDto })
  @ApiErrors(401, 403, 404)
  replay(@CurrentUser() principal: Principal, @Param('id') id: string): Promise<InboundEventDto> {
    return this.admin.replay(principal, id);
  }
}
