export type { components, operations, paths } from './api-types.js';
export { type ClientOptions, createClient, itemsOf, type PetBuddyClient, unwrap } from './client.js';
export type { Credentials } from './credentials.js';
export { type FieldProblem, PetBuddyError } from './errors.js';
export { verifyWebhook, type WebhookEvent } from './webhooks.js';
