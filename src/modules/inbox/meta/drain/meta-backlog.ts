import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InboundBacklogs } from '../../messages/index.js';
import { InboundEventsRepository } from '../inbound-events.repository.js';
import { laneOf } from '../webhook/inbound-event-factory.js';

/** Tells the sending side what of a customer is stored and not yet applied. */
@Injectable()
export class MetaBacklog implements OnModuleInit {
  constructor(
    private readonly backlogs: InboundBacklogs,
    private readonly events: InboundEventsRepository,
  ) {}

  onModuleInit(): void {
    this.backlogs.register(({ platform, external_id }, customerId) =>
      this.events.hasOpen(laneOf(platform, external_id, customerId)),
    );
  }
}
