import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, IfMatch, ParseIdPipe, TakesIfMatch, Versioned } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import {
  ScheduledMessageDto,
  ScheduledMessageListDto,
  ScheduleMessageDto,
  UpdateScheduledMessageDto,
} from './dto/scheduled-message.dto.js';
import { ScheduledMessageSender } from './scheduled-message-sender.service.js';
import { ScheduledMessagesService } from './scheduled-messages.service.js';

const EXAMPLE = { content: 'Luna is due for her bath.', send_at: '2030-01-31T09:00:00Z', cancel_on_reply: true };

/** Replies that are sent later. */
@ApiTags('Scheduled messages')
@Controller()
export class ScheduledMessagesController {
  constructor(
    private readonly scheduled: ScheduledMessagesService,
    private readonly sender: ScheduledMessageSender,
  ) {}

  /** Lists the waiting and the unsuccessful scheduled messages of a conversation, by time. */
  @Get('conversations/:id/scheduled-messages')
  @Allow('conversations:read')
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: ScheduledMessageListDto })
  @ApiErrors(400, 401, 403, 404)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<ScheduledMessageListDto> {
    return { items: await this.scheduled.list(scope, id) };
  }

  /**
   * Schedules a reply.
   * @remarks At its time it is sent as if you had called `POST /messages` then: the reply window is checked at that time. A message that
   * is more than 24 hours late, because the server was down, is not sent.
   */
  @Post('conversations/:id/scheduled-messages')
  @Allow('messages:send')
  @ApiParam({ name: 'id', type: String })
  @BodyExample(ScheduleMessageDto, EXAMPLE)
  @ApiCreatedResponse({ type: ScheduledMessageDto })
  @ApiErrors(400, 401, 403, 404, 409, 413, 422)
  create(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() author: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() input: ScheduleMessageDto,
  ): Promise<ScheduledMessageDto> {
    return this.scheduled.create(scope, author, id, input);
  }

  /** Changes the given fields. A new time also schedules a failed or cancelled message again. */
  @Patch('scheduled-messages/:id')
  @Allow('messages:send')
  @Versioned()
  @TakesIfMatch()
  @ApiParam({ name: 'id', type: String })
  @BodyExample(UpdateScheduledMessageDto, { send_at: '2030-02-01T09:00:00Z' })
  @ApiOkResponse({ type: ScheduledMessageDto })
  @ApiErrors(400, 401, 403, 404, 409, 412, 413, 422)
  update(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() editor: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() input: UpdateScheduledMessageDto,
  ): Promise<ScheduledMessageDto> {
    return this.scheduled.update(scope, editor, id, input, version);
  }

  /** Deletes a scheduled message. It is not sent. */
  @Delete('scheduled-messages/:id')
  @HttpCode(204)
  @Allow('messages:send')
  @ApiParam({ name: 'id', type: String })
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404, 409)
  async cancel(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<void> {
    await this.scheduled.cancel(scope, id);
  }

  /** Sends a scheduled message now, in the name of the caller. */
  @Post('scheduled-messages/:id/send-now')
  @HttpCode(204)
  @Allow('messages:send')
  @ApiParam({ name: 'id', type: String })
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404, 409)
  async sendNow(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() sender: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<void> {
    const { conversation_id } = await this.scheduled.makeDue(scope, sender, id);
    await this.sender.sendDue(scope, conversation_id);
  }
}
