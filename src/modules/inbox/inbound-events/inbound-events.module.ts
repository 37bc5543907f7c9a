import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ContactsModule } from '../../customers/contacts/index.js';
import { ChannelsModule } from '../channels/index.js';
import { MessageSendingModule } from '../message-sending/index.js';
import { MessagesModule } from '../messages/index.js';
import { SocialEventsModule } from '../social-events/index.js';
import { AckPriority } from './ack-priority.js';
import { InboundEventsAdminService } from './admin/inbound-events-admin.service.js';
import { InboundEventsController } from './admin/inbound-events.controller.js';
import { EventApplier } from './drain/event-applier.js';
import { InboundDrain } from './drain/inbound-drain.js';
import { LaneDrain } from './drain/lane-drain.js';
import { EventReopening } from './event-reopening.js';
import { InboundBacklog } from './inbound-backlog.js';
import { InboundErasure } from './inbound-erasure.js';
import { InboundEventsRepository } from './inbound-events.repository.js';
import { InboundMappers } from './inbound-mappers.js';
import { InboundQueue } from './inbound-queue.js';
import { InboundRetention } from './inbound-retention.js';
import { InboundSignal } from './inbound-signal.js';
import { CustomerLane, CustomerLaneSchema } from './lanes/customer-lane.schema.js';
import { CustomerLanesRepository } from './lanes/customer-lanes.repository.js';
import { CustomerLanes } from './lanes/customer-lanes.service.js';
import { InboundEventRecord, InboundEventSchema } from './schemas/inbound-event-record.schema.js';

/**
 * The durable queue of received events: applies them in each customer's order and parks those that keep failing.
 * Knows no source.
 */
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: InboundEventRecord.name, schema: InboundEventSchema },
      { name: CustomerLane.name, schema: CustomerLaneSchema },
    ]),
    ChannelsModule,
    ContactsModule,
    MessageSendingModule,
    MessagesModule,
    SocialEventsModule,
  ],
  controllers: [InboundEventsController],
  providers: [
    InboundEventsRepository,
    CustomerLanesRepository,
    CustomerLanes,
    InboundQueue,
    InboundMappers,
    InboundSignal,
    AckPriority,
    InboundDrain,
    LaneDrain,
    EventApplier,
    EventReopening,
    InboundErasure,
    InboundRetention,
    InboundBacklog,
    InboundEventsAdminService,
  ],
  exports: [InboundMappers, InboundQueue],
})
export class InboundEventsModule {}
