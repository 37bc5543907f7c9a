import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany } from '../../../core/auth-guards/index.js';
import { ApiErrors } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { SlotsDto, SlotsQueryDto, toSlotsDto } from './dto/slots.dto.js';
import { SlotsService } from './slots.service.js';

@ApiTags('Appointments')
@Controller('appointments/slots')
export class SlotsController {
  constructor(private readonly slots: SlotsService) {}

  /** The free times of a service, by day and time. */
  @Get()
  @Allow('booking:read')
  @ApiOkResponse({ type: SlotsDto })
  @ApiErrors(400, 401, 403, 404)
  async search(
    @CurrentCompany() scope: CompanyScope,
    @Query() { from, to, channel = 'staff', explain = false, ...wish }: SlotsQueryDto,
  ): Promise<SlotsDto> {
    return toSlotsDto(await this.slots.search(scope, { from, to, channel, explain, wish }));
  }
}
