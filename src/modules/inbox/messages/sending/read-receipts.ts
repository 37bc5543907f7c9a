import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import { EventBus } from '../../../../core/events/index.js';
import { defineJob, JobHandler, Jobs, type PayloadOf } from '../../../../core/jobs/index.js';
import { CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { ChannelDirectory, GraphClient, GraphRefusal, messagesPath } from '../../channels/index.js';
import { type Conversation, ConversationsRepository } from '../../conversations/index.js';
import { MessagesRepository } from '../messages.repository.js';

/** Tells the platform how far the staff has read. */
export const TellRead = defineJob<{ companyId: string; conversationId: string; upToSeq: number }>('messages.tell-read');

/** Where a customer sees whether a message was read. */
const PLATFORMS: readonly string[] = ['facebook', 'instagram', 'whatsapp'];

/** The customer's ticks turn blue once one of the staff has read: by a job, since nobody waits for it. */
@Injectable()
export class ReadReceipts implements OnModuleInit {
  private readonly logger = new Logger(ReadReceipts.name);

  constructor(
    private readonly messages: MessagesRepository,
    private readonly conversations: ConversationsRepository,
    private readonly channels: ChannelDirectory,
    private readonly graph: GraphClient,
    private readonly jobs: Jobs,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    this.bus.on('messages.read', async ({ platform, ...place }) => {
      const key = `${place.conversationId}:${place.upToSeq}`;
      if (PLATFORMS.includes(platform)) await this.jobs.enqueue(TellRead, place, { key });
    });
  }

  /** @throws GraphUnreachable so that the job is tried again; what Meta refuses stays unsaid */
  @JobHandler(TellRead)
  async tell({ companyId, conversationId, upToSeq }: PayloadOf<typeof TellRead>): Promise<void> {
    const scope = CompanyScope.of(companyId);
    const id = toObjectId(conversationId);
    const conversation = await this.conversations.read(scope, id);
    const message = await this.messages.newestOfCustomer(scope, id, upToSeq);
    if (!conversation?.channel_id || !message?.external_id) return;
    try {
      const { channel, access_token } = await this.channels.credentials(scope, conversation.channel_id);
      const path = messagesPath(channel, access_token);
      await this.graph.act(path, access_token, receiptOf(conversation, message.external_id));
    } catch (error) {
      // No token, a closed window, a person who is gone: a tick is not worth a failed job.
      if (!(error instanceof GraphRefusal || error instanceof AppError)) throw error;
      this.logger.debug(`conversation ${conversationId} was not marked as read: ${error.message}`);
    }
  }
}

/** Marks everything before it too. */
function receiptOf({ platform, recipient_id }: Conversation, messageId: string): Readonly<Record<string, unknown>> {
  if (platform === 'whatsapp') return { messaging_product: 'whatsapp', status: 'read', message_id: messageId };
  return { recipient: { id: recipient_id }, sender_action: 'mark_seen' };
}
