import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ChannelsModule } from '../channels/index.js';
import { InboundEventsModule } from '../inbound-events/index.js';
import { MediaModule } from '../media/index.js';
import { MessageLogModule } from '../message-log/index.js';
import { MessageSendingModule } from '../message-sending/index.js';
import { WahaClient } from './client/waha-client.js';
import { WahaHttp } from './client/waha-http.js';
import { WahaConnector } from './connecting/waha-connector.js';
import { WahaConnection, WahaConnectionSchema } from './connection/waha-connection.schema.js';
import { WahaConnectionService } from './connection/waha-connection.service.js';
import { WahaConnectionsRepository } from './connection/waha-connections.repository.js';
import { HiddenIds } from './mapping/hidden-ids.service.js';
import { WahaSender } from './sending/waha-sender.js';
import { ServerSessions } from './sessions/server-sessions.js';
import { SessionChannel } from './sessions/session-channel.js';
import { SessionWatcher } from './sessions/session-watcher.service.js';
import { WhatsappSessionsGateway } from './sessions/sessions.gateway.js';
import { WhatsappSession, WhatsappSessionSchema } from './sessions/whatsapp-session.schema.js';
import { WhatsappSessionsRepository } from './sessions/whatsapp-sessions.repository.js';
import { WhatsappSessionsService } from './sessions/whatsapp-sessions.service.js';
import { WahaFiles } from './waha-files.js';
import { WahaRegistration } from './waha-registration.js';
import { WahaController } from './waha.controller.js';
import { WahaReceiver } from './webhook/waha-receiver.js';
import { WahaWebhookController } from './webhook/waha-webhook.controller.js';
import { WebhookAddress } from './webhook/webhook-address.js';
import { WhatsappSessionsController } from './whatsapp-sessions.controller.js';

@Module({
  imports: [
    MongooseModule.forFeature([
      { name: WahaConnection.name, schema: WahaConnectionSchema },
      { name: WhatsappSession.name, schema: WhatsappSessionSchema },
    ]),
    ChannelsModule,
    InboundEventsModule,
    MediaModule,
    MessageLogModule,
    MessageSendingModule,
  ],
  controllers: [WahaController, WhatsappSessionsController, WahaWebhookController],
  providers: [
    WahaHttp,
    WahaClient,
    WahaConnectionsRepository,
    WahaConnectionService,
    WhatsappSessionsRepository,
    WebhookAddress,
    WahaConnector,
    ServerSessions,
    SessionChannel,
    SessionWatcher,
    WhatsappSessionsGateway,
    WhatsappSessionsService,
    WahaReceiver,
    HiddenIds,
    WahaSender,
    WahaFiles,
    WahaRegistration,
  ],
})
export class WahaModule {}
