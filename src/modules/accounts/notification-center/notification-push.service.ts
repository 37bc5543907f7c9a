import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { defineJob, JobHandler, type JobRun, Jobs, type PayloadOf } from '../../../core/jobs/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { PushService } from '../push-notifications/index.js';
import { kindOf, writePush } from './notification-push-words.js';
import { NotificationsRepository } from './notifications.repository.js';

const PushNotification = defineJob<{
  companyId: string;
  subscriptionId: string;
  userId: string;
  notificationKey: string;
}>('notifications.push');

/** Sends stored notifications to the browsers of their users. */
@Injectable()
export class NotificationPushService {
  constructor(
    private readonly jobs: Jobs,
    private readonly notifications: NotificationsRepository,
    private readonly push: PushService,
  ) {}

  /** May be repeated: each browser gets one push. */
  async request(scope: CompanyScope, users: readonly Types.ObjectId[], notificationKey: string): Promise<void> {
    for (const browser of await this.push.browsersOf(scope, users)) {
      const key = `${browser.subscriptionId}:${notificationKey}`;
      await this.jobs.enqueue(PushNotification, { companyId: scope.id, ...browser, notificationKey }, { key });
    }
  }

  @JobHandler(PushNotification)
  async send(job: PayloadOf<typeof PushNotification>, run: JobRun): Promise<void> {
    const { companyId, subscriptionId, userId, notificationKey } = job;
    const scope = CompanyScope.of(companyId);
    const notification = await this.notifications.findByKey(scope, new Types.ObjectId(userId), notificationKey);
    if (notification?.read_at !== null) return;
    const { type, created_at: at } = notification;
    const task = { subscriptionId, userId, key: notificationKey, kind: kindOf(type), at };
    await this.push.deliver(scope, task, (reader) => writePush(notification, reader), run);
  }
}
