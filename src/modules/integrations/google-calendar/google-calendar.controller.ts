import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, ParseIdPipe } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { GoogleConnecting } from './connection/google-connecting.service.js';
import {
  GoogleCalendarChoicesDto,
  GoogleCalendarDto,
  GoogleConflictListDto,
  GoogleSyncDto,
  PutGoogleCalendarDto,
  PutStaffCalendarDto,
} from './dto/google-calendar.dto.js';
import { GoogleCalendarService } from './google-calendar.service.js';
import { ConflictsService } from './pull/conflicts.service.js';

/** The Google account of the company, and the calendars of its staff. */
@ApiTags('Google Calendar')
@Controller('google-calendar')
@Allow('integrations:manage')
export class GoogleCalendarController {
  constructor(
    private readonly calendars: GoogleCalendarService,
    private readonly connecting: GoogleConnecting,
    private readonly conflicts: ConflictsService,
  ) {}

  /** How the company is connected with Google Calendar. */
  @Get()
  @ApiOkResponse({ type: GoogleCalendarDto })
  @ApiErrors(401, 403)
  get(@CurrentCompany() scope: CompanyScope): Promise<GoogleCalendarDto> {
    return this.calendars.get(scope);
  }

  /** Sets what happens when somebody moves an event of ours in Google. */
  @Put()
  @BodyExample(PutGoogleCalendarDto, { edits: 'restore' })
  @ApiOkResponse({ type: GoogleCalendarDto })
  @ApiErrors(400, 401, 403, 409)
  put(@CurrentCompany() scope: CompanyScope, @Body() { edits }: PutGoogleCalendarDto): Promise<GoogleCalendarDto> {
    return this.calendars.setEdits(scope, edits);
  }

  /** The calendars of the connected account, asked from Google. */
  @Get('calendars')
  @ApiOkResponse({ type: GoogleCalendarChoicesDto })
  @ApiErrors(401, 403, 409, 422, 503)
  async choices(@CurrentCompany() scope: CompanyScope): Promise<GoogleCalendarChoicesDto> {
    return { items: await this.calendars.choices(scope) };
  }

  /** Booked appointments at times at which Google says that the person is busy, and changed times that were refused. */
  @Get('conflicts')
  @ApiOkResponse({ type: GoogleConflictListDto })
  @ApiErrors(401, 403)
  async listConflicts(@CurrentCompany() scope: CompanyScope): Promise<GoogleConflictListDto> {
    return { items: await this.conflicts.list(scope) };
  }

  /** Gives a member of staff a calendar. */
  @Put('staff/:staff_id')
  @BodyExample(PutStaffCalendarDto, { calendar_id: 'primary', direction: 'both' })
  @ApiOkResponse({ type: GoogleCalendarDto })
  @ApiErrors(400, 401, 403, 404, 409, 422, 503)
  async link(
    @CurrentCompany() scope: CompanyScope,
    @Param('staff_id', ParseIdPipe) staffId: Types.ObjectId,
    @Body() input: PutStaffCalendarDto,
  ): Promise<GoogleCalendarDto> {
    await this.calendars.link(scope, staffId, input);
    return this.calendars.get(scope);
  }

  /** Takes the calendar from a member of staff: its busy times end, and the events of appointments are deleted. */
  @Delete('staff/:staff_id')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  unlink(
    @CurrentCompany() scope: CompanyScope,
    @Param('staff_id', ParseIdPipe) staffId: Types.ObjectId,
  ): Promise<void> {
    return this.calendars.unlink(scope, staffId);
  }

  /** Synchronises all calendars now. */
  @Post('sync')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: GoogleSyncDto })
  @ApiErrors(401, 403, 409)
  async sync(@CurrentCompany() scope: CompanyScope): Promise<GoogleSyncDto> {
    await this.calendars.syncAll(scope);
    return { queued: true };
  }

  /** Ends the connection: busy times end, events of appointments stay in Google. */
  @Post('disconnect')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiErrors(401, 403)
  disconnect(@CurrentCompany() scope: CompanyScope, @CurrentUser() caller: Principal): Promise<void> {
    return this.connecting.disconnect(scope, caller);
  }
}
