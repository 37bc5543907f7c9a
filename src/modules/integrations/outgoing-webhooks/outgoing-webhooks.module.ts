import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { IntegrationRegistryModule } from '../../../core/integrations/index.js';
import { UsersModule } from '../../accounts/users/index.js';
import { DeliveryAttemptService } from './delivery-attempt.service.js';
import { DeliveryScheduler } from './delivery-scheduler.service.js';
import { DisabledWebhookMailer } from './disabled-webhook-mailer.js';
import { EndpointDrainService } from './endpoint-drain.service.js';
import { EventRecorder } from './event-recorder.js';
import { OutgoingWebhooksController } from './outgoing-webhooks.controller.js';
import { OutgoingWebhooksGateway } from './outgoing-webhooks.gateway.js';
import { OutgoingWebhooksService } from './outgoing-webhooks.service.js';
import { WebhookCards } from './webhook-cards.js';
import { WebhookDelivery, WebhookDeliverySchema } from './schemas/webhook-delivery.schema.js';
import { WebhookEndpoint, WebhookEndpointSchema } from './schemas/webhook-endpoint.schema.js';
import { WebhookDeliveriesController } from './webhook-deliveries.controller.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { WebhookEndpointsRepository } from './webhook-endpoints.repository.js';
import { WebhookReplaysService } from './webhook-replays.service.js';
import { WebhookSender } from './webhook-sender.js';

@Module({
  imports: [
    MongooseModule.forFeature([
      { name: WebhookEndpoint.name, schema: WebhookEndpointSchema },
      { name: WebhookDelivery.name, schema: WebhookDeliverySchema },
    ]),
    IntegrationRegistryModule,
    UsersModule,
  ],
  controllers: [OutgoingWebhooksController, WebhookDeliveriesController],
  providers: [
    WebhookEndpointsRepository,
    WebhookDeliveriesRepository,
    WebhookSender,
    WebhookCards,
    EventRecorder,
    DeliveryAttemptService,
    EndpointDrainService,
    DeliveryScheduler,
    OutgoingWebhooksGateway,
    OutgoingWebhooksService,
    WebhookReplaysService,
    DisabledWebhookMailer,
  ],
})
export class OutgoingWebhooksModule {}
