import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.js';
import { InboundEventsModule } from '../inbound-events/index.js';
import { MetaAccountController } from './account/meta-account.controller.js';
import { MetaAccountService } from './account/meta-account.service.js';
import { MetaRegistration } from './meta-registration.js';
import { WebhookController } from './webhook/webhook.controller.js';
import { WebhookReceiver } from './webhook/webhook-receiver.js';

/** Meta's channels (Messenger, Instagram, WhatsApp): webhooks in, and the company's accounts. */
@Module({
  imports: [ChannelsModule, InboundEventsModule],
  controllers: [WebhookController, MetaAccountController],
  providers: [MetaAccountService, MetaRegistration, WebhookReceiver],
})
export class MetaModule {}
