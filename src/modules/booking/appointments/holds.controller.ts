import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, EXAMPLE_IDS, ParseIdPipe } from '../../../core/http/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { toAppointmentView } from './appointment.view.js';
import { staffActor, timed } from './appointment-requests.js';
import { assertNotEnded, bodyHashOf } from './booking/client-key.js';
import { BookingService } from './booking/booking.service.js';
import type { StoredBooking } from '../reservations/index.js';
import { AppointmentAnswerDto, HoldAnswerDto, toHoldDto } from './dto/appointment.dto.js';
import { ConfirmHoldDto, CreateHoldDto, ExtendHoldDto } from './dto/appointment-input.dto.js';

const DEFAULT_EXTENSION_SEC = 600;

@ApiTags('Appointments')
@Controller('appointments/holds')
export class HoldsController {
  constructor(private readonly booking: BookingService) {}

  /** Holds a time. 409 SLOT_TAKEN lists free alternatives; 409 PET_BUSY names a pet that has another appointment. */
  @Post()
  @Allow('booking:write')
  @BodyExample(CreateHoldDto, {
    service_id: EXAMPLE_IDS.service,
    starts_at: '2030-01-07T09:00:00Z',
    pets: [{ species: 'dog', weight_kg: 8, coat: 'long' }],
  })
  @ApiCreatedResponse({ type: HoldAnswerDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  async hold(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Body() body: CreateHoldDto,
  ): Promise<HoldAnswerDto> {
    const { replaces, ...asked } = body;
    const request = {
      ...timed(asked),
      ...bodyHashOf(body),
      ...(replaces ? { replaces: toObjectId(replaces, 'replaces') } : {}),
    };
    return toAnswer(assertNotEnded(await this.booking.hold(scope, staffActor(caller), request)));
  }

  /** Releases a hold. A repeated call changes nothing. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('booking:write')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404, 409)
  async release(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<void> {
    await this.booking.release(scope, id);
  }

  /** Extends the life of a hold. */
  @Post(':id/extend')
  @Allow('booking:write')
  @BodyExample(ExtendHoldDto, { ttl_sec: 600 })
  @ApiCreatedResponse({ type: HoldAnswerDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async extend(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() { ttl_sec = DEFAULT_EXTENSION_SEC }: ExtendHoldDto,
  ): Promise<HoldAnswerDto> {
    return toAnswer(await this.booking.extend(scope, id, ttl_sec));
  }

  /** Books the held time for a customer. A repeated call returns the same appointment. */
  @Post(':id/confirm')
  @Allow('booking:write')
  @BodyExample(ConfirmHoldDto, { contact_id: EXAMPLE_IDS.contact, pet_ids: [EXAMPLE_IDS.pet] })
  @ApiCreatedResponse({ type: AppointmentAnswerDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  async confirm(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() body: ConfirmHoldDto,
  ): Promise<AppointmentAnswerDto> {
    const { notify_customer, ...request } = body;
    const confirmed = await this.booking.confirm(scope, staffActor(caller, notify_customer), id, request);
    return { appointment: toAppointmentView(confirmed) };
  }
}

function toAnswer(held: StoredBooking): HoldAnswerDto {
  return { hold: toHoldDto(toAppointmentView(held), held) };
}
