import { Injectable } from '@nestjs/common';
import { toObjectId, type CompanyScope } from '../../../../core/tenancy/index.js';
import type { Conversation } from '../../conversations/index.js';
import { type MessageContext, MessageLog, MessagePublisher } from '../../message-log/index.js';
import { blankDraft } from '../message-drafts.js';
import type { InboundChannel, InboundOutcome } from './inbound-event.js';

export interface SystemLine {
  external_id: string;
  at: Date;
  /** In English, for users of the API. The screens make their own text from the context. */
  content: string;
  context: MessageContext;
}

/** Adds system lines to a conversation. Only staff see them. */
@Injectable()
export class SystemLinesService {
  constructor(
    private readonly log: MessageLog,
    private readonly publisher: MessagePublisher,
  ) {}

  async add(
    scope: CompanyScope,
    channel: InboundChannel,
    conversation: Conversation,
    { external_id, at, content, context }: SystemLine,
  ): Promise<InboundOutcome> {
    const now = new Date();
    const { message, isNew } = await this.log.append(scope, {
      ...blankDraft(conversation, now),
      role: 'operator',
      direction: 'outbound',
      platform: conversation.platform,
      visibility: 'internal',
      author: { kind: 'system', id: null },
      channel_id: toObjectId(channel._id),
      external_id,
      content,
      context,
      status: 'delivered',
      delivered: true,
      read: true,
      sent_at: at < now ? at : now,
    });
    if (isNew) await this.publisher.publish(scope, message);
    else if (message.unpublished_since) await this.publisher.publishAgain(scope, message);
    return isNew ? 'applied' : 'duplicate';
  }
}
