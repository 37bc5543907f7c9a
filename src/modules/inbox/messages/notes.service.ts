import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ConversationsService } from '../conversations/index.js';
import { AttachmentUrls } from '../message-log/attachment-urls.js';
import { noteDraft } from './message-drafts.js';
import { MessageLog } from '../message-log/message-log.js';
import { MessagePublisher } from '../message-log/message-publisher.js';
import { type MessageView, toMessageView } from '../message-log/message.view.js';

/** Notes among staff; nothing sends them to the outside. */
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
