import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../../core/auth-guards/index.js';
import { ApiErrors, ParseIdPipe } from '../../../../core/http/index.js';
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
  @ApiCreatedResponse({ type: ServiceDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async create(@CurrentCompany() scope: CompanyScope, @Body() body: CreateServiceDto): Promise<ServiceDto> {
    return toServiceDto(await this.services.create(scope, body), await this.services.currency(scope));
  }

  /** One service. */
  @Get(':id')
  @Allow('booking:read')
  @ApiOkResponse({ type: ServiceDto })
  @ApiErrors(400, 401, 403, 404)
  async get(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<ServiceDto> {
    return toServiceDto(await this.services.get(scope, id), await this.services.currency(scope));
  }

  /** Changes the fields that are given; lists are replaced whole. */
  @Patch(':id')
  @Allow('booking:manage')
  @ApiOkResponse({ type: ServiceDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() body: UpdateServiceDto,
  ): Promise<ServiceDto> {
    return toServiceDto(await this.services.update(scope, id, body), await this.services.currency(scope));
  }

  /** Appointments that are over keep what they say of it. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('booking:manage')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404, 409)
  async remove(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<void> {
    await this.services.remove(scope, id);
  }
}
