import { Injectable, Logger } from '@nestjs/common';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ChannelDirectory } from '../channels/index.js';
import type { Conversation } from '../conversations/index.js';
import { MessagesRepository } from '../message-log/index.js';
import { MessageSenders } from './message-senders.js';

/** Shows customers that an answer is being written. */
@Injectable()
export class CustomerTyping {
  private readonly logger = new Logger(CustomerTyping.name);

  constructor(
    private readonly messages: MessagesRepository,
    private readonly channels: ChannelDirectory,
    private readonly senders: MessageSenders,
  ) {}

  /** Never throws: an answer does not depend on this sign. */
  async show(scope: CompanyScope, conversation: Conversation): Promise<void> {
    try {
      await this.tell(scope, conversation);
    } catch (error) {
      this.logger.debug(`no typing in conversation ${conversation._id.toHexString()}: ${(error as Error).message}`);
    }
  }

  private async tell(scope: CompanyScope, conversation: Conversation): Promise<void> {
    const { _id, channel_id, recipient_id: recipientId, last_seq } = conversation;
    if (!channel_id) return;
    const message = await this.messages.newestOfCustomer(scope, _id, last_seq);
    if (!message?.external_id) return;
    const { channel, access_token: accessToken } = await this.channels.credentials(scope, channel_id);
    if (channel.state === 'needs_reconnect') return;
    await this.senders
      .find(channel)
      ?.showTyping?.({ channel, accessToken, recipientId, externalId: message.external_id });
  }
}
