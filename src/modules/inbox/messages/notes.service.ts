import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ConversationsService } from '../conversations/index.js';
import { AttachmentUrls, MessageLog, MessagePublisher, type MessageView, toMessageView } from '../message-log/index.js';
import { noteDraft } from './message-drafts.js';

/** Notes are never sent. */
@Injectable()
export class NotesService {
  constructor(
    private readonly log: MessageLog,
    private readonly publisher: MessagePublisher,
    private readonly conversations: ConversationsService,
    private readonly urls: AttachmentUrls,
  ) {}

  /** @throws AppError NOT_FOUND */
  async add(
    scope: CompanyScope,
    actor: Principal,
    conversationId: Types.ObjectId,
    content: string,
  ): Promise<MessageView> {
    const conversation = await this.conversations.find(scope, conversationId);
    const { message } = await this.log.append(scope, noteDraft(content, conversation, actor, new Date()));
    await this.publisher.publish(scope, message);
    return toMessageView(message, this.urls);
  }
}
