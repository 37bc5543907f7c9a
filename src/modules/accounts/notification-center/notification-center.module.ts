import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { PushNotificationsModule } from '../push-notifications/index.js';
import { UsersModule } from '../users/index.js';
import { NotificationCenter } from './notification-center.service.js';
import { NotificationPushService } from './notification-push.service.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsRepository } from './notifications.repository.js';
import { Notification, NotificationSchema } from './schemas/notification.schema.js';

/** Notifications in the app. The module `notifications` sends mails. */
@Module({
  imports: [
    PushNotificationsModule,
    UsersModule,
    MongooseModule.forFeature([{ name: Notification.name, schema: NotificationSchema }]),
  ],
  controllers: [NotificationsController],
  providers: [NotificationCenter, NotificationPushService, NotificationsRepository],
  exports: [NotificationCenter],
})
export class NotificationCenterModule {}
