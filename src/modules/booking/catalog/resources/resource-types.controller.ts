import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../../core/auth-guards/index.js';
import {
  ApiErrors,
  BodyExample,
  ETAG_HEADER,
  IfMatch,
  PageQueryDto,
  ParseIdPipe,
  TakesIfMatch,
  Versioned,
} from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { ResourceTypeDto, ResourceTypePageDto, toResourceTypeDto } from './dto/resource.dto.js';
import { CreateResourceTypeDto, UpdateResourceTypeDto } from './dto/resource-input.dto.js';
import { ResourceTypesService } from './resource-types.service.js';

@ApiTags('Booking catalog')
@Controller('resource-types')
export class ResourceTypesController {
  constructor(private readonly types: ResourceTypesService) {}

  /** The kinds of resources, the oldest first. */
  @Get()
  @Allow('booking:read')
  @ApiOkResponse({ type: ResourceTypePageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Query() { limit, cursor }: PageQueryDto,
  ): Promise<ResourceTypePageDto> {
    const { items, nextCursor } = await this.types.list(scope, { limit, cursor });
    return { items: items.map(toResourceTypeDto), nextCursor };
  }

  /** Makes a kind of resource. */
  @Post()
  @Allow('booking:manage')
  @BodyExample(CreateResourceTypeDto, { name: 'Grooming table', kind: 'unit', cell: '5min', pad_after_min: 5 })
  @ApiCreatedResponse({ type: ResourceTypeDto })
  @ApiErrors(400, 401, 403, 409)
  async create(@CurrentCompany() scope: CompanyScope, @Body() body: CreateResourceTypeDto): Promise<ResourceTypeDto> {
    return toResourceTypeDto(await this.types.create(scope, body));
  }

  /** One kind of resource. */
  @Get(':id')
  @Allow('booking:read')
  @Versioned()
  @ApiOkResponse({ type: ResourceTypeDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404)
  async get(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<ResourceTypeDto> {
    return toResourceTypeDto(await this.types.get(scope, id));
  }

  /** Changes a kind of resource. Changing `kind` or `cell` is 409 IN_USE once it has had a resource. */
  @Patch(':id')
  @Allow('booking:manage')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(UpdateResourceTypeDto, { pad_after_min: 10 })
  @ApiOkResponse({ type: ResourceTypeDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() body: UpdateResourceTypeDto,
  ): Promise<ResourceTypeDto> {
    return toResourceTypeDto(await this.types.update(scope, id, body, version));
  }

  /** Deletes a kind of resource; 409 IN_USE while resources or services use it. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('booking:manage')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404, 409)
  async remove(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<void> {
    await this.types.remove(scope, id);
  }
}
