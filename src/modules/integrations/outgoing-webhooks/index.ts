export { documentWebhooks } from './document-webhooks.js';
export type {} from './outgoing-webhooks.events.js';
export { OutgoingWebhooksModule } from './outgoing-webhooks.module.js';
