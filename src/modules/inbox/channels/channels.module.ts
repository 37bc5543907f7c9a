import { HttpModule } from '@nestjs/axios';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ChannelDirectory } from './channel-directory.js';
import { ChannelSubscriptions } from './channel-subscriptions.js';
import { AccountHistory } from './account-history.js';
import { ChannelHealthAnnouncer } from './channel-health.announcer.js';
import { ChannelsController } from './channels.controller.js';
import { ChannelsRepository } from './channels.repository.js';
import { ChannelsService } from './channels.service.js';
import { GraphClient } from './graph/graph-client.js';
import { GraphRoutes } from './graph/graph-routes.js';
import { Channel, ChannelSchema } from './schemas/channel.schema.js';
import { AccountTest } from './self-test/account-test.js';
import { ChannelSelfTest } from './self-test/channel-self-test.js';
import { SelfTestSteps } from './self-test/self-test-steps.js';

/** The accounts by which customers reach the company. */
@Module({
  imports: [
    MongooseModule.forFeature([{ name: Channel.name, schema: ChannelSchema }]),
    HttpModule.register({ proxy: false }),
  ],
  controllers: [ChannelsController],
  providers: [
    ChannelsRepository,
    ChannelsService,
    ChannelDirectory,
    ChannelSubscriptions,
    AccountHistory,
    ChannelHealthAnnouncer,
    GraphRoutes,
    GraphClient,
    SelfTestSteps,
    AccountTest,
    ChannelSelfTest,
  ],
  exports: [ChannelDirectory, ChannelSelfTest, ChannelsService, AccountHistory, GraphClient, GraphRoutes],
})
export class ChannelsModule {}
