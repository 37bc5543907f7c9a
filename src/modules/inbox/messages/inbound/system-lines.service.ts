import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { RealtimeService } from '../../../../core/realtime/index.js';
import { toObjectId, type CompanyScope } from '../../../../core/tenancy/index.js';
import type { Conversation } from '../../conversations/index.js';
import {
  ContentAnnouncer,
  type MessageContext,
  MessageLog,
  MessagePublisher,
  MessagesRepository,
} from '../../message-log/index.js';
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
    private readonly messages: MessagesRepository,
    private readonly contents: ContentAnnouncer,
    private readonly realtime: RealtimeService,
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

  /** Puts other words in place of a line, also in the event log. May be repeated; a line that is not there stays so. */
  async rewrite(
    scope: CompanyScope,
    channelId: Types.ObjectId,
    { external_id, content, context }: Omit<SystemLine, 'at'>,
  ): Promise<void> {
    const line = await this.messages.findByExternalId(scope, channelId, external_id);
    if (!line) return;
    const change = new Types.ObjectId();
    const update = { $set: { content, context, updated_at: new Date() }, $push: { unannounced_changes: change } };
    const changed = await this.messages.change(scope, line._id, {}, update);
    await this.realtime.redactMessage(scope, line._id);
    if (changed) await this.contents.announceOnce(scope, changed, change);
  }
}
