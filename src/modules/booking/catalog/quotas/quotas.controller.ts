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
import { CreateQuotaDto, QuotaDto, QuotaPageDto, toQuotaDto, UpdateQuotaDto } from './dto/quota.dto.js';
import { QuotasService } from './quotas.service.js';

@ApiTags('Booking catalog')
@Controller('quotas')
export class QuotasController {
  constructor(private readonly quotas: QuotasService) {}

  /** How many pets a day or a quarter of an hour may have, the oldest rule first. */
  @Get()
  @Allow('booking:read')
  @ApiOkResponse({ type: QuotaPageDto })
  @ApiErrors(400, 401, 403)
  async list(@CurrentCompany() scope: CompanyScope, @Query() { limit, cursor }: PageQueryDto): Promise<QuotaPageDto> {
    const { items, nextCursor } = await this.quotas.list(scope, { limit, cursor });
    return { items: items.map(toQuotaDto), nextCursor };
  }

  /** Makes a rule for how many pets there may be. */
  @Post()
  @Allow('booking:manage')
  @BodyExample(CreateQuotaDto, { name: 'Two cats a day', per: 'staff', cell: 'day', max: 2, species: 'cat' })
  @ApiCreatedResponse({ type: QuotaDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async create(@CurrentCompany() scope: CompanyScope, @Body() body: CreateQuotaDto): Promise<QuotaDto> {
    return toQuotaDto(await this.quotas.create(scope, body));
  }

  /** One rule. */
  @Get(':id')
  @Allow('booking:read')
  @Versioned()
  @ApiOkResponse({ type: QuotaDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404)
  async get(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<QuotaDto> {
    return toQuotaDto(await this.quotas.get(scope, id));
  }

  /** Changes a rule. A lower `max` cancels no booking, but allows no new one above it. */
  @Patch(':id')
  @Allow('booking:manage')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(UpdateQuotaDto, { max: 3 })
  @ApiOkResponse({ type: QuotaDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() body: UpdateQuotaDto,
  ): Promise<QuotaDto> {
    return toQuotaDto(await this.quotas.update(scope, id, body, version));
  }

  /** Deletes a rule. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('booking:manage')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  async remove(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<void> {
    await this.quotas.remove(scope, id);
  }
}
