import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppConfig } from '../../../core/config/index.js';
import { AccountConnectors } from '../channels/index.js';
import { InboundMappers } from '../inbound-events/index.js';
import { MessageSenders } from '../message-sending/index.js';
import { GraphConnector } from './connecting/graph-connector.js';
import { mapAccountNotice } from './mapping/map-account-notice.js';
import { mapItem } from './mapping/map-item.js';
import { mapSocialEvent } from './mapping/map-social-event.js';
import { unshownKindOf } from './mapping/unshown-items.js';
import { GRAPH, META_PLATFORMS, META_SOURCE } from './meta-platforms.js';
import { GraphSender } from './sending/graph-sender.js';
import { MetaBotSender } from './sending/meta-bot-sender.js';

@Injectable()
export class MetaRegistration implements OnModuleInit {
  constructor(
    private readonly mappers: InboundMappers,
    private readonly senders: MessageSenders,
    private readonly connectors: AccountConnectors,
    private readonly connector: GraphConnector,
    private readonly graph: GraphSender,
    private readonly bot: MetaBotSender,
    private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.mappers.register(META_SOURCE, {
      event: mapItem,
      notice: mapAccountNotice,
      social: mapSocialEvent,
      unshown: unshownKindOf,
    });
    const messenger = this.config.metaBotBaseUrl ? this.bot : this.graph;
    for (const platform of META_PLATFORMS) {
      const kind = { platform, provider: GRAPH };
      this.connectors.register(kind, this.connector);
      this.senders.register(kind, platform === 'whatsapp' ? this.graph : messenger);
    }
  }
}
