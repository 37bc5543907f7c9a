import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ChannelDirectory, channelKind } from '../channels/index.js';
import { ConversationsRepository } from '../conversations/index.js';
import { opensWindow, summaryOf } from './message-summary.js';
import type { Message } from './schemas/message.schema.js';

@Injectable()
export class MessageSummaryService {
  constructor(
    private readonly channels: ChannelDirectory,
    private readonly conversations: ConversationsRepository,
  ) {}

  /** Repeating it, or adding messages in another order, has the same result. */
  async add(scope: CompanyScope, message: Message): Promise<void> {
    const { conversation_id, channel_id } = message;
    const kind = channel_id && opensWindow(message) ? await this.channels.kindOf(scope, channel_id) : undefined;
    const replyWindowMs = (kind && channelKind(kind)?.replyWindowMs) ?? null;
    await this.conversations.summarize(scope, conversation_id, summaryOf(message, replyWindowMs));
  }
}
