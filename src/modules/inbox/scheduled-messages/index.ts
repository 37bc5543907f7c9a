export type {} from './scheduled-messages.events.js';
export { ScheduledMessagesModule } from './scheduled-messages.module.js';
