import { Injectable, Logger } from '@nestjs/common';
import { SecretBox } from '../../../core/security/index.js';
import { tokenBinding } from './channel-directory.js';
import { ChannelsRepository } from './channels.repository.js';
import { GraphClient } from './graph/graph-client.js';
import { GraphRefusal, GraphUnreachable } from './graph/graph-errors.js';
import type { Channel } from './schemas/channel.schema.js';

/** Ends what connecting began: Meta's sending of an account's events. */
@Injectable()
export class ChannelSubscriptions {
  private readonly logger = new Logger(ChannelSubscriptions.name);

  constructor(
    private readonly channels: ChannelsRepository,
    private readonly graph: GraphClient,
    private readonly secrets: SecretBox,
  ) {}

  /**
   * Unsubscribes the account. Call it while the company still holds the account: afterwards another company may have
   * subscribed it again. A refusal by Meta is only logged; later events then find no channel.
   */
  async end(channel: Channel): Promise<void> {
    const { subscribed_node, access_token } = channel;
    if (!subscribed_node || !access_token || (await this.channels.isNodeShared(channel))) return;
    try {
      const token = this.secrets.open(access_token, tokenBinding(channel));
      await this.graph.delete(`${encodeURIComponent(subscribed_node)}/subscribed_apps`, token);
    } catch (error) {
      if (!(error instanceof GraphRefusal || error instanceof GraphUnreachable)) throw error;
      this.logger.warn(`could not unsubscribe ${channel.platform} ${channel.external_id}: ${error.message}`);
    }
  }
}
