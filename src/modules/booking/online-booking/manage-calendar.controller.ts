import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../core/http/index.js';
import { ManagedAppointmentsService } from './managed-appointments.service.js';
import { VisitorRoute } from './visitor-route.decorator.js';

const CALENDAR_TYPE = 'text/calendar; charset=utf-8';
const DISPOSITION = 'attachment; filename="appointment.ics"';

@ApiTags('Public booking')
@Controller('public/manage/:token.ics')
export class ManageCalendarController {
  constructor(private readonly managed: ManagedAppointmentsService) {}

  /** Returns the appointment as a calendar file (RFC 5545). */
  @Get()
  @VisitorRoute('read')
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiErrors(404)
  async get(@Param('token') token: string): Promise<StreamableFile> {
    const file = await this.managed.calendarFile(token);
    return new StreamableFile(Buffer.from(file), { type: CALENDAR_TYPE, disposition: DISPOSITION });
  }
}
