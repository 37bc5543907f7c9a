import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InboundBacklogs } from '../message-sending/index.js';
import { InboundEventsRepository } from './inbound-events.repository.js';
import { laneOf } from './inbound-event-factory.js';

@Injectable()
export class InboundBacklog implements OnModuleInit {
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
