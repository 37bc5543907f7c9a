import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiErrors, BodyExample, type UploadedFile, Upload, AcceptsUpload } from '../../../core/http/index.js';
import {
  GateProofsService,
  MAX_PROOF_BYTES,
  ProofFileDto,
  ReceivedProofDto,
  SendProofDto,
} from '../appointments/index.js';
import {
  CancelManagedDto,
  ManagedAppointmentDto,
  RescheduleManagedDto,
  toPublicAppointmentDto,
} from './dto/public-appointment.dto.js';
import { DateRangeDto, PublicSlotsDto, toPublicSlotsDto } from './dto/public-slots.dto.js';
import { type ManagedAppointment, ManagedAppointmentsService } from './managed-appointments.service.js';
import { VisitorRoute } from './visitor-route.decorator.js';
import { shownStaffNames } from './public-page-loader.js';

@ApiTags('Public booking')
@Controller('public/manage/:token')
export class ManageController {
  constructor(
    private readonly managed: ManagedAppointmentsService,
    private readonly proofs: GateProofsService,
  ) {}

  /** Returns the appointment, the allowed changes and their fees. */
  @Get()
  @VisitorRoute('read')
  @ApiOkResponse({ type: ManagedAppointmentDto })
  @ApiErrors(404)
  async get(@Param('token') token: string): Promise<ManagedAppointmentDto> {
    return this.toDto(await this.managed.open(token));
  }

  /** Searches other times for the appointment. */
  @Get('slots')
  @VisitorRoute('read')
  @ApiOkResponse({ type: PublicSlotsDto })
  @ApiErrors(400, 404)
  async search(@Param('token') token: string, @Query() { from, to }: DateRangeDto): Promise<PublicSlotsDto> {
    const { page, slots } = await this.managed.otherTimes(token, { from, to });
    return toPublicSlotsDto(slots, shownStaffNames(page.catalog));
  }

  /** Stores a proof for a pending gate; staff review it. */
  @Post('proofs')
  @VisitorRoute('confirm')
  @AcceptsUpload(MAX_PROOF_BYTES)
  @ApiBody({ type: ProofFileDto })
  @ApiCreatedResponse({ type: ReceivedProofDto })
  @ApiErrors(400, 404, 409, 413, 415)
  async addProof(
    @Param('token') token: string,
    @Query() which: SendProofDto,
    @Upload() file: UploadedFile,
  ): Promise<ReceivedProofDto> {
    const { page, booking } = await this.managed.open(token);
    const { _id, state } = await this.proofs.add(page.scope, booking, which, file);
    return { _id: _id.toHexString(), state };
  }

  /** Cancels the appointment. A repeated call returns the same answer. */
  @Post('cancel')
  @HttpCode(200)
  @VisitorRoute('write')
  @BodyExample(CancelManagedDto, { reason: 'Luna is ill', expected_fee: 0 })
  @ApiOkResponse({ type: ManagedAppointmentDto })
  @ApiErrors(400, 404, 409)
  async cancel(
    @Param('token') token: string,
    @Body() { reason = null, expected_fee }: CancelManagedDto,
  ): Promise<ManagedAppointmentDto> {
    return this.toDto(await this.managed.cancel(token, reason, expected_fee));
  }

  /** Moves the appointment to another time, or leaves it unchanged. */
  @Post('reschedule')
  @HttpCode(200)
  @VisitorRoute('write')
  @BodyExample(RescheduleManagedDto, { starts_at: '2030-01-08T09:00:00Z', expected_fee: 0 })
  @ApiOkResponse({ type: ManagedAppointmentDto })
  @ApiErrors(400, 404, 409, 422)
  async reschedule(
    @Param('token') token: string,
    @Body() { starts_at, expected_fee }: RescheduleManagedDto,
  ): Promise<ManagedAppointmentDto> {
    return this.toDto(await this.managed.reschedule(token, new Date(starts_at), expected_fee));
  }

  private async toDto(managed: ManagedAppointment): Promise<ManagedAppointmentDto> {
    return {
      appointment: toPublicAppointmentDto(managed.page, managed.booking),
      wanted_proofs: await this.proofs.wanted(managed.page.scope, managed.booking),
    };
  }
}
