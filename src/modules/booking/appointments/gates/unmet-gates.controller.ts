import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany } from '../../../../core/auth-guards/index.js';
import { ApiErrors } from '../../../../core/http/index.js';
import { CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { BookingCustomersService } from '../booking/booking-customers.service.js';
import { toUnmetGatesDto, UnmetGatesDto, UnmetGatesQueryDto } from './dto/unmet-gates.dto.js';

@ApiTags('Appointments')
@Controller('appointments/unmet-gates')
export class UnmetGatesController {
  constructor(private readonly customers: BookingCustomersService) {}

  /** Returns the gates that an appointment would not meet, before it is booked. */
  @Get()
  @Allow('booking:read')
  @ApiOkResponse({ type: UnmetGatesDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  async list(@CurrentCompany() scope: CompanyScope, @Query() query: UnmetGatesQueryDto): Promise<UnmetGatesDto> {
    const { contact_id, service_id, pet_ids = [], starts_at, ends_at } = query;
    const visit = {
      service_id: toObjectId(service_id, 'service_id'),
      pet_ids: pet_ids.map((id) => toObjectId(id, 'pet_ids')),
      starts_at: new Date(starts_at),
      ends_at: new Date(ends_at),
    };
    return toUnmetGatesDto(await this.customers.unmetGates(scope, visit, contact_id));
  }
}
