import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, mayUse, type Principal } from '../../../core/auth-guards/index.js';
import {
  ApiErrors,
  BodyExample,
  ETAG_HEADER,
  EXAMPLE_IDS,
  IfMatch,
  PageQueryDto,
  ParseIdPipe,
  TakesIfMatch,
  Versioned,
} from '../../../core/http/index.js';
import { CompanyScope, type Page, toObjectId } from '../../../core/tenancy/index.js';
import { PetDto, PetPageDto, PetRowPageDto, toPetDto } from './dto/pet.dto.js';
import { CreateContactPetDto, CreatePetDto, PetQueryDto, UpdatePetDto } from './dto/pet-input.dto.js';
import { PetsService } from './pets.service.js';
import type { Pet } from './schemas/pet.schema.js';

@ApiTags('Pets')
@Controller()
export class PetsController {
  constructor(private readonly pets: PetsService) {}

  /** Pets of the company or of one contact, the newest first. */
  @Get('pets')
  @Allow('pets:read')
  @ApiOkResponse({ type: PetRowPageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() reader: Principal,
    @Query() query: PetQueryDto,
  ): Promise<PetRowPageDto> {
    const { limit, cursor, q } = query;
    const contact_id = query.contact_id && toObjectId(query.contact_id, 'contact_id');
    const filters = { q, ...(contact_id ? { contact_id } : {}) };
    const { items, nextCursor } = await this.pets.list(scope, filters, { limit, cursor });
    const names = mayUse(reader, 'contacts:read')
      ? await this.pets.ownerNames(scope, items)
      : new Map<string, string>();
    const rows = items.map(toPetDto).map((pet) => ({ ...pet, contact_name: names.get(pet.contact_id) ?? null }));
    return { items: rows, nextCursor };
  }

  /** Makes a pet of a contact. */
  @Post('pets')
  @Allow('pets:write')
  @BodyExample(CreatePetDto, {
    contact_id: EXAMPLE_IDS.contact,
    name: 'Luna',
    species: 'dog',
    breed: 'Poodle',
    weight_kg: 8.5,
    vaccinations: [{ name: 'Rabies', given_on: '2029-03-01', expires_on: '2030-03-01' }],
  })
  @ApiCreatedResponse({ type: PetDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async create(@CurrentCompany() scope: CompanyScope, @Body() body: CreatePetDto): Promise<PetDto> {
    return toPetDto(await this.pets.create(scope, { ...body, contact_id: toObjectId(body.contact_id, 'contact_id') }));
  }

  /** One pet. */
  @Get('pets/:id')
  @Allow('pets:read')
  @Versioned()
  @ApiOkResponse({ type: PetDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404)
  async get(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<PetDto> {
    return toPetDto(await this.pets.get(scope, id));
  }

  /** Changes the fields that are given. */
  @Patch('pets/:id')
  @Allow('pets:write')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(UpdatePetDto, { weight_kg: 9, coat: 'long', allergies: ['chicken'] })
  @ApiOkResponse({ type: PetDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() { contact_id, ...fields }: UpdatePetDto,
  ): Promise<PetDto> {
    const owner = contact_id ? { contact_id: toObjectId(contact_id, 'contact_id') } : {};
    return toPetDto(await this.pets.update(scope, id, { ...fields, ...owner }, version));
  }

  /** Deletes a pet. */
  @Delete('pets/:id')
  @HttpCode(204)
  @Allow('pets:write')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404, 409)
  async remove(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<void> {
    await this.pets.remove(scope, id);
  }

  /** Pets of one contact, the newest first. */
  @Get('contacts/:id/pets')
  @Allow('pets:read')
  @ApiOkResponse({ type: PetPageDto })
  @ApiErrors(400, 401, 403, 404)
  async listOfContact(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Query() { limit, cursor }: PageQueryDto,
  ): Promise<PetPageDto> {
    return toPageDto(await this.pets.listOfContact(scope, id, { limit, cursor }));
  }

  /** Makes a pet of this contact. */
  @Post('contacts/:id/pets')
  @Allow('pets:write')
  @BodyExample(CreateContactPetDto, { name: 'Toby', species: 'cat', birth_date: '2024-05-17' })
  @ApiCreatedResponse({ type: PetDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async createForContact(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() body: CreateContactPetDto,
  ): Promise<PetDto> {
    return toPetDto(await this.pets.create(scope, { ...body, contact_id: id }));
  }
}

function toPageDto({ items, nextCursor }: Page<Pet>): PetPageDto {
  return { items: items.map(toPetDto), nextCursor };
}
