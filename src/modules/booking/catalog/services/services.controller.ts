import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../../core/auth-guards/index.js';
import {
  ApiErrors,
  BodyExample,
  ETAG_HEADER,
  IfMatch,
  ParseIdPipe,
  TakesIfMatch,
  Versioned,
} from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { ServiceDto, ServicePageDto, toServiceDto } from './dto/service.dto.js';
import { CreateServiceDto, ServiceQueryDto, UpdateServiceDto } from './dto/service-input.dto.js';
import { ServicesService } from './services.service.js';

@ApiTags('Booking catalog')
@Controller('services')
export class ServicesController {
  constructor(private readonly services: ServicesService) {}

  /** The company's services, the oldest first. */
  @Get()
  @Allow('booking:read')
  @ApiOkResponse({ type: ServicePageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Query() { limit, cursor, ...filters }: ServiceQueryDto,
  ): Promise<ServicePageDto> {
    const { items, nextCursor } = await this.services.list(scope, filters, { limit, cursor });
    const currency = await this.services.currency(scope);
    return { items: items.map((service) => toServiceDto(service, currency)), nextCursor };
  }

  /** Makes a service that customers can book. */
  @Post()
  @Allow('booking:manage')
  @BodyExample(CreateServiceDto, {
    name: 'Bath and cut',
    duration_min: 60,
    buffer_after_min: 10,
    price: 9_000,
    pet_matrix: [{ species: 'dog', coat: 'long', minutes_delta: 30, price_delta: 3_000 }],
    add_ons: [{ key: 'nails', name: 'Nail trim', minutes: 10, price: 1_500 }],
    gates: [{ kind: 'vaccination', name: 'Rabies', mode: 'warn' }],
  })
  @ApiCreatedResponse({ type: ServiceDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async create(@CurrentCompany() scope: CompanyScope, @Body() body: CreateServiceDto): Promise<ServiceDto> {
    return toServiceDto(await this.services.create(scope, body), await this.services.currency(scope));
  }

  /** One service. */
  @Get(':id')
  @Allow('booking:read')
  @Versioned()
  @ApiOkResponse({ type: ServiceDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404)
  async get(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<ServiceDto> {
    return toServiceDto(await this.services.get(scope, id), await this.services.currency(scope));
  }

  /** Changes the fields that are given; lists are replaced whole. */
  @Patch(':id')
  @Allow('booking:manage')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(UpdateServiceDto, { price: 9_500, lead_time_min: 120 })
  @ApiOkResponse({ type: ServiceDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() body: UpdateServiceDto,
  ): Promise<ServiceDto> {
    return toServiceDto(await this.services.update(scope, id, body, version), await this.services.currency(scope));
  }

  /** Deletes a service. Past appointments keep its data. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('booking:manage')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404, 409)
  async remove(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<void> {
    await this.services.remove(scope, id);
  }
}
