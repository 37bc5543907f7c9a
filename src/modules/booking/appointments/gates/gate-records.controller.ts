import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, EXAMPLE_IDS, ParseIdPipe } from '../../../../core/http/index.js';
import { CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import {
  AgreementDto,
  AgreementPageDto,
  AgreementQueryDto,
  CreateAgreementDto,
  CreatePetClearanceDto,
  PetClearanceDto,
  PetClearancePageDto,
  PetClearanceQueryDto,
  toAgreementDto,
  toPetClearanceDto,
} from './dto/gate-records.dto.js';
import { GateRecordsService } from './gate-records.service.js';

@ApiTags('Appointments')
@Controller()
export class GateRecordsController {
  constructor(private readonly records: GateRecordsService) {}

  /** Lists the agreements of a contact, newest first. */
  @Get('agreements')
  @Allow('booking:read')
  @ApiOkResponse({ type: AgreementPageDto })
  @ApiErrors(400, 401, 403)
  async listAgreements(
    @CurrentCompany() scope: CompanyScope,
    @Query() { contact_id, limit, cursor }: AgreementQueryDto,
  ): Promise<AgreementPageDto> {
    const contactId = toObjectId(contact_id, 'contact_id');
    const { items, nextCursor } = await this.records.agreementsOf(scope, contactId, { limit, cursor });
    return { items: items.map(toAgreementDto), nextCursor };
  }

  /** Records a signature and confirms appointments that waited for it. */
  @Post('agreements')
  @Allow('booking:write')
  @BodyExample(CreateAgreementDto, { contact_id: EXAMPLE_IDS.contact, name: 'Boarding terms' })
  @ApiCreatedResponse({ type: AgreementDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async signAgreement(@CurrentCompany() scope: CompanyScope, @Body() body: CreateAgreementDto): Promise<AgreementDto> {
    return toAgreementDto(await this.records.sign(scope, body));
  }

  /** Withdraws a signature. */
  @Delete('agreements/:id')
  @HttpCode(204)
  @Allow('booking:manage')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  async withdrawAgreement(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<void> {
    await this.records.withdraw(scope, id);
  }

  /** Lists the clearances of a pet, newest first. */
  @Get('pet-clearances')
  @Allow('booking:read')
  @ApiOkResponse({ type: PetClearancePageDto })
  @ApiErrors(400, 401, 403)
  async listClearances(
    @CurrentCompany() scope: CompanyScope,
    @Query() { pet_id, limit, cursor }: PetClearanceQueryDto,
  ): Promise<PetClearancePageDto> {
    const petId = toObjectId(pet_id, 'pet_id');
    const { items, nextCursor } = await this.records.clearancesOf(scope, petId, { limit, cursor });
    return { items: items.map(toPetClearanceDto), nextCursor };
  }

  /** Records a passed evaluation or a vaccination proof, and confirms appointments that waited for it. */
  @Post('pet-clearances')
  @Allow('booking:write')
  @BodyExample(CreatePetClearanceDto, { pet_id: EXAMPLE_IDS.pet, name: 'Rabies', valid_until: '2031-01-31' })
  @ApiCreatedResponse({ type: PetClearanceDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async addClearance(
    @CurrentCompany() scope: CompanyScope,
    @Body() body: CreatePetClearanceDto,
  ): Promise<PetClearanceDto> {
    return toPetClearanceDto(await this.records.clear(scope, body));
  }

  /** Revokes a clearance. */
  @Delete('pet-clearances/:id')
  @HttpCode(204)
  @Allow('booking:manage')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  async revokeClearance(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<void> {
    await this.records.revoke(scope, id);
  }
}
