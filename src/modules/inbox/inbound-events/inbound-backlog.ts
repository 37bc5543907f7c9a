import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InboundBacklogs } from '../message-sending/index.js';
import { InboundEventsRepository } from './inbound-events.repository.js';
import { CustomerLanes } from './lanes/customer-lanes.service.js';

@Injectable()
export class InboundBacklog implements OnModuleInit {
  constructor(
    private readonly backlogs: InboundBacklogs,
    private readonly events: InboundEventsRepository,
    private readonly lanes: CustomerLanes,
  ) {}

  onModuleInit(): void {
    this.backlogs.register(async ({ platform, external_id }, customerId) =>
      this.events.hasOpen(await this.lanes.find(platform, external_id, customerId)),
    );
  }
}
