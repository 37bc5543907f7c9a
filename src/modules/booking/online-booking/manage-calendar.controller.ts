import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../core/http/index.js';
import { ManagedAppointmentsService } from './managed-appointments.service.js';
import { VisitorRoute } from './visitor-route.decorator.js';

const CALENDAR_TYPE = 'text/calendar; charset=utf-8';

@ApiTags('Public booking')
@Controller('public/manage/:token.ics')
export class ManageCalendarController {
  constructor(private readonly managed: ManagedAppointmentsService) {}

  /** Returns the appointment as a calendar file (RFC 5545). */
  @Get()
  @VisitorRoute('read')
  @Header('content-type', CALENDAR_TYPE)
  @Header('content-disposition', 'attachment; filename="appointment.ics"')
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiErrors(404)
  get(@Param('token') token: string): Promise<string> {
    return this.managed.calendarFile(token);
  }
}
