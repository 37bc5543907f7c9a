import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import {
  ApiErrors,
  BodyExample,
  ETAG_HEADER,
  IfMatch,
  ParseIdPipe,
  TakesIfMatch,
  Versioned,
} from '../../../core/http/index.js';
import { CompanyScope, type Page } from '../../../core/tenancy/index.js';
import { ConversationReaderService } from './conversation-reader.service.js';
import type { ConversationRow } from './conversation.view.js';
import { ConversationsService } from './conversations.service.js';
import { ConversationDto, ConversationPageDto } from './dto/conversation-response.dto.js';
import { ListConversationsDto, TypingDto, UpdateConversationDto } from './dto/conversation.dto.js';
import { TypingService } from './typing.service.js';

@ApiTags('Conversations')
@Controller('conversations')
export class ConversationsController {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly reader: ConversationReaderService,
    private readonly typing: TypingService,
  ) {}

  /** The inbox; every row carries all that a list shows. */
  @Get()
  @Allow('conversations:read')
  @ApiOkResponse({ type: ConversationPageDto })
  @ApiErrors(400, 401, 403, 404)
  list(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() reader: Principal,
    @Query() query: ListConversationsDto,
  ): Promise<Page<ConversationRow>> {
    return this.reader.page(scope, reader, query);
  }

  /** One conversation. */
  @Get(':id')
  @Allow('conversations:read')
  @Versioned()
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: ConversationDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404)
  get(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() reader: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<ConversationRow> {
    return this.reader.get(scope, reader, id);
  }

  /** Status, snooze, assignee, team, labels, priority, automation. Claiming what a colleague has is 409 ALREADY_ASSIGNED. */
  @Patch(':id')
  @Allow('conversations:write')
  @Versioned()
  @TakesIfMatch()
  @ApiParam({ name: 'id', type: String })
  @BodyExample(UpdateConversationDto, {
    status: 'snoozed',
    snoozed_until: '2030-01-07T09:00:00Z',
    labels: ['grooming'],
    priority: 'high',
  })
  @ApiOkResponse({ type: ConversationDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412)
  update(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() actor: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() patch: UpdateConversationDto,
  ): Promise<ConversationRow> {
    return this.conversations.update(scope, actor, id, patch, version);
  }

  /** Makes the newest customer message unread for the caller. */
  @Post(':id/unread')
  @HttpCode(204)
  @Allow('conversations:read')
  @ApiParam({ name: 'id', type: String })
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  async markUnread(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() reader: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<void> {
    await this.conversations.markUnread(scope, reader, id);
  }

  /** Shows colleagues in the conversation that the caller is typing; for clients without a socket. */
  @Post(':id/typing')
  @HttpCode(204)
  @Allow('conversations:write')
  @ApiParam({ name: 'id', type: String })
  @BodyExample(TypingDto, { typing: true })
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  async showTyping(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() actor: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() { typing }: TypingDto,
  ): Promise<void> {
    await this.typing.show(scope, actor, id, typing);
  }
}
