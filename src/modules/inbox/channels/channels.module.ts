import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { IntegrationRegistryModule } from '../../../core/integrations/index.js';
import { ChannelDirectory } from './channel-directory.js';
import { AccountConnectors } from './account-connectors.js';
import { AccountHistory } from './account-history.js';
import { ChannelCards } from './channel-cards.js';
import { ChannelHealthAnnouncer } from './channel-health.announcer.js';
import { ChannelsController } from './channels.controller.js';
import { ChannelsRepository } from './channels.repository.js';
import { ChannelsService } from './channels.service.js';
import { ChannelHealthRecorder } from './health/channel-health.recorder.js';
import { Channel, ChannelSchema } from './schemas/channel.schema.js';
import { ChannelTroubleNotifier } from './tokens/channel-trouble.notifier.js';
import { TokenRefreshScheduler } from './tokens/token-refresh.scheduler.js';
import { TokenRefreshService } from './tokens/token-refresh.service.js';
import { NotificationCenterModule } from '../../accounts/notification-center/index.js';
import { UsersModule } from '../../accounts/users/index.js';
import { ChannelSelfTest } from './self-test/channel-self-test.js';

@Module({
  imports: [
    IntegrationRegistryModule,
    MongooseModule.forFeature([{ name: Channel.name, schema: ChannelSchema }]),
    NotificationCenterModule,
    UsersModule,
  ],
  controllers: [ChannelsController],
  providers: [
    ChannelsRepository,
    ChannelsService,
    ChannelDirectory,
    AccountConnectors,
    AccountHistory,
    ChannelCards,
    ChannelHealthAnnouncer,
    ChannelHealthRecorder,
    ChannelSelfTest,
    TokenRefreshService,
    TokenRefreshScheduler,
    ChannelTroubleNotifier,
  ],
  exports: [
    AccountConnectors,
    AccountHistory,
    ChannelDirectory,
    ChannelHealthRecorder,
    ChannelSelfTest,
    ChannelsService,
  ],
})
export class ChannelsModule {}
