import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../../core/auth-guards/index.js';
import {
  ApiErrors,
  BodyExample,
  ParseIdPipe,
  type UploadedFile,
  Upload,
  AcceptsUpload,
} from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { AppointmentsRepository } from '../../reservations/index.js';
import { DecideProofDto, GateProofDto, GateProofListDto, ProofFileDto, SendProofDto } from './dto/gate-proofs.dto.js';
import { GateProofsService, MAX_PROOF_BYTES } from './gate-proofs.service.js';

@ApiTags('Appointments')
@Controller('appointments/:id/proofs')
export class GateProofsController {
  constructor(
    private readonly proofs: GateProofsService,
    private readonly appointments: AppointmentsRepository,
  ) {}

  /** Lists the files of an appointment, oldest first. */
  @Get()
  @Allow('booking:read')
  @ApiOkResponse({ type: GateProofListDto })
  @ApiErrors(400, 401, 403, 404)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<GateProofListDto> {
    return { items: (await this.proofs.list(scope, id)).map((proof) => this.proofs.toDto(proof)) };
  }

  /** Stores a file that the customer gave to staff. */
  @Post()
  @Allow('booking:write')
  @AcceptsUpload(MAX_PROOF_BYTES)
  @ApiBody({ type: ProofFileDto })
  @ApiCreatedResponse({ type: GateProofDto })
  @ApiErrors(400, 401, 403, 404, 409, 413, 415, 429)
  async add(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Query() which: SendProofDto,
    @Upload() file: UploadedFile,
  ): Promise<GateProofDto> {
    const booking = await this.appointments.getBooking(scope, id);
    return this.proofs.toDto(await this.proofs.add(scope, booking, which, file));
  }

  /**
   * Accepts or refuses a file. Accepting records the proof, and confirms the appointment if nothing else is pending.
   */
  @Patch(':proofId')
  @Allow('booking:write')
  @BodyExample(DecideProofDto, { state: 'accepted', valid_until: '2031-01-31' })
  @ApiOkResponse({ type: GateProofDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  async decide(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Param('proofId', ParseIdPipe) proofId: Types.ObjectId,
    @Body() body: DecideProofDto,
  ): Promise<GateProofDto> {
    return this.proofs.toDto(await this.proofs.decide(scope, id, proofId, body));
  }
}
