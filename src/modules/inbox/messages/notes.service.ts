import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ConversationsService } from '../conversations/index.js';
import { AttachmentUrls, MessageLog, MessagePublisher, type MessageView, toMessageView } from '../message-log/index.js';
import type { NoteDto } from './dto/message.dto.js';
import { noteDraft } from './message-drafts.js';
import { assertSameNote } from './message-rules.js';

/** Notes are never sent. */
@Injectable()
export class NotesService {
  constructor(
    private readonly log: MessageLog,
    private readonly publisher: MessagePublisher,
    private readonly conversations: ConversationsService,
    private readonly urls: AttachmentUrls,
  ) {}

  /** Stores a note, once for each client id. @throws AppError NOT_FOUND | CLIENT_ID_REUSED */
  async add(
    scope: CompanyScope,
    actor: Principal,
    conversationId: Types.ObjectId,
    note: NoteDto,
  ): Promise<MessageView> {
    const conversation = await this.conversations.find(scope, conversationId);
    const { message, isNew } = await this.log.append(scope, noteDraft(note, conversation, actor, new Date()));
    if (!isNew) assertSameNote(message, note);
    if (isNew) await this.publisher.publish(scope, message);
    else if (message.unpublished_since) await this.publisher.publishAgain(scope, message);
    return toMessageView(message, this.urls);
  }
}
