import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import { HttpModule } from '@nestjs/axios';
import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.js';
import { InboundEventsModule } from '../inbound-events/index.js';
import { MessageSendingModule } from '../message-sending/index.js';
import { MetaAccountController } from './account/meta-account.controller.js';
import { MetaAccountService } from './account/meta-account.service.js';
import { GraphConnector } from './connecting/graph-connector.js';
import { GraphTestSteps } from './connecting/graph-test-steps.js';
import { GraphTokenService } from './tokens/graph-token.service.js';
import { GraphModule } from './graph/graph.module.js';
import { MetaRegistration } from './meta-registration.js';
import { GraphSender } from './sending/graph-sender.js';
import { MetaBotSender } from './sending/meta-bot-sender.js';
import { TemplateSender } from './sending/template-sender.js';
import { WebhookFieldHandlers } from './webhook/webhook-field-handlers.js';
import { WebhookController } from './webhook/webhook.controller.js';
import { WebhookReceiver } from './webhook/webhook-receiver.js';

/** Meta closes idle sockets. A message on a closing socket would have an unknown outcome. */
const MAX_IDLE_MS = 2_000;

/** No limit of sockets: the sending side limits the calls, and waiting for a socket would use up their time. */
const KEEP_ALIVE = { keepAlive: true, timeout: MAX_IDLE_MS };

@Module({
  imports: [
    HttpModule.register({ httpAgent: new Agent(KEEP_ALIVE), httpsAgent: new SecureAgent(KEEP_ALIVE), proxy: false }),
    ChannelsModule,
    GraphModule,
    InboundEventsModule,
    MessageSendingModule,
  ],
  controllers: [WebhookController, MetaAccountController],
  providers: [
    GraphTestSteps,
    GraphConnector,
    GraphTokenService,
    MetaAccountService,
    MetaRegistration,
    GraphSender,
    MetaBotSender,
    TemplateSender,
    WebhookReceiver,
    WebhookFieldHandlers,
  ],
  exports: [WebhookFieldHandlers, GraphModule, TemplateSender],
})
export class MetaModule {}
