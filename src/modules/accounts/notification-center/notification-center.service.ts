import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Types } from 'mongoose';
import { RealtimeService } from '../../../core/realtime/index.js';
import type { CompanyScope, Page, PageRequest } from '../../../core/tenancy/index.js';
import type {} from './notification-center.events.js';
import { NotificationPushService } from './notification-push.service.js';
import { type NewNotification, NotificationsRepository } from './notifications.repository.js';
import type { Notification, NotificationType } from './schemas/notification.schema.js';

/** Stores the notifications under the bell of the staff app. */
@Injectable()
export class NotificationCenter implements OnModuleInit {
  constructor(
    private readonly notifications: NotificationsRepository,
    private readonly realtime: RealtimeService,
    private readonly pushes: NotificationPushService,
  ) {}

  onModuleInit(): void {
    this.realtime.addCopies({
      forgetMessage: (scope, id) => this.notifications.deleteOfMessage(scope, id),
      forgetContact: (scope, id) => this.notifications.deleteOfContact(scope, id),
    });
  }

  /**
   * Stores the notification and sends the live event. Call it in a durable job: a second call with the same key adds
   * nothing.
   * @throws Error if the event could not be logged
   */
  async tell(scope: CompanyScope, users: readonly Types.ObjectId[], notification: NewNotification): Promise<void> {
    if (users.length === 0) return;
    await this.store(scope, users, notification);
    const { type, data } = notification;
    const user_ids = users.map((id) => id.toHexString());
    const event = { notification: { type, data, user_ids } };
    if (await this.realtime.publish(scope, 'notification:new', event)) return;
    throw new Error('The event of a notification could not be logged; repeat the job');
  }

  /** Stores the notification and requests its pushes, for a caller that sends the live event itself. */
  async store(scope: CompanyScope, users: readonly Types.ObjectId[], notification: NewNotification): Promise<void> {
    for (const userId of users) await this.notifications.addOnce(scope, userId, notification);
    await this.pushes.request(scope, users, notification.key);
  }

  async list(
    scope: CompanyScope,
    userId: Types.ObjectId,
    request: PageRequest,
  ): Promise<Page<Notification> & { unread: number }> {
    const [page, unread] = await Promise.all([
      this.notifications.listOf(scope, userId, request),
      this.notifications.unreadCount(scope, userId),
    ]);
    return { ...page, unread };
  }

  /** @param ids undefined: all @returns how many were unread */
  markRead(scope: CompanyScope, userId: Types.ObjectId, ids?: readonly Types.ObjectId[]): Promise<number> {
    return this.notifications.markRead(scope, userId, ids);
  }

  /** Call it when these types of notifications about the channel are true no longer. */
  async markReadOfChannel(scope: CompanyScope, channelId: string, types: readonly NotificationType[]): Promise<void> {
    await this.notifications.markReadOfChannel(scope, channelId, types);
  }
}
