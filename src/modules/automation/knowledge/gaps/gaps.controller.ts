import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, ParseIdPipe } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { GapDto, GapPageDto, GapQueryDto, toGapDto, UpdateGapDto } from '../dto/gap.dto.js';
import { GapsService } from './gaps.service.js';

@ApiTags('Knowledge')
@Controller('knowledge/gaps')
export class GapsController {
  constructor(private readonly gaps: GapsService) {}

  /** Questions of customers that no article answers; those that were asked last come first. */
  @Get()
  @Allow('knowledge:read')
  @ApiOkResponse({ type: GapPageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Query() { status = 'open', limit, cursor }: GapQueryDto,
  ): Promise<GapPageDto> {
    const { items, nextCursor } = await this.gaps.list(scope, status, { limit, cursor });
    return { items: items.map(toGapDto), nextCursor };
  }

  /** Dismisses a question that needs no article, or opens it again. */
  @Patch(':id')
  @Allow('knowledge:manage')
  @BodyExample(UpdateGapDto, { status: 'dismissed' })
  @ApiOkResponse({ type: GapDto })
  @ApiErrors(400, 401, 403, 404)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() { status }: UpdateGapDto,
  ): Promise<GapDto> {
    return toGapDto(await this.gaps.setStatus(scope, id, status));
  }
}
