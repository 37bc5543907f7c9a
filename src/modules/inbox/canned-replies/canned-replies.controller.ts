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
import { CannedRepliesRepository } from './canned-replies.repository.js';
import {
  CannedReplyDto,
  CannedReplyPageDto,
  CreateCannedReplyDto,
  toCannedReplyDto,
  UpdateCannedReplyDto,
} from './dto/canned-reply.dto.js';

@ApiTags('Canned replies')
@Controller('canned-replies')
export class CannedRepliesController {
  constructor(private readonly replies: CannedRepliesRepository) {}

  /** The canned replies of the company, by shortcut. */
  @Get()
  @Allow('conversations:read')
  @ApiOkResponse({ type: CannedReplyPageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Query() { limit, cursor }: PageQueryDto,
  ): Promise<CannedReplyPageDto> {
    const { items, nextCursor } = await this.replies.list(scope, { limit, cursor });
    return { items: items.map(toCannedReplyDto), nextCursor };
  }

  /** Makes a canned reply. */
  @Post()
  @Allow('conversations:write')
  @BodyExample(CreateCannedReplyDto, {
    shortcut: 'hours',
    title: 'Opening hours',
    text: 'Hello {{contact.name}}, we are open from 9:00 to 18:00.',
  })
  @ApiCreatedResponse({ type: CannedReplyDto })
  @ApiErrors(400, 401, 403, 409)
  async create(@CurrentCompany() scope: CompanyScope, @Body() body: CreateCannedReplyDto): Promise<CannedReplyDto> {
    return toCannedReplyDto(await this.replies.create(scope, body));
  }

  /** One canned reply. */
  @Get(':id')
  @Allow('conversations:read')
  @Versioned()
  @ApiOkResponse({ type: CannedReplyDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404)
  async get(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<CannedReplyDto> {
    return toCannedReplyDto(await this.replies.getById(scope, id));
  }

  /** Changes the fields that are given. */
  @Patch(':id')
  @Allow('conversations:write')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(UpdateCannedReplyDto, { text: 'We are open from 8:00 to 19:00.' })
  @ApiOkResponse({ type: CannedReplyDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() body: UpdateCannedReplyDto,
  ): Promise<CannedReplyDto> {
    return toCannedReplyDto(await this.replies.change(scope, id, () => body, version));
  }

  /** Deletes a canned reply. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('conversations:write')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  async remove(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<void> {
    await this.replies.deleteById(scope, id);
  }
}
