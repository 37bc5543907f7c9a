import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import { EventBus } from '../../../core/events/index.js';
import { defineJob, JobHandler, Jobs, type PayloadOf } from '../../../core/jobs/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { ChannelDirectory } from '../channels/index.js';
import { ConversationsRepository } from '../conversations/index.js';
import { MessagesRepository } from '../message-log/index.js';
import { MessageSenders } from './message-senders.js';

export const TellRead = defineJob<{ companyId: string; conversationId: string; upToSeq: number }>('messages.tell-read');

@Injectable()
export class ReadReceipts implements OnModuleInit {
  private readonly logger = new Logger(ReadReceipts.name);

  constructor(
    private readonly messages: MessagesRepository,
    private readonly conversations: ConversationsRepository,
    private readonly channels: ChannelDirectory,
    private readonly senders: MessageSenders,
    private readonly jobs: Jobs,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    this.bus.on('messages.read', async ({ platform, ...place }) => {
      const key = `${place.conversationId}:${place.upToSeq}`;
      const canMark = this.senders.ofPlatform(platform).some((sender) => 'markRead' in sender);
      if (canMark) await this.jobs.enqueue(TellRead, place, { key });
    });
  }

  /** @throws Error while the provider does not answer, so that the job is tried again */
  @JobHandler(TellRead)
  async markRead({ companyId, conversationId, upToSeq }: PayloadOf<typeof TellRead>): Promise<void> {
    const scope = CompanyScope.of(companyId);
    const id = toObjectId(conversationId);
    const conversation = await this.conversations.read(scope, id);
    const message = await this.messages.newestOfCustomer(scope, id, upToSeq);
    if (!conversation?.channel_id || !message?.external_id) return;
    const { channel_id, recipient_id: recipientId } = conversation;
    try {
      const { channel, access_token: accessToken } = await this.channels.credentials(scope, channel_id);
      // The token was refused, so another call would fail.
      if (channel.state === 'needs_reconnect') return;
      const notice = { channel, accessToken, recipientId, externalId: message.external_id };
      await this.senders.find(channel)?.markRead?.(notice);
    } catch (error) {
      // The channel is disconnected; a read mark is not worth a failed job.
      if (!(error instanceof AppError)) throw error;
      this.logger.debug(`conversation ${conversationId} was not marked as read: ${error.message}`);
    }
  }
}
