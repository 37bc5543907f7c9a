import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany } from '../../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, ETAG_HEADER, IfMatch, TakesIfMatch, Versioned } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { BookingSettingsService } from './booking-settings.service.js';
import { BookingSettingsDto, UpdateBookingSettingsDto } from './dto/settings.dto.js';

@ApiTags('Booking catalog')
@Controller('booking-settings')
export class BookingSettingsController {
  constructor(private readonly settings: BookingSettingsService) {}

  /** How the company takes bookings. */
  @Get()
  @Allow('booking:read')
  @Versioned()
  @ApiOkResponse({ type: BookingSettingsDto, headers: ETAG_HEADER })
  @ApiErrors(401, 403)
  get(@CurrentCompany() scope: CompanyScope): Promise<BookingSettingsDto> {
    return this.settings.get(scope);
  }

  /** Changes the fields that are given. */
  @Patch()
  @Allow('booking:manage')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(UpdateBookingSettingsDto, {
    hold_minutes: 10,
    public_page: true,
    quiet_hours: { from: '21:00', to: '08:00' },
  })
  @ApiOkResponse({ type: BookingSettingsDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 412)
  update(
    @CurrentCompany() scope: CompanyScope,
    @IfMatch() version: number | undefined,
    @Body() body: UpdateBookingSettingsDto,
  ): Promise<BookingSettingsDto> {
    return this.settings.update(scope, body, version);
  }
}
