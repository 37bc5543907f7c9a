import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ChannelsModule } from '../channels/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { MessagesModule } from '../messages/index.js';
import { AckPriority } from './ack-priority.js';
import { MetaAccountController } from './account/meta-account.controller.js';
import { MetaAccountService } from './account/meta-account.service.js';
import { InboundEventsController } from './admin/inbound-events.controller.js';
import { InboundEventsAdmin } from './admin/inbound-events.service.js';
import { InboundDrain } from './drain/inbound-drain.js';
import { LaneDrain } from './drain/lane-drain.js';
import { MetaBacklog } from './drain/meta-backlog.js';
import { InboundErasure } from './inbound-erasure.js';
import { InboundEventsRepository } from './inbound-events.repository.js';
import { EventReopening } from './event-reopening.js';
import { InboundRetention } from './inbound-retention.js';
import { InboundSignal } from './inbound-signal.js';
import { InboundEventRecord, InboundEventSchema } from './schemas/inbound-event-record.schema.js';
import { WebhookController } from './webhook/webhook.controller.js';
import { WebhookReceiver } from './webhook/webhook-receiver.js';

/** Meta's webhooks: deliveries in, one stored event for each thing they say, and the drain that applies them in order. */
@Module({
  imports: [
    MongooseModule.forFeature([{ name: InboundEventRecord.name, schema: InboundEventSchema }]),
    ChannelsModule,
    ContactsModule,
    MessagesModule,
  ],
  controllers: [WebhookController, MetaAccountController, InboundEventsController],
  providers: [
    MetaAccountService,
    InboundEventsAdmin,
    InboundRetention,
    EventReopening,
    InboundEventsRepository,
    InboundErasure,
    InboundSignal,
    AckPriority,
    WebhookReceiver,
    LaneDrain,
    InboundDrain,
    MetaBacklog,
  ],
})
export class MetaModule {}
