import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, mayUse, type Principal } from '../../../core/auth-guards/index.js';
import {
  ApiErrors,
  BodyExample,
  ETAG_HEADER,
  EXAMPLE_IDS,
  IfMatch,
  ParseIdPipe,
  TakesIfMatch,
  Versioned,
} from '../../../core/http/index.js';
import { LocalDays } from '../calendar/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { AppointmentRowsService } from './appointment-rows.service.js';
import { toAppointmentView } from './appointment.view.js';
import { staffActor, timed, toChange } from './appointment-requests.js';
import { AppointmentsService } from './appointments.service.js';
import { mayNotOverbook } from './booking/booking.errors.js';
import { assertNotEnded, bodyHashOf } from './booking/client-key.js';
import { AppointmentChangesService } from './booking/appointment-changes.service.js';
import { BookingProgressService } from './booking/booking-progress.service.js';
import { BookingService } from './booking/booking.service.js';
import type { BookingStep, StoredBooking } from '../reservations/index.js';
import {
  AppointmentAnswerDto,
  AppointmentDto,
  AppointmentPageDto,
  AppointmentPreviewDto,
} from './dto/appointment.dto.js';
import {
  AppointmentQueryDto,
  CancelAppointmentDto,
  CreateAppointmentDto,
  UpdateAppointmentDto,
} from './dto/appointment-input.dto.js';

@ApiTags('Appointments')
@Controller('appointments')
export class AppointmentsController {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly booking: BookingService,
    private readonly rows: AppointmentRowsService,
    private readonly days: LocalDays,
    private readonly changes: AppointmentChangesService,
    private readonly progress: BookingProgressService,
  ) {}

  /**
   * Lists appointments by start. With from and to: all that overlap this time, also stays.
   * @remarks `order=latest` lists the latest start first. Each row has the names of its service and staff member.
   */
  @Get()
  @Allow('booking:read')
  @ApiOkResponse({ type: AppointmentPageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Query() { limit, cursor, order, from, to, status, ...ids }: AppointmentQueryDto,
  ): Promise<AppointmentPageDto> {
    const named = Object.entries(ids).flatMap(([name, id]) => (id ? [[name, toObjectId(id, name)]] : []));
    const filters = {
      ...(Object.fromEntries(named) as Record<string, Types.ObjectId>),
      ...(await this.days.range(scope, { from, to })),
      ...(status ? { status } : {}),
    };
    const { items, nextCursor } = await this.appointments.list(scope, filters, { limit, cursor }, order);
    return { items: await this.rows.toRows(scope, items), nextCursor };
  }

  /**
   * Books an appointment in one call.
   * @remarks 409 SLOT_TAKEN lists free alternatives; 409 PET_BUSY names a pet that has another appointment at that time.
   */
  @Post()
  @Allow('booking:write')
  @BodyExample(CreateAppointmentDto, {
    service_id: EXAMPLE_IDS.service,
    starts_at: '2030-01-07T09:00:00Z',
    contact_id: EXAMPLE_IDS.contact,
    pet_ids: [EXAMPLE_IDS.pet],
    notes: 'Shy with strangers',
  })
  @ApiCreatedResponse({ type: AppointmentAnswerDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  async create(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Body() body: CreateAppointmentDto,
  ): Promise<AppointmentAnswerDto> {
    assertMayOverbook(caller, body);
    const { notify_customer, ...asked } = body;
    const request = { ...timed(asked), ...bodyHashOf(body) };
    return toAnswer(assertNotEnded(await this.booking.book(scope, staffActor(caller, notify_customer), request)));
  }

  /** Returns one appointment or hold. */
  @Get(':id')
  @Allow('booking:read')
  @Versioned(({ version }: AppointmentDto) => version)
  @ApiOkResponse({ type: AppointmentDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404)
  async get(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<AppointmentDto> {
    return toAppointmentView(await this.appointments.get(scope, id));
  }

  /**
   * Changes every field that is sent, or none of them.
   * @remarks The visit is planned and priced anew as far as it changes, and gates are judged for the whole stay. If the
   * appointment no longer has the version of If-Match: 412 VERSION_MISMATCH. Only managers may undo a status. `override`
   * overrides scheduling rules, never a taken time. `overbook` puts the visit beside another one of the same person, never
   * on a taken table, kennel or room.
   */
  @Patch(':id')
  @Allow('booking:write')
  @Versioned(({ appointment }: AppointmentAnswerDto) => appointment.version)
  @TakesIfMatch()
  @BodyExample(UpdateAppointmentDto, { starts_at: '2030-01-07T10:00:00Z', notes: 'Comes an hour later' })
  @ApiOkResponse({ type: AppointmentAnswerDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412, 422)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() body: UpdateAppointmentDto,
  ): Promise<AppointmentAnswerDto> {
    assertMayOverbook(caller, body);
    return toAnswer(
      await this.changes.change(
        scope,
        staffActor(caller, body.notify_customer, body.notify_delay_sec),
        id,
        toChange(body, version),
      ),
    );
  }

  /** Previews a PATCH: the changed appointment and the errors that the PATCH would return. Changes nothing. */
  @Post(':id/preview')
  @HttpCode(200)
  @Allow('booking:write')
  @TakesIfMatch()
  @BodyExample(UpdateAppointmentDto, { starts_at: '2030-01-07T10:00:00Z', notes: 'Comes an hour later' })
  @ApiOkResponse({ type: AppointmentPreviewDto })
  @ApiErrors(400, 401, 403, 404, 412)
  async preview(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() body: UpdateAppointmentDto,
  ): Promise<AppointmentPreviewDto> {
    assertMayOverbook(caller, body);
    const { before, after, conflicts } = await this.changes.preview(
      scope,
      staffActor(caller),
      id,
      toChange(body, version),
    );
    return { appointment: toAppointmentView(after), price_before: before.price, conflicts };
  }

  /**
   * Cancels an appointment and frees its time.
   * @remarks The customer pays no fee. A version other than that of If-Match is 412 VERSION_MISMATCH.
   */
  @Post(':id/cancel')
  @HttpCode(200)
  @Allow('booking:write')
  @Versioned(({ appointment }: AppointmentAnswerDto) => appointment.version)
  @TakesIfMatch()
  @BodyExample(CancelAppointmentDto, { reason: 'The groomer is ill' })
  @ApiOkResponse({ type: AppointmentAnswerDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412)
  async cancel(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @CurrentUser() caller: Principal,
    @IfMatch() version: number | undefined,
    @Body() { reason = null, notify_customer }: CancelAppointmentDto,
  ): Promise<AppointmentAnswerDto> {
    return toAnswer(await this.booking.cancel(scope, staffActor(caller, notify_customer), id, reason, version));
  }

  /** Records that the pets have arrived. Allowed only on the days of the appointment. */
  @Post(':id/check-in')
  @HttpCode(200)
  @Allow('booking:write')
  @ApiOkResponse({ type: AppointmentAnswerDto })
  @ApiErrors(400, 401, 403, 404, 409)
  checkIn(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<AppointmentAnswerDto> {
    return this.step(scope, caller, id, 'check_in');
  }

  /** Records that the work has begun. Allowed only on the days of the appointment. */
  @Post(':id/start')
  @HttpCode(200)
  @Allow('booking:write')
  @ApiOkResponse({ type: AppointmentAnswerDto })
  @ApiErrors(400, 401, 403, 404, 409)
  start(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<AppointmentAnswerDto> {
    return this.step(scope, caller, id, 'start');
  }

  /** Records that the work is done or the guest has left. Frees the remaining time. */
  @Post(':id/complete')
  @HttpCode(200)
  @Allow('booking:write')
  @ApiOkResponse({ type: AppointmentAnswerDto })
  @ApiErrors(400, 401, 403, 404, 409)
  complete(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<AppointmentAnswerDto> {
    return this.step(scope, caller, id, 'complete');
  }

  /** Records that nobody came. Allowed only after the start time. Frees the time. */
  @Post(':id/no-show')
  @HttpCode(200)
  @Allow('booking:write')
  @ApiOkResponse({ type: AppointmentAnswerDto })
  @ApiErrors(400, 401, 403, 404, 409)
  noShow(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<AppointmentAnswerDto> {
    return this.step(scope, caller, id, 'no_show');
  }

  private async step(
    scope: CompanyScope,
    caller: Principal,
    id: Types.ObjectId,
    step: BookingStep,
  ): Promise<AppointmentAnswerDto> {
    return toAnswer(await this.progress.step(scope, staffActor(caller), id, step));
  }
}

function assertMayOverbook(caller: Principal, { overbook }: Pick<UpdateAppointmentDto, 'overbook'>): void {
  if (overbook && !mayUse(caller, 'booking:manage')) throw mayNotOverbook();
}

function toAnswer(booking: StoredBooking): AppointmentAnswerDto {
  return { appointment: toAppointmentView(booking) };
}
