import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, ParseIdPipe } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { MarkConversationReadDto } from '../conversations/index.js';
import { NoteDto } from './dto/message.dto.js';
import { HistoryQueryDto, MessageHistoryDto } from './dto/message-history.dto.js';
import { MessageDto, ReadAnswerDto } from './dto/message-response.dto.js';
import { type HistoryPage, MessageHistoryService } from './message-history.service.js';
import { MessageReadingService } from './message-reading.service.js';
import type { MessageView } from '../message-log/index.js';
import { NotesService } from './notes.service.js';

/** The messages of one conversation. */
@ApiTags('Conversations')
@Controller('conversations')
export class ConversationMessagesController {
  constructor(
    private readonly notes: NotesService,
    private readonly history: MessageHistoryService,
    private readonly reading: MessageReadingService,
  ) {}

  /**
   * The history, newest first, or a part of it.
   * @remarks `around_seq` opens a window on an old message, and `after_seq` reads on towards the end.
   */
  @Get(':id/messages')
  @Allow('conversations:read')
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: MessageHistoryDto })
  @ApiErrors(400, 401, 403, 404)
  list(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Query() query: HistoryQueryDto,
  ): Promise<HistoryPage> {
    return this.history.page(scope, id, query);
  }

  /** Adds a note among staff, which the customer never sees. */
  @Post(':id/notes')
  @Allow('conversations:write')
  @ApiParam({ name: 'id', type: String })
  @BodyExample(NoteDto, { content: 'Prefers calls after 18:00' })
  @ApiCreatedResponse({ type: MessageDto })
  @ApiErrors(400, 401, 403, 404, 409)
  addNote(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() actor: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() note: NoteDto,
  ): Promise<MessageView> {
    return this.notes.add(scope, actor, id, note);
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
