import { HttpModule } from '@nestjs/axios';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ContactsModule } from '../../customers/contacts/index.js';
import { ChannelsModule } from '../channels/index.js';
import { ConversationsModule } from '../conversations/index.js';
import { MessagesModule } from '../messages/index.js';
import { MetaModule } from '../meta/index.js';
import { AccountConnecting } from './account-connecting.service.js';
import { AccountFinder } from './accounts/account-finder.service.js';
import { PermissionCheck } from './accounts/permission-check.js';
import { ChannelReconnectController } from './channel-reconnect.controller.js';
import { ChannelReconnect } from './channel-reconnect.service.js';
import { ConnectionProgress } from './connection-progress.js';
import { ConnectionRunner } from './connection-runner.service.js';
import { ConnectionSecretsBox } from './connection-secrets.js';
import { ExpiredConnectionsPurger } from './expired-connections.purger.js';
import { LoginReturnService } from './login-return.service.js';
import { LoginStartService } from './login-start.service.js';
import { MetaConnectController } from './meta-connect.controller.js';
import { MetaConnectGateway } from './meta-connect.gateway.js';
import { MetaConnectionsRepository } from './meta-connections.repository.js';
import { MetaConnectionsService } from './meta-connections.service.js';
import { MetaMessagesController } from './meta-messages.controller.js';
import { MetaMessagesService } from './meta-messages.service.js';
import { LoginDialogs } from './oauth/login-dialogs.js';
import { MetaOauthClient } from './oauth/meta-oauth-client.js';
import { ReconnectTarget } from './reconnect-target.service.js';
import { MetaConnection, MetaConnectionSchema } from './schemas/meta-connection.schema.js';

@Module({
  imports: [
    HttpModule.register({ proxy: false }),
    MongooseModule.forFeature([{ name: MetaConnection.name, schema: MetaConnectionSchema }]),
    ChannelsModule,
    ContactsModule,
    ConversationsModule,
    MessagesModule,
    MetaModule,
  ],
  controllers: [MetaConnectController, ChannelReconnectController, MetaMessagesController],
  providers: [
    MetaConnectionsRepository,
    ConnectionSecretsBox,
    MetaConnectGateway,
    ConnectionProgress,
    MetaOauthClient,
    LoginDialogs,
    PermissionCheck,
    AccountFinder,
    ReconnectTarget,
    AccountConnecting,
    ChannelReconnect,
    ConnectionRunner,
    LoginStartService,
    LoginReturnService,
    MetaConnectionsService,
    ExpiredConnectionsPurger,
    MetaMessagesService,
  ],
})
export class MetaConnectModule {}
