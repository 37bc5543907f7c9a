import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../../core/auth-guards/index.js';
import { ApiErrors, ParseIdPipe } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { ContactsService } from '../../../customers/contacts/index.js';
import { BookingStatsRepository } from './booking-stats.repository.js';

export class BookingStatsDto {
  @ApiProperty() contact_id!: string;
  @ApiProperty() completed!: number;
  @ApiProperty() no_shows!: number;
  @ApiProperty({ description: 'Cancelled when it was no longer free' }) late_cancels!: number;
}

@ApiTags('Appointments')
@Controller('contacts/:id/booking-stats')
export class BookingStatsController {
  constructor(
    private readonly stats: BookingStatsRepository,
    private readonly contacts: ContactsService,
  ) {}

  /** Counts completed visits, no-shows and late cancellations of a contact. */
  @Get()
  @Allow('booking:read')
  @ApiOkResponse({ type: BookingStatsDto })
  @ApiErrors(400, 401, 403, 404)
  async get(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<BookingStatsDto> {
    await this.contacts.get(scope, id);
    const found = await this.stats.ofContact(scope, id);
    const { completed = 0, no_shows = 0, late_cancels = 0 } = found ?? {};
    return { contact_id: id.toHexString(), completed, no_shows, late_cancels };
  }
}
