import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, PageQueryDto, ParseIdPipe } from '../../../core/http/index.js';
import { CompanyScope, type Page } from '../../../core/tenancy/index.js';
import { MarkConversationReadDto } from '../conversations/index.js';
import { NoteDto } from './dto/message.dto.js';
import { MessageDto, MessagePageDto, ReadAnswerDto } from './dto/message-response.dto.js';
import { MessageReadingService } from './message-reading.service.js';
import type { MessageView } from './message.view.js';
import { MessagesService } from './messages.service.js';

/** The messages of one conversation. */
@ApiTags('Conversations')
@Controller('conversations')
export class ConversationMessagesController {
  constructor(
    private readonly messages: MessagesService,
    private readonly reading: MessageReadingService,
  ) {}

  /** The history, newest first. */
  @Get(':id/messages')
  @Allow('conversations:read')
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: MessagePageDto })
  @ApiErrors(400, 401, 403, 404)
  list(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Query() page: PageQueryDto,
  ): Promise<Page<MessageView>> {
    return this.reading.history(scope, id, page);
  }

  /** Adds a note among staff, which the customer never sees. */
  @Post(':id/notes')
  @Allow('conversations:write')
  @ApiParam({ name: 'id', type: String })
  @BodyExample(NoteDto, { content: 'Prefers calls after 18:00' })
  @ApiCreatedResponse({ type: MessageDto })
  @ApiErrors(400, 401, 403, 404)
  addNote(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() actor: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() { content }: NoteDto,
  ): Promise<MessageView> {
    return this.messages.addNote(scope, actor, id, content);
  }

  /** Moves the caller's read mark. */
  @Post(':id/read')
  @HttpCode(200)
  @Allow('conversations:read')
  @ApiParam({ name: 'id', type: String })
  @BodyExample(MarkConversationReadDto, { up_to_seq: 1 })
  @ApiOkResponse({ type: ReadAnswerDto })
  @ApiErrors(400, 401, 403, 404)
  markRead(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() reader: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() { up_to_seq }: MarkConversationReadDto,
  ): Promise<ReadAnswerDto> {
    return this.reading.markConversationRead(scope, reader, id, up_to_seq);
  }
}
