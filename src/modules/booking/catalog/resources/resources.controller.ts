import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../../core/auth-guards/index.js';
import {
  ApiErrors,
  BodyExample,
  ETAG_HEADER,
  EXAMPLE_IDS,
  IfMatch,
  ParseIdPipe,
  TakesIfMatch,
  Versioned,
} from '../../../../core/http/index.js';
import { CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { ResourceDto, ResourcePageDto, toResourceDto } from './dto/resource.dto.js';
import { CreateResourceDto, ResourceQueryDto, UpdateResourceDto } from './dto/resource-input.dto.js';
import { ResourcesService } from './resources.service.js';

@ApiTags('Booking catalog')
@Controller('resources')
export class ResourcesController {
  constructor(private readonly resources: ResourcesService) {}

  /** Tables, tubs, kennels and pools of places, the oldest first. */
  @Get()
  @Allow('booking:read')
  @ApiOkResponse({ type: ResourcePageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Query() { limit, cursor, active, resource_type_id }: ResourceQueryDto,
  ): Promise<ResourcePageDto> {
    const ofType = resource_type_id ? { resource_type_id: toObjectId(resource_type_id, 'resource_type_id') } : {};
    const { items, nextCursor } = await this.resources.list(scope, { active, ...ofType }, { limit, cursor });
    return { items: items.map(toResourceDto), nextCursor };
  }

  /** Makes a resource. */
  @Post()
  @Allow('booking:manage')
  @BodyExample(CreateResourceDto, {
    resource_type_id: EXAMPLE_IDS.resourceType,
    name: 'Table 1',
    attributes: { max_kg: 40, species: ['dog'] },
  })
  @ApiCreatedResponse({ type: ResourceDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async create(@CurrentCompany() scope: CompanyScope, @Body() body: CreateResourceDto): Promise<ResourceDto> {
    return toResourceDto(await this.resources.create(scope, body));
  }

  /** One resource. */
  @Get(':id')
  @Allow('booking:read')
  @Versioned()
  @ApiOkResponse({ type: ResourceDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404)
  async get(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<ResourceDto> {
    return toResourceDto(await this.resources.get(scope, id));
  }

  /** Changes the fields that are given. */
  @Patch(':id')
  @Allow('booking:manage')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(UpdateResourceDto, { name: 'Table by the window' })
  @ApiOkResponse({ type: ResourceDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() body: UpdateResourceDto,
  ): Promise<ResourceDto> {
    return toResourceDto(await this.resources.update(scope, id, body, version));
  }

  /** Deletes a resource; 409 IN_USE while coming appointments need it. Set `active` to false to stop new ones. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('booking:manage')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404, 409)
  async remove(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<void> {
    await this.resources.remove(scope, id);
  }
}
