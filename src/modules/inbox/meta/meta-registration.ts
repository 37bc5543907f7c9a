import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppConfig } from '../../../core/config/index.js';
import { InboundMappers } from '../inbound-events/index.js';
import { MessageSenders } from '../message-sending/index.js';
import { mapItem } from './mapping/map-item.js';
import { META_SOURCE } from './meta-platforms.js';
import { GraphSender } from './sending/graph-sender.js';
import { MetaBotSender } from './sending/meta-bot-sender.js';

/** Registers Meta with the inbox: how its stored items are read, and who sends on its platforms. */
@Injectable()
export class MetaRegistration implements OnModuleInit {
  constructor(
    private readonly mappers: InboundMappers,
    private readonly senders: MessageSenders,
    private readonly graph: GraphSender,
    private readonly bot: MetaBotSender,
    private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.mappers.register(META_SOURCE, mapItem);
    const messenger = this.config.metaBotBaseUrl ? this.bot : this.graph;
    this.senders.register('facebook', messenger);
    this.senders.register('instagram', messenger);
    this.senders.register('whatsapp', this.graph);
  }
}
