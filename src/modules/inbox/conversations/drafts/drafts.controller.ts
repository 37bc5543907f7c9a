import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, ParseIdPipe } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { DraftDto, DraftQueryDto, PutDraftDto } from './draft.dto.js';
import { DraftsService } from './drafts.service.js';

@ApiTags('Conversations')
@Controller('conversations/:id/draft')
export class DraftsController {
  constructor(private readonly drafts: DraftsService) {}

  /** The caller's own draft; an empty one of version 0 where there is none. */
  @Get()
  @Allow('conversations:read')
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: DraftDto })
  @ApiErrors(400, 401, 403, 404)
  get(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() writer: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Query() { mode }: DraftQueryDto,
  ): Promise<DraftDto> {
    return this.drafts.get(scope, writer, id, mode);
  }

  /** Saves the caller's own draft. A draft that another tab has changed is 409 VERSION_MISMATCH. */
  @Put()
  @Allow('conversations:write')
  @ApiParam({ name: 'id', type: String })
  @BodyExample(PutDraftDto, { mode: 'reply', text: 'Luna is rea', files: [], version: 0 })
  @ApiOkResponse({ type: DraftDto })
  @ApiErrors(400, 401, 403, 404, 409)
  put(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() writer: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() body: PutDraftDto,
  ): Promise<DraftDto> {
    return this.drafts.put(scope, writer, id, body);
  }

  /** Deletes the caller's own draft. */
  @Delete()
  @HttpCode(204)
  @Allow('conversations:write')
  @ApiParam({ name: 'id', type: String })
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  async remove(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() writer: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Query() { mode }: DraftQueryDto,
  ): Promise<void> {
    await this.drafts.remove(scope, writer, id, mode);
  }
}
