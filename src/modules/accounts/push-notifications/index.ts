export type { PushNotice } from './push-sender.js';
export { PushNotificationsModule } from './push-notifications.module.js';
export { type PushReader, PushService, type PushTask } from './push.service.js';
