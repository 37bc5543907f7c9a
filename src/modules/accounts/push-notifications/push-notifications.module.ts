import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../companies/index.js';
import { UsersModule } from '../users/index.js';
import { PushController } from './push.controller.js';
import { PushSender } from './push-sender.js';
import { PushService } from './push.service.js';
import { PushSubscriptionsRepository } from './push-subscriptions.repository.js';
import { PushSubscription, PushSubscriptionSchema } from './schemas/push-subscription.schema.js';
import { VapidKeyPair, VapidKeyPairSchema } from './schemas/vapid-key-pair.schema.js';
import { VapidKeyPairsRepository } from './vapid-key-pairs.repository.js';
import { VapidKeysService } from './vapid-keys.service.js';

/** Sends notifications to browsers while the app is closed. The callers own the texts. */
@Module({
  imports: [
    CompaniesModule,
    UsersModule,
    MongooseModule.forFeature([
      { name: PushSubscription.name, schema: PushSubscriptionSchema },
      { name: VapidKeyPair.name, schema: VapidKeyPairSchema },
    ]),
  ],
  controllers: [PushController],
  providers: [PushService, PushSender, PushSubscriptionsRepository, VapidKeysService, VapidKeyPairsRepository],
  exports: [PushService],
})
export class PushNotificationsModule {}
