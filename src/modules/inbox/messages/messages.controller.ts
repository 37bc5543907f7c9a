import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import {
  ApiErrors,
  BodyExample,
  ETAG_HEADER,
  EXAMPLE_IDS,
  IfMatch,
  ParseIdPipe,
  TakesIfMatch,
  Versioned,
} from '../../../core/http/index.js';
import { CompanyScope, type Page, toObjectId } from '../../../core/tenancy/index.js';
import { withClientId } from './client-id.js';
import {
  CREATE_MESSAGE_EXAMPLES,
  CreateMessageDto,
  DeleteMessageByIdDto,
  EditMessageByIdDto,
  EditMessageDto,
  InstagramCustomersDto,
  ListMessagesDto,
  MarkReadDto,
} from './dto/message.dto.js';
import {
  CreatedMessageDto,
  InstagramCustomersPageDto,
  MessageDto,
  MessagePageDto,
  UpdatedCountDto,
} from './dto/message-response.dto.js';
import { MessageEditingService } from './message-editing.service.js';
import { MessageReadingService } from './message-reading.service.js';
import type { MessageView } from '../message-log/index.js';
import { MessagesService, type PostedMessage } from './messages.service.js';

const RESPOND_ASYNC = /(?:^|,)\s*respond-async\s*(?:[,;]|$)/i;

@ApiTags('Messages')
@Controller('messages')
export class MessagesController {
  constructor(
    private readonly messages: MessagesService,
    private readonly reading: MessageReadingService,
    private readonly editing: MessageEditingService,
  ) {}

  /** Saves a message, and forwards it if an operator writes on a social platform. It is saved whatever the forwarding does. */
  @Post()
  @Allow('messages:send')
  @ApiBody({ type: CreateMessageDto, examples: CREATE_MESSAGE_EXAMPLES })
  @ApiHeader({ name: 'prefer', required: false, description: '`respond-async` answers before the forwarding' })
  @ApiCreatedResponse({ type: CreatedMessageDto })
  @ApiErrors(400, 401, 403, 404, 409, 413, 422, 503)
  create(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() actor: Principal,
    @Body() input: CreateMessageDto,
    @Headers('prefer') prefer = '',
    @Headers('Idempotency-Key') key?: string,
  ): Promise<PostedMessage> {
    return this.messages.post(scope, actor, withClientId(input, actor, key), RESPOND_ASYNC.test(prefer));
  }

  /** Instagram customers with their last message and unread count. */
  @Post('instagram')
  @HttpCode(200)
  @Allow('conversations:read')
  @BodyExample(InstagramCustomersDto, { page: 1, limit: 20 })
  @ApiOkResponse({ type: InstagramCustomersPageDto })
  @ApiErrors(400, 401, 403)
  listInstagramCustomers(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() reader: Principal,
    @Body() query: InstagramCustomersDto,
  ): ReturnType<MessageReadingService['instagramCustomers']> {
    return this.reading.instagramCustomers(scope, reader, query);
  }

  /** A contact's messages, the newest first. */
  @Get()
  @Allow('conversations:read')
  @ApiOkResponse({ type: MessagePageDto })
  @ApiErrors(400, 401, 403)
  list(@CurrentCompany() scope: CompanyScope, @Query() query: ListMessagesDto): Promise<Page<MessageView>> {
    const { contact_id, platform, ...page } = query;
    return this.reading.ofContact(scope, toObjectId(contact_id), platform, page);
  }

  /** Marks a whole conversation, or single messages and all before them, as read. */
  @Put('mark-read')
  @Allow('conversations:read')
  @BodyExample(MarkReadDto, { conversation_id: EXAMPLE_IDS.conversation })
  @ApiOkResponse({ type: UpdatedCountDto })
  @ApiErrors(400, 401, 403, 404)
  markRead(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() reader: Principal,
    @Body() input: MarkReadDto,
  ): Promise<UpdatedCountDto> {
    return this.reading.markRead(scope, reader, input);
  }

  /** One message. */
  @Get(':id')
  @Allow('conversations:read')
  @Versioned()
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: MessageDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404)
  get(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<MessageView> {
    return this.reading.get(scope, id);
  }

  /** Edits a note or a message that was never sent. */
  @Patch(':id')
  @Allow('messages:send')
  @Versioned()
  @TakesIfMatch()
  @ApiParam({ name: 'id', type: String })
  @BodyExample(EditMessageDto, { content: 'Prefers calls after 19:00' })
  @ApiOkResponse({ type: MessageDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412, 422)
  edit(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() { content }: EditMessageDto,
  ): Promise<MessageView> {
    return this.editing.edit(scope, id, content, version);
  }

  /** Edits a note or a message that was never sent; the body has its id. */
  @Patch()
  @Allow('messages:send')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(EditMessageByIdDto, { id: EXAMPLE_IDS.message, content: 'Prefers calls after 19:00' })
  @ApiOkResponse({ type: MessageDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412, 422)
  editById(
    @CurrentCompany() scope: CompanyScope,
    @IfMatch() version: number | undefined,
    @Body() { id, content }: EditMessageByIdDto,
  ): Promise<MessageView> {
    return this.editing.edit(scope, toObjectId(id), content, version);
  }

  /** Empties a note or a message that was never sent; its place stays. */
  @Delete(':id')
  @Allow('messages:send')
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: MessageDto })
  @ApiErrors(400, 401, 403, 404, 409)
  remove(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<MessageView> {
    return this.editing.remove(scope, id);
  }

  /** Empties a note or a message that was never sent; the body has its id. */
  @Delete()
  @Allow('messages:send')
  @BodyExample(DeleteMessageByIdDto, { id: EXAMPLE_IDS.message })
  @ApiOkResponse({ type: MessageDto })
  @ApiErrors(400, 401, 403, 404, 409)
  removeById(@CurrentCompany() scope: CompanyScope, @Body() { id }: DeleteMessageByIdDto): Promise<MessageView> {
    return this.editing.remove(scope, toObjectId(id));
  }

  /** Sends a failed message again. */
  @Post(':id/retry')
  @HttpCode(200)
  @Allow('messages:send')
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: CreatedMessageDto })
  @ApiErrors(400, 401, 403, 404, 409, 503)
  retry(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<PostedMessage> {
    return this.editing.retry(scope, id);
  }
}
