export type {} from './notification-center.events.js';
export { NotificationCenterModule } from './notification-center.module.js';
export { NotificationCenter } from './notification-center.service.js';
