import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountConnectors } from '../channels/index.js';
import { InboundMappers } from '../inbound-events/index.js';
import { MessageSenders } from '../message-sending/index.js';
import { WahaConnector } from './connecting/waha-connector.js';
import { HiddenIds } from './mapping/hidden-ids.service.js';
import { unshownKindOf } from './mapping/map-event.js';
import { WahaSender } from './sending/waha-sender.js';
import { WAHA_KIND, WAHA_SOURCE } from './waha-kind.js';

@Injectable()
export class WahaRegistration implements OnModuleInit {
  constructor(
    private readonly mappers: InboundMappers,
    private readonly senders: MessageSenders,
    private readonly connectors: AccountConnectors,
    private readonly hiddenIds: HiddenIds,
    private readonly connector: WahaConnector,
    private readonly sender: WahaSender,
  ) {}

  onModuleInit(): void {
    this.mappers.register(WAHA_SOURCE, { event: (item) => this.hiddenIds.map(item), unshown: unshownKindOf });
    this.connectors.register(WAHA_KIND, this.connector);
    this.senders.register(WAHA_KIND, this.sender);
  }
}
