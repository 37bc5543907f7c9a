import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Allow, CurrentCompany } from '../../../core/auth-guards/index.js';
import { ApiErrors } from '../../../core/http/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { SlotsDto, SlotsQueryDto, toSlotsDto } from './dto/slots.dto.js';
import { SlotsService, type SlotsView } from './slots.service.js';

const STAFF_VIEW: SlotsView = { name: 'staff', show: toSlotsDto };

@ApiTags('Appointments')
@Controller('appointments/slots')
export class SlotsController {
  constructor(private readonly slots: SlotsService) {}

  /**
   * The free times of a service, by day and time.
   * @remarks With `except`: the times to which that appointment can move. Its own time counts as free.
   */
  @Get()
  @Allow('booking:read')
  @ApiOkResponse({ type: SlotsDto })
  @ApiErrors(400, 401, 403, 404)
  async search(
    @CurrentCompany() scope: CompanyScope,
    @Query() { from, to, channel = 'staff', explain = false, except, ...visit }: SlotsQueryDto,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const asked = except ? await this.slots.queryToMove(scope, toObjectId(except), visit) : { request: visit };
    const answer = await this.slots.searchCached(scope, { from, to, channel, explain, ...asked }, STAFF_VIEW);
    await answer.send(request, response);
  }
}
