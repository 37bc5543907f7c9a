import { Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../core/auth-guards/index.js';
import { ApiErrors, ParseIdPipe } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { AppointmentsRepository } from '../reservations/index.js';
import { ManageLinksService } from './manage-links.service.js';

export class ManageLinkDto {
  @ApiProperty()
  manage_url!: string;

  @ApiProperty()
  manage_token!: string;
}

@ApiTags('Appointments')
@Controller('appointments/:id/manage-link')
export class ManageLinksController {
  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly links: ManageLinksService,
  ) {}

  /** Returns the link for the customer; the same link until it is revoked. */
  @Post()
  @Allow('booking:write')
  @ApiCreatedResponse({ type: ManageLinkDto })
  @ApiErrors(400, 401, 403, 404)
  async issue(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<ManageLinkDto> {
    const { _id } = await this.appointments.getBooking(scope, id);
    return this.links.issue(scope, _id);
  }

  /** Revokes the link. */
  @Delete()
  @HttpCode(204)
  @Allow('booking:write')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  async revoke(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<void> {
    const { _id } = await this.appointments.getBooking(scope, id);
    await this.links.revoke(scope, _id);
  }
}
