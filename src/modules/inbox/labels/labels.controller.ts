import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../core/auth-guards/index.js';
import {
  ApiErrors,
  BodyExample,
  ETAG_HEADER,
  IfMatch,
  PageQueryDto,
  ParseIdPipe,
  TakesIfMatch,
  Versioned,
} from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { CreateLabelDto, LabelDto, LabelPageDto, toLabelDto, UpdateLabelDto } from './dto/label.dto.js';
import { LabelsService } from './labels.service.js';

@ApiTags('Labels')
@Controller('labels')
export class LabelsController {
  constructor(private readonly labels: LabelsService) {}

  /** The labels of the company, by name. */
  @Get()
  @Allow('conversations:read')
  @ApiOkResponse({ type: LabelPageDto })
  @ApiErrors(400, 401, 403)
  async list(@CurrentCompany() scope: CompanyScope, @Query() { limit, cursor }: PageQueryDto): Promise<LabelPageDto> {
    const { items, nextCursor } = await this.labels.list(scope, { limit, cursor });
    return { items: items.map(toLabelDto), nextCursor };
  }

  /** Makes a label. */
  @Post()
  @Allow('conversations:write')
  @BodyExample(CreateLabelDto, { name: 'Grooming', color: '#1c6b57' })
  @ApiCreatedResponse({ type: LabelDto })
  @ApiErrors(400, 401, 403, 409)
  async create(@CurrentCompany() scope: CompanyScope, @Body() body: CreateLabelDto): Promise<LabelDto> {
    return toLabelDto(await this.labels.create(scope, body));
  }

  /** One label. */
  @Get(':id')
  @Allow('conversations:read')
  @Versioned()
  @ApiOkResponse({ type: LabelDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404)
  async get(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<LabelDto> {
    return toLabelDto(await this.labels.get(scope, id));
  }

  /** Changes name or color; conversations carry the new name a moment later. */
  @Patch(':id')
  @Allow('conversations:write')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(UpdateLabelDto, { name: 'Bath and grooming' })
  @ApiOkResponse({ type: LabelDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() body: UpdateLabelDto,
  ): Promise<LabelDto> {
    return toLabelDto(await this.labels.update(scope, id, body, version));
  }

  /** Deletes a label; conversations lose it a moment later. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('conversations:write')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  async remove(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<void> {
    await this.labels.remove(scope, id);
  }
}
